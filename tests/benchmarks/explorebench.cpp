// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"
#include "charts/chartitem.h"
#include "series/chartspecof.h"
#include "shownitem.h"
#include "somespecs.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace Postwave::Bench
{
namespace
{
constexpr int kPoints = 1'000'000;
constexpr int kFrames = 60;
constexpr int kHovers = 2000;
constexpr double kSlowestFrameMs = 1000.0 / 30;

ChartSpec longSpec()
{
    QRandomGenerator random(7);
    QList<qint64> values;
    values.reserve(kPoints);
    for (int i = 0; i < kPoints; ++i)
        values.append(random.bounded(10'000));
    return specOf(ViewStep::Minute, u"2024-01-01"_s, values);
}

/** What each part of @p parts takes from the question to the frame, of which the middle one counts. */
double frameTimeOf(ChartItem &item, ShownItem &window, const ChartSpec &whole, const QList<std::pair<int, int>> &parts)
{
    QList<double> times;
    for (const auto &[first, count] : parts) {
        times.append(timeOf([&, from = first, many = count] {
            item.setSpec(zoomed(whole, from, many));
            window.waitForFrame();
        }));
    }
    return median(times);
}
}

QList<Row> exploreRows()
{
    const ChartSpec whole = longSpec();
    ChartItem item;
    ShownItem window(&item);
    item.setSpec(whole);
    window.waitForFrame();

    QList<std::pair<int, int>> zooming;
    QList<std::pair<int, int>> panning;
    for (int i = 1; i <= kFrames; ++i) {
        const int count = kPoints - i * kPoints / (2 * kFrames);
        zooming.append({(kPoints - count) / 2, count});
        panning.append({i * (kPoints / 2) / kFrames, kPoints / 2});
    }
    const Row row{.what = {}, .peer = u"30 frames a second"_s, .theirs = kSlowestFrameMs, .unit = u"ms"_s, .goal = 1};
    Row zoom = row;
    zoom.what = u"a frame of zooming into 1,000,000 points"_s;
    zoom.ours = frameTimeOf(item, window, whole, zooming);
    Row pan = row;
    pan.what = u"a frame of moving 500,000 of 1,000,000 points"_s;
    pan.ours = frameTimeOf(item, window, whole, panning);

    item.setSpec(whole);
    window.waitForFrame();
    const int before = item.repaints();
    const QRectF plot = item.plotArea();
    for (int i = 0; i < kHovers; ++i) {
        const int bucket = item.bucketAt(plot.left() + plot.width() * i / kHovers);
        item.columnOf(bucket);
        item.yOf(i);
        if (i % (kHovers / kFrames) == 0)
            window.waitForFrame();
    }
    const Row hover{.what = u"pictures made by %1 moves of the pointer over them"_s.arg(kHovers),
                    .peer = u"a single one"_s,
                    .ours = double(item.repaints() - before),
                    .theirs = 1,
                    .unit = u""_s,
                    .goal = 0.5};
    return {zoom, pan, hover};
}
}
