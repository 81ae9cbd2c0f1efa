// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/chartlayout.h"
#include "charts/chartstyle.h"
#include "charts/minmaxindex.h"
#include "series/chartspec.h"

namespace Postwave
{
/** What all parts of a picture share: what is to be drawn, in which style, and where. */
class ChartFrame
{
public:
    /** Lines are cut this far outside of the plot, which keeps a line at zero whole. */
    static constexpr qreal kClipRoom = 4;

    /** Shows something else; what was found out about values that stay is kept. */
    void setContent(const ChartSpec &spec, const ChartStyle &style);

    const ChartSpec &spec() const
    {
        return m_spec;
    }
    /** As it was wished, with scales within their limits. */
    const ChartStyle &style() const
    {
        return m_style;
    }
    const ChartLayout &layout() const
    {
        return m_layout;
    }
    const ChartGeometry &geometry() const
    {
        return m_layout.geometry;
    }

    /** State of a bucket; unknown for one that is none. */
    BucketState stateOf(int bucket) const
    {
        return bucket >= 0 && bucket < m_spec.states.size() ? m_spec.states.at(bucket) : BucketState::Unknown;
    }
    /** Value of a bucket; none for one that is none. */
    static Count valueOf(const ChartSeries &series, int bucket)
    {
        return bucket >= 0 && bucket < series.values.size() ? series.values.at(bucket) : Count();
    }

    // Of the spec's series, and of no copy of them.
    const ValueScale &scaleOf(const ChartSeries &series) const;
    const MinMaxIndex &extremesOf(const ChartSeries &series) const;
    /** Whether it stands in the strip below the plot. */
    bool isInStrip(const ChartSeries &series) const;
    /** Whether it stands in the plot as bars. */
    bool isBars(const ChartSeries &series) const;
    /** Where a bucket's value stands on the picture; a value that is not known stands at zero. */
    QPointF pointOf(const ChartSeries &series, int bucket) const;

    /** Columns of device pixels in the plot: more points than that cannot be told apart. */
    int columns() const;
    /** Where lines are cut. */
    QRectF lineArea() const;
    /** Whether there are more points than can be told apart, or little room. */
    bool hasThinLines() const;
    /** Whether each known bucket of a line has a marker. */
    bool hasPoints() const;

    QColor colour(const ColourToken &token) const;
    QColor colourOf(const ChartSeries &series) const;

private:
    ChartSpec m_spec;
    QList<MinMaxIndex> m_extremes; ///< of the spec's series
    ChartStyle m_style;
    ChartLayout m_layout;
};
}
