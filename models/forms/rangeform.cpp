// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/rangeform.h"

#include "core/zonebuckets.h"
#include "format/datewords.h"
#include "format/format.h"
#include "series/namedrange.h"

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
/** More buckets than this are no chart that anybody reads, and take many requests. */
constexpr qint64 kMostHours = 92 * 24;
constexpr qint64 kMostDays = 2000;

/** What a text is taken for, unless it says so itself. */
QString understood(QDate date, const QString &text)
{
    if (!date.isValid() || text.trimmed() == date.toString(Qt::ISODate))
        return {};
    return Format::fullDayWithWeekday(date, QLocale());
}
}

void RangeForm::takeShown()
{
    const SeriesView &view = m_page->shownView();
    const QTimeZone &zone = view.question.zone;
    if (view.window.isEmpty())
        return;
    m_from = dateAt(view.window.from, zone).toString(Qt::ISODate);
    m_to = dateAt(view.window.until - 1, zone).toString(Qt::ISODate);
    m_fromError.clear();
    m_toError.clear();
    Q_EMIT edited();
    Q_EMIT judged();
}

QDate RangeForm::first() const
{
    const auto span = m_query ? dateSpanFromWords(m_from, m_query->today(), QLocale()) : std::nullopt;
    return span ? span->first : QDate();
}

QDate RangeForm::last() const
{
    if (!m_query)
        return {};
    const QDate today = m_query->today();
    const auto span = dateSpanFromWords(m_to, today, QLocale());
    const QDate first = this->first();
    if (!span || !first.isValid() || span->last >= first)
        return span ? span->last : QDate();
    // "1 nov" to "30 nov" means this November, also before it is over.
    constexpr int daysAhead = 31;
    const auto next = dateSpanFromWords(m_to, today.addDays(daysAhead), QLocale());
    return next && next->last >= first ? next->last : span->last;
}

QString RangeForm::fromDate() const
{
    return understood(first(), m_from);
}

QString RangeForm::toDate() const
{
    return understood(last(), m_to);
}

bool RangeForm::open()
{
    const QDate first = this->first();
    const QDate last = this->last();
    const QString example = tr("Enter a date such as %1 or %2.", "two dates, written in two ways")
                                .arg(u"2025-11-21"_s, QLocale().toString(QDate(2025, 11, 21), u"d MMM"_s));
    m_fromError = first.isValid() ? QString() : example;
    m_toError = last.isValid() ? QString() : example;
    if (first.isValid() && last.isValid()) {
        const ViewStep step = stepFromName(m_step).value_or(fittingStep(first, last));
        if (last < first)
            m_toError = tr("This is before the start date.");
        else if (step == ViewStep::Hour && (first.daysTo(last) + 1) * 24 > kMostHours)
            m_toError = tr("Choose days or weeks for a range this long.");
        else if (step == ViewStep::Day && first.daysTo(last) >= kMostDays)
            m_toError = tr("Choose weeks or months for a range this long.");
        else
            m_query->openOverview(rangeQuestion(first, last, step, m_query->timeZone()));
    }
    Q_EMIT judged();
    return m_fromError.isEmpty() && m_toError.isEmpty();
}
}
