// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/metric.h"

using namespace Qt::StringLiterals;

namespace Postwave
{
QString metricName(Metric metric)
{
    switch (metric) {
    case Metric::Views:
        return u"views"_s;
    case Metric::Likes:
        return u"likes"_s;
    case Metric::Shares:
        return u"shares"_s;
    case Metric::Comments:
        return u"comments"_s;
    case Metric::Replies:
        return u"replies"_s;
    case Metric::PostCount:
        return u"post_count"_s;
    }
    return {};
}

std::optional<Metric> metricFromName(const QString &name)
{
    for (const Metric metric : kMetrics) {
        if (metricName(metric) == name)
            return metric;
    }
    return std::nullopt;
}
}
