// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/channelreference.h"
#include "navigation/location.h"

#include <QCollator>
#include <QSortFilterProxyModel>
#include <QtQml/qqmlregistration.h>

namespace Postwave
{
/**
 * The channels whose title, user name or id holds what was typed; all of them while nothing was. In the source's
 * order, or by a figure.
 */
class ChannelFilterModel : public QSortFilterProxyModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString wanted READ wanted WRITE setWanted NOTIFY wantedChanged FINAL)
    /** By "channel", "posts", "views", "per_post" or "rate"; without a column in the source's order. */
    Q_PROPERTY(Postwave::Sort sorting READ sorting WRITE setSorting NOTIFY orderChanged FINAL)
    Q_PROPERTY(QString sortColumn READ sortColumn NOTIFY orderChanged FINAL)
    Q_PROPERTY(bool sortDescending READ isSortDescending NOTIFY orderChanged FINAL)
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

    const Sort &sorting() const
    {
        return m_sort;
    }
    /** Channels whose figure is unknown stand last either way. */
    void setSorting(const Sort &sort);
    QString sortColumn() const
    {
        return m_sort.column;
    }
    bool isSortDescending() const
    {
        return m_sort.descending;
    }

    /** Id of the channel in a row; empty when there is no such row. */
    Q_INVOKABLE QString idAt(int row) const;
    /** Row of a channel; -1 when it is not shown. */
    Q_INVOKABLE int rowOf(const QString &id) const;

Q_SIGNALS:
    void wantedChanged();
    void orderChanged();
    void countChanged();

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QString m_wanted;
    std::optional<ChannelReference> m_reference; ///< what was typed, where it names a channel
    bool m_isEmptied = false; ///< takes no row, for a moment
    Sort m_sort;
    QCollator m_collator{QLocale()};
};
}
