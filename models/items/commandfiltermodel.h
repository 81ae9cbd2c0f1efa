// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>
#include <QtQml/qqmlregistration.h>

namespace Postwave
{
/**
 * Of a CommandListModel either what can be done now and is called by what was typed, the likeliest first, or what has
 * keys, to be learned.
 */
class CommandFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT
    QML_ELEMENT
    /** Words, each of which the command's text, group or keywords hold; nothing: all. */
    Q_PROPERTY(QString wanted READ wanted WRITE setWanted NOTIFY wantedChanged FINAL)
    /** All commands with keys, in their own order, in the place of those that can be done now. */
    Q_PROPERTY(bool keysOnly READ isKeysOnly WRITE setKeysOnly NOTIFY keysOnlyChanged FINAL)

public:
    explicit CommandFilterModel(QObject *parent = nullptr);

    QString wanted() const
    {
        return m_wanted;
    }
    void setWanted(const QString &wanted);
    bool isKeysOnly() const
    {
        return m_keysOnly;
    }
    void setKeysOnly(bool keysOnly);

    /** Does what stands in a row; nothing where there is none. */
    Q_INVOKABLE void run(int row);

Q_SIGNALS:
    void wantedChanged();
    void keysOnlyChanged();

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    int distanceOf(const QModelIndex &index) const;

    QString m_wanted; ///< simplified
    bool m_keysOnly = false;
};
}
