// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Which part of the view the chart shows.
#include "models/dashboardstate.h"

#include <algorithm>
#include <cmath>

namespace Postwave
{
namespace
{
/** Fewer buckets than this show nothing that the tooltip does not. */
constexpr int kFewestBuckets = 4;
constexpr int kLongFrom = 120; ///< more buckets than this are too narrow to point at
}

bool DashboardState::isLongView() const
{
    return m_status == Status::Shown && m_view.rows.size() > kLongFrom;
}

/** Finds the buckets of the zoom among those that are shown now; a refresh may have moved them, or taken them away. */
void DashboardState::findZoom()
{
    m_zoomFirst = 0;
    m_zoomCount = 0;
    const std::optional<TimeWindow> &zoom = m_history.current().zoom;
    if (!zoom)
        return;
    const QList<Row> &rows = m_view.rows;
    const auto first = std::ranges::lower_bound(rows, zoom->from, {}, &Row::start);
    const auto last = std::ranges::lower_bound(rows, zoom->until, {}, &Row::start);
    if (last - first < kFewestBuckets || last - first == rows.size())
        return;
    m_zoomFirst = int(first - rows.cbegin());
    m_zoomCount = int(last - first);
}

void DashboardState::setZoom(int first, int count, bool forBack)
{
    const int all = int(m_view.rows.size());
    if (m_status != Status::Shown || m_outdated || all == 0)
        return;
    const int shown = std::clamp(count, std::min(kFewestBuckets, all), all);
    const int from = std::clamp(first, 0, all - shown);
    ViewState view = m_history.current();
    view.zoom.reset();
    if (shown < all)
        view.zoom = TimeWindow{m_view.rows[from].start, m_view.endOf(from + shown - 1)};
    if (view == m_history.current())
        return;
    if (forBack)
        m_history.push(view);
    else
        m_history.replace(view);
    updateSpec();
    Q_EMIT viewChanged();
    Q_EMIT shownChanged();
}

void DashboardState::zoomTo(int first, int last)
{
    const int count = std::abs(last - first) + 1;
    // What is too few is shown with as many more on both sides.
    setZoom(std::min(first, last) - std::max(0, kFewestBuckets - count) / 2, count, true);
}

void DashboardState::stretchTo(int first, int last)
{
    setZoom(std::min(first, last), std::abs(last - first) + 1, !isZoomed());
}

void DashboardState::zoomBy(qreal factor, int around)
{
    const int all = int(m_view.rows.size());
    const int shown = isZoomed() ? m_zoomCount : all;
    if (!(factor > 0) || factor == 1 || shown == 0)
        return;
    int count = int(std::lround(shown / factor));
    // However small the step, it is one.
    if (count == shown)
        count += factor > 1 ? -1 : 1;
    count = std::clamp(count, std::min(kFewestBuckets, all), all);
    const int kept = std::clamp(around, m_zoomFirst, m_zoomFirst + shown - 1);
    const qreal place = (kept - m_zoomFirst + 0.5) / shown;
    const int first = int(std::lround(kept + 0.5 - place * count));
    setZoom(first, count, !isZoomed() || count == all);
}

void DashboardState::pan(int buckets)
{
    if (isZoomed())
        setZoom(m_zoomFirst + buckets, m_zoomCount, false);
}

void DashboardState::showAll()
{
    if (isZoomed())
        setZoom(0, int(m_view.rows.size()), true);
}
}
