// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace Postwave
{
/** Time zones to choose from: UTC and this computer's first, then all others; those that fit what was typed. */
class ZoneListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY filterChanged FINAL)

public:
    enum Role {
        ZoneRole = Qt::UserRole + 1, ///< "Asia/Tashkent", as on the command line
        NameRole, ///< "Tashkent"
        DetailRole, ///< "Asia, UTC+05:00", "This computer, UTC+05:00"
    };
    Q_ENUM(Role)

    explicit ZoneListModel(QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    /** "Asia/Tashkent" of a row; empty where there is none. */
    Q_INVOKABLE QString zoneAt(int row) const
    {
        return m_shown.value(row);
    }

    QString filter() const
    {
        return m_filter;
    }
    /** Part of a name, in any case. */
    void setFilter(const QString &filter);

Q_SIGNALS:
    void filterChanged();

private:
    QString m_filter;
    QStringList m_all;
    QStringList m_shown;
};
}
