// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>
#include <QtQml/qqmlregistration.h>

namespace Postwave
{
/** The channels whose title, user name or id holds what was typed; all of them while nothing was. */
class ChannelFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString wanted READ wanted WRITE setWanted NOTIFY wantedChanged FINAL)
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    explicit ChannelFilterModel(QObject *parent = nullptr);

    QString wanted() const
    {
        return m_wanted;
    }
    void setWanted(const QString &wanted);
    int count() const
    {
        return rowCount();
    }

    /** Id of the channel in a row; empty when there is no such row. */
    Q_INVOKABLE QString idAt(int row) const;
    /** Row of a channel; -1 when it is not shown. */
    Q_INVOKABLE int rowOf(const QString &id) const;

Q_SIGNALS:
    void wantedChanged();
    void countChanged();

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_wanted;
};
}
