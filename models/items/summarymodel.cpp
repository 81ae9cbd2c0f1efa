// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/summarymodel.h"

#include "core/zonebuckets.h"
#include "format/format.h"
#include "format/viewformat.h"
#include "series/channelfigures.h"

#include <algorithm>
#include <cmath>
#include <utility>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
constexpr qint64 kShortFrom = 100'000; ///< smaller numbers fit in full

QString figure(Count count, const QLocale &locale)
{
    return count && *count >= kShortFrom ? Format::shortNumber(*count, locale) : ViewFormat::count(count, locale);
}

QString unknownSentence(ViewStep step, int count)
{
    switch (step) {
    case ViewStep::Day:
        return SummaryModel::tr("%n day(s) not downloaded; totals exclude them.", nullptr, count);
    case ViewStep::Hour:
        return SummaryModel::tr("%n hour(s) not downloaded; totals exclude them.", nullptr, count);
    case ViewStep::Minute:
        return SummaryModel::tr("%n minute(s) not downloaded; totals exclude them.", nullptr, count);
    case ViewStep::Week:
        return SummaryModel::tr("%n week(s) not fully downloaded; totals exclude them.", nullptr, count);
    case ViewStep::Month:
        return SummaryModel::tr("%n month(s) not fully downloaded; totals exclude them.", nullptr, count);
    }
    return {};
}

/** Whether a bucket is unknown, of the view or of what it is compared with. */
bool isLacking(const SeriesView &view)
{
    return std::ranges::find(view.rows, BucketState::Unknown, &Row::state) != view.rows.end()
        || view.compared->lackingCount() > 0;
}

QString comparedSentence(ViewStep step, bool isLacking)
{
    switch (step) {
    case ViewStep::Day:
        return isLacking ? SummaryModel::tr("Comparing %1 of %2 days; days in progress or not downloaded excluded.")
                         : SummaryModel::tr("Comparing %1 of %2 days; days in progress excluded.");
    case ViewStep::Hour:
        return isLacking ? SummaryModel::tr("Comparing %1 of %2 hours; hours in progress or not downloaded excluded.")
                         : SummaryModel::tr("Comparing %1 of %2 hours; hours in progress excluded.");
    case ViewStep::Minute:
        return isLacking
            ? SummaryModel::tr("Comparing %1 of %2 minutes; minutes in progress or not downloaded excluded.")
            : SummaryModel::tr("Comparing %1 of %2 minutes; minutes in progress excluded.");
    case ViewStep::Week:
        return isLacking ? SummaryModel::tr("Comparing %1 of %2 weeks; weeks in progress or not downloaded excluded.")
                         : SummaryModel::tr("Comparing %1 of %2 weeks; weeks in progress excluded.");
    case ViewStep::Month:
        return isLacking ? SummaryModel::tr("Comparing %1 of %2 months; months in progress or not downloaded excluded.")
                         : SummaryModel::tr("Comparing %1 of %2 months; months in progress excluded.");
    }
    return {};
}

QString peakDefinition(ViewStep step)
{
    switch (step) {
    case ViewStep::Day:
        return SummaryModel::tr("Highest day of this period, by views to date.");
    case ViewStep::Hour:
        return SummaryModel::tr("Highest hour of this period, by views to date.");
    case ViewStep::Minute:
        return SummaryModel::tr("Highest minute of this period, by views to date.");
    case ViewStep::Week:
        return SummaryModel::tr("Highest week of this period, by views to date.");
    case ViewStep::Month:
        return SummaryModel::tr("Highest month of this period, by views to date.");
    }
    return {};
}

/** What the figures lack, and why. */
QString sentenceOf(const SeriesView &view)
{
    const auto unknown = std::ranges::count(view.rows, BucketState::Unknown, &Row::state);
    QStringList sentences;
    if (view.compared) {
        const auto both = std::ranges::count_if(view.rows, [&](const Row &row) {
            const Row &comparedRow = view.compared->rows[&row - view.rows.constData()];
            return row.state == BucketState::Complete && comparedRow.state == BucketState::Complete;
        });
        if (both < view.rows.size())
            sentences.append(comparedSentence(view.step, isLacking(view))
                                 .arg(QLocale().toString(both), QLocale().toString(view.rows.size())));
    }
    if (view.beginUnknown && !view.rows.isEmpty())
        sentences.append(
            SummaryModel::tr("Data before %1 is not downloaded.", "a date")
                .arg(Format::fullDay(dateAt(view.rows.constFirst().start, view.question.zone), QLocale())));
    if (unknown > 0)
        sentences.append(unknownSentence(view.step, int(unknown)));
    if (view.commentsMixed)
        sentences.append(SummaryModel::tr("Comments and ER are not shown: the server changed how it counts comments."));
    return sentences.join(u' ');
}

/** Of the buckets that are over on both sides. */
struct BothTotals {
    Counters now; ///< of the view
    Counters before; ///< of what it is compared with
    bool isSettled = false; ///< both stopped growing before they were seen last
};

BothTotals totalsOfBoth(const SeriesView &view)
{
    QList<Row> now;
    QList<Row> before;
    bool isSettled = std::max(view.window.until, view.compared->window.until) + kGrowingSeconds <= view.now;
    for (qsizetype i = 0; i < view.rows.size(); ++i) {
        const Row &comparedRow = view.compared->rows[i];
        if (view.rows[i].state != BucketState::Complete || comparedRow.state != BucketState::Complete)
            continue;
        now.append(view.rows[i]);
        before.append(comparedRow);
        isSettled = isSettled && view.isSettled(i) && view.compared->isSettled(i);
    }
    return {totalsOf(now).counters, totalsOf(before).counters, isSettled};
}

const Row *peakOf(const SeriesView &view)
{
    const Row *peak = nullptr;
    for (const Row &row : view.rows) {
        const qint64 views = row.counters[Metric::Views].value_or(0);
        if (views > 0 && (!peak || views > *peak->counters[Metric::Views]))
            peak = &row;
    }
    return peak;
}
}

QList<SummaryModel::Figure> SummaryModel::figuresOf(const SeriesView &view)
{
    const QLocale locale;
    const Totals totals = totalsOf(view.rows);
    // Nothing known is no zero.
    const Counters sums = totals.known > 0 ? totals.counters : Counters();
    const Row *peak = peakOf(view);
    const Count peakViews = peak ? peak->counters[Metric::Views] : Count();
    const auto figureOf = [&](const QString &name, Count count, const QString &detail, const QString &definition) {
        return Figure{name, figure(count, locale), ViewFormat::count(count, locale), detail, definition};
    };
    const QString rate = ViewFormat::percent(engagementRate(sums), locale);
    return {
        figureOf(tr("Posts"), sums[Metric::PostCount], {},
                 tr("Posts published in this period, as the server counts them: each album item counts as one.")),
        figureOf(tr("Views to date"), sums[Metric::Views], {},
                 tr("Views to date of the posts published in this period. They keep growing.")),
        figureOf(tr("Views per post"), viewsPerPost(sums), tr("average"),
                 tr("Views to date divided by the number of posts.")),
        Figure{tr("ER by views"),
               rate,
               rate,
               {},
               tr("Reactions, forwards and comments divided by views, for the posts published in this period.")},
        figureOf(tr("Peak"), peakViews,
                 peak ? ViewFormat::bucketRow(view.step, peak->start, view.window, view.question.zone, locale)
                      : QString(),
                 peakDefinition(view.step)),
    };
}

/** Posts, views, views per post and ER beside those of the buckets that are over on both sides. */
void SummaryModel::compare(QList<Figure> &figures, const SeriesView &view)
{
    if (!view.compared)
        return;
    const QLocale locale;
    const BothTotals totals = totalsOfBoth(view);
    const Counters &now = totals.now;
    const Counters &before = totals.before;
    const bool isSettled = totals.isSettled;
    const auto tell = [&](Figure &figure, const Change &change) {
        figure.change = ViewFormat::changeInPercent(change, locale);
        const bool isKnown = change.kind == Change::Kind::Known;
        figure.direction = !isKnown || change.difference == 0 ? 0 : (change.difference > 0 ? 1 : -1);
    };
    const auto count = [&](Metric metric) {
        return changeOf(now[metric], before[metric], metric != Metric::PostCount, isSettled);
    };
    const auto inMillionths = [](std::optional<double> rate) {
        return rate ? Count(std::llround(*rate * 1e6)) : Count();
    };
    tell(figures[0], count(Metric::PostCount));
    tell(figures[1], count(Metric::Views));
    tell(figures[2], changeOf(viewsPerPost(now), viewsPerPost(before), true, isSettled));
    tell(figures[3],
         changeOf(inMillionths(engagementRate(now)), inMillionths(engagementRate(before)), true, isSettled));
}

int SummaryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_figures.size());
}

QVariant SummaryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Figure &figure = m_figures[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return figure.name;
    case ValueRole:
        return figure.value;
    case ExactRole:
        return figure.exact;
    case DetailRole:
        return figure.detail;
    case DefinitionRole:
        return figure.definition;
    case ChangeRole:
        return figure.change;
    case DirectionRole:
        return figure.direction;
    default:
        return {};
    }
}

QHash<int, QByteArray> SummaryModel::roleNames() const
{
    return {{NameRole, "name"},          {ValueRole, "value"},           {ExactRole, "exact"},
            {DetailRole, "detail"},      {DefinitionRole, "definition"}, {ChangeRole, "change"},
            {DirectionRole, "direction"}};
}

void SummaryModel::setView(const SeriesView &view)
{
    m_figures = figuresOf(view);
    compare(m_figures, view);
    m_sentence = sentenceOf(view);
    Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    Q_EMIT changed();
}
}
