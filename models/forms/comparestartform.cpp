// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/comparestartform.h"

#include "core/timetext.h"
#include "core/zonebuckets.h"
#include "format/datewords.h"
#include "format/format.h"

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
QString textOf(qint64 time, ViewStep step, const QTimeZone &zone)
{
    const QString text = isoTime(time, zone);
    return step >= ViewStep::Day ? text.left(10) : text.left(10) + u' ' + text.mid(11, 5);
}

/** A date as people type it, and where hours are shown a time after it. */
std::optional<qint64> timeOf(const QString &text, ViewStep step, const QTimeZone &zone, QDate today)
{
    QStringList words = text.simplified().split(u' ');
    QTime clock(0, 0);
    if (step < ViewStep::Day && words.constLast().contains(u':')) {
        clock = QTime::fromString(words.takeLast(), u"H:mm"_s);
        if (!clock.isValid())
            return std::nullopt;
    }
    const std::optional<DateSpan> span = dateSpanFromWords(words.join(u' '), today, QLocale());
    if (!span)
        return std::nullopt;
    if (clock == QTime(0, 0))
        return startOfDate(span->first, zone);
    const QDateTime time(span->first, clock, zone);
    return time.isValid() ? std::optional(time.toSecsSinceEpoch()) : std::nullopt;
}
}

QString CompareStartForm::help() const
{
    if (!m_query)
        return {};
    const ViewQuery overview = m_query->overview();
    const qint64 first = m_query->overviewWindow().from;
    const QString day = Format::fullDay(dateAt(first, overview.zone), QLocale());
    if (viewStep(overview) >= ViewStep::Day)
        return tr("This date is compared with %1, the first day shown; later days keep the same offset.").arg(day);
    const QString clock = Format::clock(QDateTime::fromSecsSinceEpoch(first, overview.zone).time(), QLocale());
    return tr("This time is compared with %1, %2, where the chart begins; later times keep the same offset.",
              "a date, a time")
        .arg(day, clock);
}

void CompareStartForm::takeShown()
{
    const ViewQuery overview = m_query->overview();
    const qint64 first = m_query->overviewWindow().from;
    const std::optional<Comparison> now = comparisonFromName(m_query->comparison());
    const auto *chosen = now ? std::get_if<BaselineStart>(&now->baseline) : nullptr;
    qint64 start = sameClockMonths(first, -12, overview.zone);
    if (chosen)
        start = chosen->start;
    m_start = textOf(start, viewStep(overview), overview.zone);
    m_error.clear();
    Q_EMIT edited();
    Q_EMIT judged();
}

bool CompareStartForm::open()
{
    const ViewQuery overview = m_query->overview();
    const ViewStep step = viewStep(overview);
    const std::optional<qint64> start = timeOf(m_start, step, overview.zone, m_query->today());
    m_error.clear();
    if (!start)
        m_error = step >= ViewStep::Day ? tr("Enter a date such as %1.").arg(u"2025-10-01"_s)
                                        : tr("Enter a date and a time such as %1.").arg(u"2025-10-01 14:00"_s);
    else if (*start >= m_query->overviewWindow().from)
        m_error = tr("Enter a start before the period shown.");
    else
        m_query->compareWith(comparisonName({.baseline = BaselineStart{*start}}));
    Q_EMIT judged();
    return m_error.isEmpty();
}
}
