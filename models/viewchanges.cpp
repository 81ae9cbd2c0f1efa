// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/viewchanges.h"

#include "core/zonebuckets.h"
#include "series/wording.h"

#include <QCoreApplication>
#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Postwave::ViewChanges
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
    return Wording::clock(QDateTime::fromSecsSinceEpoch(time, zone).time(), locale);
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

QString maturity(const SeriesView &view, const QLocale &locale)
{
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
    return Text::tr("%1 of %2 posts were published since %3 and still gather views", "two numbers of posts, a date")
        .arg(locale.toString(young), locale.toString(all), Wording::day(dateAt(*since, view.question.zone), locale));
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
    const QString text = view.step == Step::Hour ? Text::tr("Hours as of %1, day as of %2: %3 views since")
                                                 : Text::tr("Minutes as of %1, hour as of %2: %3 views since");
    return text.arg(clockOf(view.asOf, zone, locale), clockOf(openedAt, zone, locale),
                    sign + locale.toString(std::abs(difference)));
}
}
