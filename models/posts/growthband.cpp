// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "posts/growthband.h"

#include "posts/quantile.h"

#include <vector>

namespace Postwave
{
QList<BandPoint> growthBand(const QList<Growth> &growths, const MaturityCurve &curve)
{
    QList<BandPoint> band;
    std::vector<double> values;
    for (const double age : MaturityCurve::kGrid) {
        values.clear();
        const double share = curve.at(age);
        for (const Growth &growth : growths) {
            const std::optional<ValueAtAge> then = growth.at(age, share);
            if (then && then->isRead)
                values.push_back(then->value);
        }
        if (values.size() < kFewestBandPosts)
            continue;
        band.append({.age = age,
                     .low = quantile(values, 0.25),
                     .median = quantile(values, 0.5),
                     .high = quantile(values, 0.75),
                     .posts = int(values.size())});
    }
    return band;
}
}
