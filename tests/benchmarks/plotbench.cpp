// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"
#include "charts/chartscene.h"
#include "charts/marks.h"
#ifdef POSTWAVE_HAS_QCUSTOMPLOT
#include "peerplot.h"
#endif
#include "somespecs.h"

#include <QRandomGenerator>

#include <cmath>
#include <numbers>

using namespace Qt::StringLiterals;

namespace Postwave::Bench
{
namespace
{
constexpr QSize kSize(1600, 900);

/**
 * The same 90 days whatever the number of points: a walk with the rhythm of the days, some noise and 30 peaks. */
QList<qint64> signal(int count)
{
    constexpr int kDays = 90;
    QRandomGenerator random(1);
    QList<qint64> values;
    values.reserve(count);
    const double step = 600.0 * std::sqrt(double(kDays) / count);
    double level = 5000;
    for (int i = 0; i < count; ++i) {
        level = std::clamp(level + random.bounded(2 * step) - step, 2000.0, 8000.0);
        const double rhythm = 1500 * std::sin(i * kDays * 2 * std::numbers::pi / count);
        const double peak = i % (count / 30) == count / 60 ? 8000 : 0;
        values.append(qint64(level + rhythm + random.bounded(400.0) + peak));
    }
    return values;
}

ChartSpec specOf(int count)
{
    return Postwave::specOf(ViewStep::Minute, u"2023-01-01"_s, signal(count));
}

/** New data and the picture of it, as on a page: axes and lines, without title and legend. */
class OurFrame
{
public:
    explicit OurFrame(int count)
        : m_spec(specOf(count))
    {
    }

    double time()
    {
        // Other values, in memory of their own, since the scene still holds those before.
        Count &value = m_spec.series.first().values.first();
        value = *value + 1;
        return cpuTimeOf([this] {
            m_scene.setContent(m_spec, {.size = kSize, .figure = false});
            m_scene.render(m_picture);
        });
    }

private:
    ChartSpec m_spec;
    ChartScene m_scene;
    QImage m_picture; // painted over and over, as is the peer's
};

Row plotRow([[maybe_unused]] int count, const QString &what, double goal)
{
    const Row row{.what = what,
                  .peer = u"QCustomPlot, adaptive sampling and fast polylines on, the same pen"_s,
                  .ours = 0,
                  .theirs = 0,
                  .unit = u"ms"_s,
                  .goal = goal};
#ifdef POSTWAVE_HAS_QCUSTOMPLOT
    OurFrame ours(count);
    const QPen pen(Palette::kViews.in(Theme::Light), Marks::kDenseLineWidth); // as wide as we draw so many points
    PeerPlot theirs(specOf(count), kSize, pen);
    const auto timeOfTheirs = [&] {
        theirs.change();
        return cpuTimeOf([&] {
            theirs.draw();
        });
    };
    return compare(
        row, 31,
        [&] {
            return ours.time();
        },
        timeOfTheirs);
#else
    return notMeasured(row, u"QCustomPlot for Qt 6 is not installed"_s);
#endif
}

Row flatnessRow()
{
    OurFrame many(1'000'000);
    OurFrame few(10'000);
    return compare(
        {.what = u"frame of 1,000,000 points, CPU"_s,
         .peer = u"ours of 10,000 points"_s,
         .ours = 0,
         .theirs = 0,
         .unit = u"ms"_s,
         .goal = 2.5},
        31,
        [&] {
            return many.time();
        },
        [&] {
            return few.time();
        });
}
}

QList<Row> plotRows()
{
    return {plotRow(100'000, u"frame of 100,000 points, decimation included, CPU"_s, 1.0),
            plotRow(1'000'000, u"frame of 1,000,000 points, decimation included, CPU"_s, 0.7), flatnessRow()};
}
}
