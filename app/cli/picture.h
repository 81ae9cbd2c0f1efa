// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commandline.h"
#include "core/result.h"
#include "files/writers/rowfiles.h"

namespace Postwave
{
/** The picture of a view as PNG. Needs a QApplication. */
Result<QByteArray> pictureOf(const CommandLine &line, const SeriesView &view, const JsonFacts &facts,
                             const QList<Metric> &metrics);
}
