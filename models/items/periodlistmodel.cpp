// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/periodlistmodel.h"

#include "format/viewformat.h"

#include <algorithm>

namespace Postwave
{
int PeriodListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(kPeriods.size() + kNamedRanges.size());
}

QVariant PeriodListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const size_t row = size_t(index.row());
    if (role == CurrentRole)
        return index.row() == m_current;
    if (row >= kPeriods.size()) {
        const NamedRange range = kNamedRanges[row - kPeriods.size()];
        switch (role) {
        case PeriodRole:
            return namedRangeName(range);
        case Qt::DisplayRole:
        case NameRole:
        case ButtonRole:
            return ViewFormat::namedRange(range);
        case MainRole:
            return false;
        default:
            return {};
        }
    }
    const Period period = kPeriods[row];
    switch (role) {
    case PeriodRole:
        return periodName(period);
    case ButtonRole:
        return ViewFormat::periodButton(period);
    case Qt::DisplayRole:
    case NameRole:
        return ViewFormat::period(period);
    case MainRole:
        return periodLevel(period) == StoredResolution::Day;
    default:
        return {};
    }
}

QHash<int, QByteArray> PeriodListModel::roleNames() const
{
    return {{PeriodRole, "period"},
            {ButtonRole, "button"},
            {NameRole, "name"},
            {CurrentRole, "current"},
            {MainRole, "main"}};
}

void PeriodListModel::setCurrent(const ViewQuery &overview, qint64 now)
{
    int current = -1;
    if (const auto *period = std::get_if<Period>(&overview.span))
        current = int(std::ranges::find(kPeriods, *period) - kPeriods.begin());
    for (size_t i = 0; i < kNamedRanges.size() && current < 0; ++i) {
        if (questionOf(kNamedRanges[i], now, overview.zone).span == overview.span)
            current = int(kPeriods.size() + i);
    }
    if (current == m_current)
        return;
    m_current = current;
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}
}
