// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/chartviewport.h"

#include "core/timetext.h"
#include "core/zonebuckets.h"
#include "format/format.h"
#include "series/chartspecof.h"

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

ChartViewport::ChartViewport(Navigator *navigator, QObject *parent)
    : QObject(parent)
    , m_navigator(navigator)
{
}

void ChartViewport::show(const ChartSpec &whole)
{
    m_whole = whole;
    m_frozen = false;
    followZoom();
}

void ChartViewport::followZoom()
{
    if (m_frozen)
        return;
    findZoom();
    m_part = isZoomed() ? Postwave::zoomed(m_whole, m_first, m_count) : m_whole;
    Q_EMIT changed();
}

void ChartViewport::clear()
{
    m_whole = {};
    m_part = {};
    m_first = 0;
    m_count = 0;
    m_frozen = true;
    Q_EMIT changed();
}

void ChartViewport::freeze()
{
    m_frozen = true;
    Q_EMIT changed(); // what is told of its buckets is over
}

QString ChartViewport::partText() const
{
    const QTimeZone zone = zoneFromName(m_part.zone).value_or(QTimeZone::utc());
    return m_part.starts.isEmpty() ? QString() : Format::range(m_part.window, zone, QLocale());
}

bool ChartViewport::isLongView() const
{
    return m_whole.starts.size() > kLongFrom;
}

qint64 ChartViewport::endOf(int bucket) const
{
    return bucket + 1 < m_whole.starts.size() ? m_whole.starts[bucket + 1] : m_whole.window.until;
}

/** Finds the buckets of the zoom among those that are shown now; a refresh may have moved them, or taken them away. */
void ChartViewport::findZoom()
{
    m_first = 0;
    m_count = 0;
    const std::optional<TimeWindow> &zoom = m_navigator->current().zoom;
    if (!zoom)
        return;
    const QList<qint64> &starts = m_whole.starts;
    const auto first = std::ranges::lower_bound(starts, zoom->from);
    const auto last = std::ranges::lower_bound(starts, zoom->until);
    if (last - first < kFewestBuckets || last - first == starts.size())
        return;
    m_first = int(first - starts.cbegin());
    m_count = int(last - first);
}

void ChartViewport::setZoom(int first, int count, bool forBack)
{
    const int all = int(m_whole.starts.size());
    if (m_frozen || all == 0)
        return;
    const int shown = std::clamp(count, std::min(kFewestBuckets, all), all);
    const int from = std::clamp(first, 0, all - shown);
    Location location = m_navigator->current();
    location.zoom.reset();
    if (shown < all)
        location.zoom = TimeWindow{m_whole.starts[from], endOf(from + shown - 1)};
    if (forBack)
        m_navigator->go(location);
    else
        m_navigator->replace(location);
}

void ChartViewport::zoomTo(int first, int last)
{
    const int count = std::abs(last - first) + 1;
    // What is too few is shown with as many more on both sides.
    setZoom(std::min(first, last) - std::max(0, kFewestBuckets - count) / 2, count, true);
}

void ChartViewport::stretchTo(int first, int last)
{
    setZoom(std::min(first, last), std::abs(last - first) + 1, !isZoomed());
}

void ChartViewport::zoomBy(qreal factor, int around)
{
    const int all = int(m_whole.starts.size());
    const int shown = isZoomed() ? m_count : all;
    if (!(factor > 0) || factor == 1 || shown == 0)
        return;
    int count = int(std::lround(shown / factor));
    // However small the step, it is one.
    if (count == shown)
        count += factor > 1 ? -1 : 1;
    count = std::clamp(count, std::min(kFewestBuckets, all), all);
    const int kept = std::clamp(around, m_first, m_first + shown - 1);
    const qreal place = (kept - m_first + 0.5) / shown;
    const int first = int(std::lround(kept + 0.5 - place * count));
    setZoom(first, count, !isZoomed() || count == all);
}

void ChartViewport::pan(int buckets)
{
    if (isZoomed())
        setZoom(m_first + buckets, m_count, false);
}

void ChartViewport::showAll()
{
    if (isZoomed())
        setZoom(0, int(m_whole.starts.size()), true);
}
}
