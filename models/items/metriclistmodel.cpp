// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/metriclistmodel.h"

#include <algorithm>

namespace Postwave
{
namespace
{
/** Replies are left to files: only some servers tell them from comments. */
constexpr std::array kOffered = {Metric::Views, Metric::Likes, Metric::Shares, Metric::Comments, Metric::PostCount};
}

int MetricListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(kOffered.size());
}

QVariant MetricListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Metric metric = kOffered[size_t(index.row())];
    switch (role) {
    case MetricRole:
        return metricName(metric);
    case ShownRole:
        return m_shown.contains(metric);
    case LastRole:
        return m_shown == QList{metric};
    case Qt::DisplayRole:
    case NameRole:
        break;
    default:
        return {};
    }
    switch (metric) {
    case Metric::Views:
        return tr("Views");
    case Metric::Likes:
        return tr("Reactions");
    case Metric::Shares:
        return tr("Forwards");
    case Metric::Comments:
        return tr("Comments");
    case Metric::Replies:
        return tr("Replies");
    case Metric::PostCount:
        return tr("Posts");
    }
    return {};
}

QHash<int, QByteArray> MetricListModel::roleNames() const
{
    return {{MetricRole, "metric"}, {NameRole, "name"}, {ShownRole, "shown"}, {LastRole, "last"}};
}

Metric MetricListModel::beside(Metric metric, int steps)
{
    const auto found = std::ranges::find(kOffered, metric);
    if (found == kOffered.end())
        return kOffered.front();
    const int count = int(kOffered.size());
    return kOffered[size_t((int(found - kOffered.begin()) + steps % count + count) % count)];
}

void MetricListModel::setShown(const QList<Metric> &metrics)
{
    if (metrics == m_shown)
        return;
    m_shown = metrics;
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}
}
