// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"
#include "charts/chartexporter.h"
#include "charts/chartitem.h"
#include "charts/fonts.h"
#include "charts/pngwriter.h"
#include "shownitem.h"
#include "somespecs.h"

#include <QEventLoop>
#include <QFile>
#include <QQmlComponent>
#include <QQmlEngine>
#include <QQmlListReference>
#include <QQuickWindow>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QXYSeries>

#include <array>

using namespace Qt::StringLiterals;

namespace Postwave::Bench
{
namespace
{
constexpr std::array kFour = {Metric::Views, Metric::Likes, Metric::Shares, Metric::Comments};

/** 90 days of four metrics; another @p turn is other values. */
ChartSpec fourSeries(int turn)
{
    ChartSpec spec;
    QRandomGenerator random{quint32(turn)};
    for (size_t i = 0; i < kFour.size(); ++i) {
        QList<qint64> values;
        for (int day = 0; day < 90; ++day)
            values.append(20000 - qint64(i) * 4000 + random.bounded(4000));
        ChartSpec one = specOf(ViewStep::Day, u"2025-08-24"_s, values, kFour[i]);
        if (i == 0)
            spec = one;
        else
            spec.series.append(one.series);
    }
    return spec;
}

QList<QList<QPointF>> pointsOf(const ChartSpec &spec)
{
    QList<QList<QPointF>> all;
    for (const ChartSeries &series : spec.series) {
        QList<QPointF> points;
        for (int day = 0; day < 90; ++day)
            points.append({day + 0.5, double(series.values.at(day).value_or(0))});
        all.append(points);
    }
    return all;
}

constexpr auto kChartView = R"(import QtQuick
import QtCharts

ChartView {
    animationOptions: ChartView.NoAnimation
    antialiasing: true
    legend.visible: false

    ValueAxis { id: days; max: 90; min: 0; tickCount: 10 }
    ValueAxis { id: values; max: 25000; min: 0; tickCount: 6 }
    LineSeries { id: first; axisX: days; axisY: values; width: 2 }
    LineSeries { id: second; axisX: days; axisY: values; width: 2 }
    LineSeries { id: third; axisX: days; axisY: values; width: 2 }
    LineSeries { id: fourth; axisX: days; axisY: values; width: 2 }
    readonly property list<QtObject> lines: [first, second, third, fourth]
}
)";

Row refreshRow()
{
    Row row{.what = u"refresh of 4 series × 90 points, CPU"_s,
            .peer = u"QML ChartView, same data"_s,
            .ours = 0,
            .theirs = 0,
            .unit = u"ms"_s,
            .goal = 0.3};
    loadFonts(); // the peer's labels need some as well
    QQmlEngine engine;
    QQmlComponent component(&engine);
    component.setData(kChartView, {});
    const std::unique_ptr<QObject> view(component.create());
    auto *viewItem = qobject_cast<QQuickItem *>(view.get());
    if (!viewItem)
        return notMeasured(row, component.errorString());
    const QQmlListReference lines(viewItem, "lines");
    ShownItem shownView(viewItem);
    ChartItem item;
    ShownItem shownItem(&item);

    const std::array specs = {fourSeries(0), fourSeries(1)};
    const std::array points = {pointsOf(specs[0]), pointsOf(specs[1])};
    size_t turn = 0;
    size_t viewTurn = 0;
    const auto ours = [&] {
        return shownItem.cpuOf([&] {
            item.setSpec(specs[++turn % 2]);
        });
    };
    const auto theirs = [&] {
        return shownView.cpuOf([&] {
            ++viewTurn;
            for (qsizetype i = 0; i < lines.size(); ++i)
                qobject_cast<QXYSeries *>(lines.at(i))->replace(points[viewTurn % 2].at(i));
        });
    };
    return compare(row, 15, ours, theirs);
}

/** A picture like those that are exported. */
QImage figure()
{
    return chartImage(fourSeries(0), {.size = kSize});
}

QList<Row> pngRows()
{
    const QImage image = figure();
    QTemporaryDir folder;
    const QString ourPath = folder.filePath(u"ours.png"_s);
    const QString theirPath = folder.filePath(u"theirs.png"_s);
    const auto ours = [&] {
        return timeOf([&] {
            QFile file(ourPath);
            const auto bytes = encodePng(image);
            if (!bytes || !file.open(QIODevice::WriteOnly) || file.write(*bytes) != bytes->size())
                qFatal("the picture was not written");
        });
    };
    const auto theirs = [&] {
        return timeOf([&] {
            if (!image.save(theirPath))
                qFatal("the peer's picture was not written");
        });
    };
    const Row time = compare({.what = u"PNG 1600×900 to file"_s,
                              .peer = u"QImage::save of the same image"_s,
                              .ours = 0,
                              .theirs = 0,
                              .unit = u"ms"_s,
                              .goal = 0.5},
                             21, ours, theirs);
    const Row size{.what = u"its size"_s,
                   .peer = time.peer,
                   .ours = double(QFile(ourPath).size()) / 1000,
                   .theirs = double(QFile(theirPath).size()) / 1000,
                   .unit = u"kB"_s,
                   .goal = 1.3};
    return {time, size};
}
}

QList<Row> chartRows()
{
    return QList<Row>{refreshRow()} + pngRows();
}
}
