// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/channelfiltermodel.h"

#include "core/channeltitle.h"
#include "items/channellistmodel.h"

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
    // All go and those that are wanted come: two changes, where the thousands of gaps between them would be one each.
    m_isEmptied = true;
    invalidateFilter();
    m_isEmptied = false;
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
    const auto *channels = qobject_cast<const ChannelListModel *>(sourceModel());
    return channels ? mapFromSource(channels->index(channels->rowOf(id))).row() : -1;
}

bool ChannelFilterModel::filterAcceptsRow(int row, const QModelIndex &) const
{
    if (m_isEmptied)
        return false;
    const QString part = m_wanted.simplified();
    if (part.isEmpty())
        return true;
    const Channel &channel = qobject_cast<const ChannelListModel *>(sourceModel())->channels()[row];
    const QString username = channel.username.isEmpty() ? QString() : u'@' + channel.username;
    return (m_reference && m_reference->names(channel)) || channelTitle(channel).contains(part, Qt::CaseInsensitive)
        || username.contains(part, Qt::CaseInsensitive) || channel.id.text().contains(part);
}
}
