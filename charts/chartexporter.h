// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartstyle.h"
#include "core/result.h"
#include "series/chartspec.h"

#include <QByteArray>
#include <QImage>

namespace Postwave
{
/** The picture of a spec. GUI thread; encode it elsewhere with encodePng() where time matters. */
QImage chartImage(const ChartSpec &spec, const ChartStyle &style);

/** The same as the bytes of a PNG file; the same spec and style give the same bytes. */
Result<QByteArray> chartPng(const ChartSpec &spec, const ChartStyle &style);
}
