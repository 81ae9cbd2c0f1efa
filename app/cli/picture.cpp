// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/picture.h"

#include "charts/chartexporter.h"
#include "series/chartspecof.h"

namespace Postwave
{
Result<QByteArray> pictureOf(const CommandLine &line, const SeriesView &view, const JsonFacts &facts,
                             const QList<Metric> &metrics)
{
    ChartStyle style;
    style.theme = line.theme;
    style.size = line.size;
    style.scale = line.scale;
    return chartPng(chartSpecOf(view, facts.channel, facts.source, metrics), style);
}
}
