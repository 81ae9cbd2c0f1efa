// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/viewdiff.h"

#include "core/zonebuckets.h"
#include "format/format.h"
#include "format/viewformat.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Postwave::ViewDiff
{
namespace
{
/** The context of these texts for translators. */
class Text
{
    Q_DECLARE_TR_FUNCTIONS(View)
};

QString clockOf(qint64 time, const QTimeZone &zone, const QLocale &locale)
{
    return Format::clock(QDateTime::fromSecsSinceEpoch(time, zone).time(), locale);
}

QString dayAndClockOf(qint64 time, const QTimeZone &zone, const QLocale &locale)
{
    return Text::tr("%1, %2", "a date and a time")
        .arg(Format::day(dateAt(time, zone), locale), clockOf(time, zone, locale));
}
}

QList<int> changedRows(const SeriesView &before, const SeriesView &now)
{
    QList<int> changed;
    auto then = before.rows.cbegin();
    for (qsizetype i = 0; i < now.rows.size(); ++i) {
        const Row &row = now.rows[i];
        while (then != before.rows.cend() && then->start < row.start)
            ++then;
        if (then == before.rows.cend())
            break;
        // What was not known before has not changed: it came.
        const bool bothKnown = then->counters[Metric::Views] && row.counters[Metric::Views];
        if (then->start == row.start && bothKnown && then->counters != row.counters)
            changed.append(int(i));
    }
    return changed;
}

int rowAround(const SeriesView &outer, const SeriesView &inner)
{
    if (!(inner.step < outer.step) || inner.window.isEmpty())
        return -1;
    const auto after = std::ranges::upper_bound(outer.rows, inner.window.from, {}, &Row::start);
    const int row = int(after - outer.rows.cbegin()) - 1;
    return row >= 0 && inner.window.until <= outer.endOf(row) ? row : -1;
}

QString maturity(const SeriesView &view, const QLocale &locale)
{
    // Weeks and months are young as long as they last, whatever is in them.
    if (view.step > ViewStep::Day)
        return {};
    std::optional<qint64> since;
    qint64 young = 0;
    qint64 all = 0;
    for (qsizetype i = 0; i < view.rows.size(); ++i) {
        const Row &row = view.rows[i];
        if (row.state == BucketState::Unknown || row.state == BucketState::Future)
            continue;
        const Count posts = row.counters[Metric::PostCount];
        if (!posts)
            return {};
        all += *posts;
        if (view.endOf(i) > view.now - kYoungSeconds && *posts > 0) {
            since = since.value_or(row.start);
            young += *posts;
        }
    }
    if (!since)
        return {};
    const QTimeZone &zone = view.question.zone;
    const QString time =
        view.step == ViewStep::Day ? Format::day(dateAt(*since, zone), locale) : dayAndClockOf(*since, zone, locale);
    return Text::tr("Still gaining views: %1 of %2 post(s), published since %3", "two numbers of posts, a time",
                    ViewFormat::plural(all))
        .arg(locale.toString(young), locale.toString(all), time);
}

QString lag(const SeriesView &view, const Row &opened, qint64 openedAt, const QLocale &locale)
{
    const Totals parts = totalsOf(view.rows);
    const Count inside = parts.counters[Metric::Views];
    const Count outside = opened.counters[Metric::Views];
    const auto isUnknown = [](const Row &row) {
        return row.state == BucketState::Unknown;
    };
    if (!inside || !outside || *inside == *outside || openedAt <= view.asOf
        || std::ranges::any_of(view.rows, isUnknown))
        return {};
    const QTimeZone &zone = view.question.zone;
    const qint64 difference = *outside - *inside;
    const QString sign = difference > 0 ? u"+"_s : u"−"_s;
    const QString text = view.step == ViewStep::Hour ? Text::tr("Hours as of %1; day as of %2 (%3 views)")
                                                     : Text::tr("Minutes as of %1; hour as of %2 (%3 views)");
    const bool sameDay = dateAt(view.asOf, zone) == dateAt(openedAt, zone);
    const auto when = [&](qint64 time) {
        return sameDay ? clockOf(time, zone, locale) : dayAndClockOf(time, zone, locale);
    };
    return text.arg(when(view.asOf), when(openedAt), sign + locale.toString(std::abs(difference)));
}
}
