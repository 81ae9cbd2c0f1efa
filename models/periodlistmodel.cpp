// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/periodlistmodel.h"

#include "models/viewwords.h"

namespace Postwave
{
int PeriodListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(kPeriods.size());
}

QVariant PeriodListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Period period = kPeriods[size_t(index.row())];
    switch (role) {
    case PeriodRole:
        return periodName(period);
    case ButtonRole:
        return ViewWords::periodButton(period);
    case Qt::DisplayRole:
    case NameRole:
        return ViewWords::period(period);
    case CurrentRole:
        return period == m_current;
    case MainRole:
        return periodLevel(period) == Level::Day;
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

void PeriodListModel::setCurrent(std::optional<Period> period)
{
    if (period == m_current)
        return;
    m_current = period;
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}
}
