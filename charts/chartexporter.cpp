// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartexporter.h"

#include "charts/chartscene.h"
#include "charts/pngwriter.h"

namespace Postwave
{
QImage chartImage(const ChartSpec &spec, const ChartStyle &style)
{
    return ChartScene(spec, style).render();
}

Result<QByteArray> chartPng(const ChartSpec &spec, const ChartStyle &style)
{
    return encodePng(chartImage(spec, style));
}
}
