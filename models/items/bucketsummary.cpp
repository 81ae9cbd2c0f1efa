// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/bucketsummary.h"

#include "format/format.h"
#include "format/viewformat.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
/** The context of these texts for translators. */
class Text
{
    Q_DECLARE_TR_FUNCTIONS(Bucket)
};
}

BucketSummary BucketSummary::of(const SeriesView &view, qsizetype bucket, const QList<Metric> &metrics,
                                const QLocale &locale)
{
    BucketSummary summary;
    if (bucket < 0 || bucket >= view.rows.size())
        return summary;
    const Row &row = view.rows[bucket];
    const QTimeZone &zone = view.question.zone;
    summary.valid = true;
    summary.span = ViewFormat::bucketSpan(view.step, row.start, zone, locale);
    summary.state = ViewFormat::state(row.state);
    const bool known = row.state == BucketState::Partial || row.state == BucketState::Complete;
    for (const Metric metric : metrics) {
        if (!known)
            break;
        summary.metrics.append(metricName(metric));
        summary.names.append(Format::metric(metric));
        summary.values.append(ViewFormat::count(row.counters[metric], locale));
    }
    if (view.compared && known && view.compared->exists(bucket)) {
        const Row &comparedRow = view.compared->rows[bucket];
        summary.comparedSpan = ViewFormat::bucketSpan(view.step, comparedRow.start, zone, locale);
        for (const Metric metric : metrics) {
            summary.comparedValues.append(ViewFormat::count(comparedRow.counters[metric], locale));
            summary.changes.append(ViewFormat::change(changeIn(view, bucket, metric), locale));
        }
    }
    if (row.viral) {
        const double views = double(row.counters[Metric::Views].value_or(0));
        summary.viralBaseline = view.viralBaseline;
        summary.viral =
            Text::tr("Viral: %1× the average of %2 (periods without posts excluded)", "a factor, a number of views")
                .arg(locale.toString(views / view.viralBaseline, 'f', 1),
                     locale.toString(qint64(std::llround(view.viralBaseline))));
    }
    summary.openable = view.step != ViewStep::Minute && row.state != BucketState::Future;
    if (summary.openable)
        summary.hint = ViewFormat::drillHint(view.step, row.start, zone, locale);
    return summary;
}

Change BucketSummary::changeIn(const SeriesView &view, qsizetype bucket, Metric metric)
{
    if (!view.compared)
        return {};
    const Row &row = view.rows[bucket];
    const Row &comparedRow = view.compared->rows[bucket];
    const bool isOver = row.state == BucketState::Complete && comparedRow.state == BucketState::Complete;
    return changeOf(isOver ? row.counters[metric] : Count(), comparedRow.counters[metric], metric != Metric::PostCount,
                    view.isSettled(bucket) && view.compared->isSettled(bucket));
}

QString BucketSummary::sentence() const
{
    QStringList parts;
    for (qsizetype i = 0; i < names.size(); ++i)
        parts.append(Text::tr("%1 %2", "name of a counter, its value").arg(names[i], values[i]));
    for (qsizetype i = 0; i < comparedValues.size(); ++i)
        parts.append(Text::tr("%1: %2 %3, %4", "a time span, name of a counter, its value there, the change")
                         .arg(comparedSpan, names[i], comparedValues[i], changes[i]));
    for (const QString &part : {state, viral}) {
        if (!part.isEmpty())
            parts.append(part);
    }
    return Text::tr("%1: %2", "a time span, what is known of it").arg(span, parts.join(u"; "_s));
}
}
