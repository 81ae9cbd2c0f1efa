// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/channelfiltermodel.h"

#include "models/channellistmodel.h"

#include <algorithm>

namespace Postwave
{
ChannelFilterModel::ChannelFilterModel(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    connect(this, &QAbstractItemModel::rowsInserted, this, &ChannelFilterModel::countChanged);
    connect(this, &QAbstractItemModel::rowsRemoved, this, &ChannelFilterModel::countChanged);
    connect(this, &QAbstractItemModel::modelReset, this, &ChannelFilterModel::countChanged);
}

void ChannelFilterModel::setWanted(const QString &wanted)
{
    if (wanted == m_wanted)
        return;
    m_wanted = wanted;
    invalidateFilter();
    Q_EMIT wantedChanged();
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
    const auto roles = {ChannelListModel::TitleRole, ChannelListModel::UsernameRole, ChannelListModel::IdRole};
    return std::any_of(roles.begin(), roles.end(), [&](int role) {
        return channel.data(role).toString().contains(part, Qt::CaseInsensitive);
    });
}
}
