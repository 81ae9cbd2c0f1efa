// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/chartspec.h"

#include <QPen>
#include <QSize>

#include <memory>

namespace Postwave::Bench
{
/** Draws a spec's first series with QCustomPlot, set up as its manual advises for much data. */
class PeerPlot
{
public:
    PeerPlot(const ChartSpec &spec, QSize size, const QPen &pen);
    ~PeerPlot();
    Q_DISABLE_COPY_MOVE(PeerPlot)

    /** Makes other data, in memory of its own. */
    void change();
    /** Takes the data and draws it into its buffer; that this would still have to go to a window is left out. */
    void draw();

private:
    struct Private;
    std::unique_ptr<Private> d;
};
}
