// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/comparison.h"
#include "series/viewquery.h"

class QCommandLineParser;

namespace Postwave::Usage
{
/** What --period is; throws a Problem, as all of these do. */
Period periodOf(const QCommandLineParser &parser);

/** The view that --period, --day, --hour, or --from, --to and --step name, by the clocks of --zone. */
ViewQuery viewOf(const QCommandLineParser &parser);

/** What --compare and --align say about that view. */
std::optional<Comparison> comparisonOf(const QCommandLineParser &parser, const ViewQuery &view);
}
