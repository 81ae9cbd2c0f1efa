// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/rangeform.h"

#include "core/zonebuckets.h"
#include "series/namedrange.h"

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
/** More buckets than this are no chart that anybody reads, and take many requests. */
constexpr qint64 kMostHours = 92 * 24;
constexpr qint64 kMostDays = 2000;

/** As files write a date, or as the locale does; nothing before there were any channels. */
QDate dateOf(const QString &text)
{
    const QString typed = text.trimmed();
    QDate date = QDate::fromString(typed, Qt::ISODate);
    if (!date.isValid())
        date = QLocale().toDate(typed, QLocale::ShortFormat);
    // Two digits of a year are of this century, whatever Qt makes of them.
    if (date.isValid() && date.year() < 2000 && !typed.contains(QString::number(date.year())))
        date = date.addYears(100);
    return date.isValid() && date.year() >= 2013 && date.year() < 2100 ? date : QDate();
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

bool RangeForm::open()
{
    const QDate first = dateOf(m_from);
    const QDate last = dateOf(m_to);
    const QString example = tr("Enter a date such as %1.").arg(u"2025-11-21"_s);
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
