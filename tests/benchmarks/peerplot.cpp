// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "peerplot.h"

#include <qcustomplot.h>

namespace Postwave::Bench
{
struct PeerPlot::Private {
    QCustomPlot plot;
    QCPGraph *graph = nullptr; // of the plot
    QVector<QCPGraphData> data;
};

PeerPlot::PeerPlot(const ChartSpec &spec, QSize size, const QPen &pen)
    : d(std::make_unique<Private>())
{
    d->plot.resize(size);
    d->plot.setViewport({{0, 0}, size}); // otherwise done when it is shown
    d->plot.setPlottingHint(QCP::phFastPolylines);
    d->graph = d->plot.addGraph();
    d->graph->setAdaptiveSampling(true);
    d->graph->setPen(pen);
    d->plot.xAxis->setTicker(QSharedPointer<QCPAxisTickerDateTime>::create());
    qint64 largest = 0;
    for (qsizetype i = 0; i < spec.starts.size(); ++i) {
        const qint64 value = spec.series.constFirst().values.at(i).value_or(0);
        d->data.append({double(spec.starts.at(i)), double(value)});
        largest = std::max(largest, value);
    }
    d->plot.xAxis->setRange(double(spec.window.from), double(spec.window.until));
    d->plot.yAxis->setRange(0, double(largest));
}

PeerPlot::~PeerPlot() = default;

void PeerPlot::change()
{
    d->data.first().value += 1;
}

void PeerPlot::draw()
{
    d->graph->data()->set(d->data, true);
    d->plot.replot(QCustomPlot::rpQueuedRefresh);
}
}
