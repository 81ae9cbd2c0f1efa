// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/channelfiltermodel.h"

#include "items/channellistmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
constexpr auto kNameColumn = "channel"_L1;

bool isColumn(const QString &name)
{
    return name == kNameColumn || name == "posts"_L1 || name == "views"_L1 || name == "per_post"_L1
        || name == "rate"_L1;
}
}

ChannelFilterModel::ChannelFilterModel(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    m_collator.setNumericMode(true);
    connect(this, &QAbstractItemModel::rowsInserted, this, &ChannelFilterModel::countChanged);
    connect(this, &QAbstractItemModel::rowsRemoved, this, &ChannelFilterModel::countChanged);
    connect(this, &QAbstractItemModel::modelReset, this, &ChannelFilterModel::countChanged);
}

void ChannelFilterModel::setWanted(const QString &wanted)
{
    if (wanted == m_wanted)
        return;
    m_wanted = wanted;
    m_reference = channelReferenceFromText(wanted);
    invalidateFilter();
    Q_EMIT wantedChanged();
}

void ChannelFilterModel::setSorting(const Sort &wanted)
{
    if (wanted == m_sort)
        return;
    m_sort = wanted;
    sort(-1); // else the proxy believes that it is sorted already
    if (isColumn(m_sort.column))
        sort(0, m_sort.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    Q_EMIT orderChanged();
}

bool ChannelFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    // The proxy asks the other way round to descend; what is unknown and what is equal does not turn with it.
    const bool isTurned = sortOrder() == Qt::DescendingOrder;
    const bool isBefore = isTurned ? left.row() > right.row() : left.row() < right.row();
    if (m_sort.column == kNameColumn) {
        const int order = m_collator.compare(left.data(ChannelListModel::TitleRole).toString(),
                                             right.data(ChannelListModel::TitleRole).toString());
        return order == 0 ? isBefore : order < 0;
    }
    const auto *channels = qobject_cast<const ChannelListModel *>(sourceModel());
    const std::optional<double> a = channels->figure(left.row(), m_sort.column);
    const std::optional<double> b = channels->figure(right.row(), m_sort.column);
    if (!a || !b)
        return a.has_value() == b.has_value() ? isBefore : a.has_value() != isTurned;
    return *a == *b ? isBefore : *a < *b;
}

QString ChannelFilterModel::idAt(int row) const
{
    return index(row, 0).data(ChannelListModel::IdRole).toString();
}

int ChannelFilterModel::rowOf(const QString &id) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (idAt(row) == id)
            return row;
    }
    return -1;
}

bool ChannelFilterModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QString part = m_wanted.simplified();
    if (part.isEmpty())
        return true;
    const QModelIndex channel = sourceModel()->index(row, 0, parent);
    const QString username = channel.data(ChannelListModel::UsernameRole).toString();
    if (m_reference
        && m_reference->names({.id = ChannelId(channel.data(ChannelListModel::IdRole).toLongLong()),
                               .title = {},
                               .username = username.startsWith(u'@') ? username.mid(1) : username,
                               .subscribers = {}}))
        return true;
    const auto roles = {ChannelListModel::TitleRole, ChannelListModel::UsernameRole, ChannelListModel::IdRole};
    return std::any_of(roles.begin(), roles.end(), [&](int role) {
        return channel.data(role).toString().contains(part, Qt::CaseInsensitive);
    });
}
}
