// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/buckettablemodel.h"

#include "format/format.h"
#include "format/viewformat.h"
#include "items/bucketsummary.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
bool sameBuckets(const SeriesView &a, const SeriesView &b)
{
    return a.question.zone == b.question.zone && a.step == b.step && a.window == b.window
        && a.rows.size() == b.rows.size();
}
}

int BucketTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_buckets.size());
}

int BucketTableModel::bucketOf(int row) const
{
    return m_buckets[row];
}

int BucketTableModel::rowOfBucket(int bucket) const
{
    return m_rows.value(bucket - m_firstBucket, -1);
}

int BucketTableModel::bucketOfRow(int row) const
{
    return row >= 0 && row < m_buckets.size() ? m_firstBucket + m_buckets[row] : -1;
}

std::optional<double> BucketTableModel::sortKey(int bucket) const
{
    const Row &row = m_view.rows[bucket];
    if (m_shownSort.column == u"change"_s) {
        // As the column says it: where nothing can be said, there is nothing to sort by.
        const Change change = BucketSummary::changeIn(m_view, bucket, Metric::Views);
        if (change.kind == Change::Kind::Known)
            return change.ratio;
        return std::nullopt;
    }
    const std::optional<Metric> metric = metricFromName(m_shownSort.column);
    const Count count = metric ? row.counters[*metric] : Count();
    return count ? std::optional(double(*count)) : std::nullopt;
}

QList<int> BucketTableModel::sortedBuckets() const
{
    QList<int> buckets;
    buckets.reserve(m_view.rows.size());
    if (m_shownSort.column == u"time"_s) {
        const int last = int(m_view.rows.size()) - 1;
        for (int i = 0; i <= last; ++i)
            buckets.append(m_shownSort.descending ? last - i : i);
        return buckets;
    }
    struct Keyed {
        int bucket;
        std::optional<double> key;
    };
    QList<Keyed> keyed;
    keyed.reserve(m_view.rows.size());
    for (int bucket = int(m_view.rows.size()) - 1; bucket >= 0; --bucket)
        keyed.append({bucket, sortKey(bucket)});
    std::ranges::stable_sort(keyed, [this](const Keyed &a, const Keyed &b) {
        if (!a.key || !b.key)
            return a.key.has_value() && !b.key.has_value();
        return m_shownSort.descending ? *a.key > *b.key : *a.key < *b.key;
    });
    for (const Keyed &each : std::as_const(keyed))
        buckets.append(each.bucket);
    return buckets;
}

void BucketTableModel::setBuckets(const QList<int> &buckets)
{
    m_buckets = buckets;
    m_rows.resize(buckets.size());
    for (qsizetype row = 0; row < buckets.size(); ++row)
        m_rows[buckets[row]] = int(row);
    ++m_orderNumber;
}

void BucketTableModel::sortBy(const QString &column)
{
    setSort({column, column != m_shownSort.column || !m_shownSort.descending});
    Q_EMIT sortChosen();
}

void BucketTableModel::setSort(const Sort &sort)
{
    if (sort == m_sort)
        return;
    m_sort = sort;
    m_shownSort = shownSort(m_view);
    reorder(sortedBuckets());
}

Sort BucketTableModel::shownSort(const SeriesView &view) const
{
    // What one cannot see is no order, and what a settings file names need not be a column.
    const bool isThere = m_sort.column == u"change"_s ? view.compared.has_value()
                                                      : m_sort.column == u"time"_s || metricFromName(m_sort.column);
    return isThere ? m_sort : Location().tableSort;
}

QString BucketTableModel::timeHeader() const
{
    const QString zone = Format::zone(m_view.question.zone);
    switch (m_view.step) {
    case ViewStep::Month:
        return tr("Month");
    case ViewStep::Week:
        return tr("Week");
    case ViewStep::Day:
        return tr("Day");
    case ViewStep::Hour:
        return tr("Hour (%1)", "of this time zone").arg(zone);
    case ViewStep::Minute:
        break;
    }
    return tr("Minute (%1)", "of this time zone").arg(zone);
}

QStringList BucketTableModel::comparedHeaders() const
{
    if (!m_view.compared)
        return {};
    const auto &baseline = m_view.compared->comparison.baseline;
    const QString views = std::holds_alternative<PreviousPeriod>(baseline)
        ? tr("Previous", "views of the previous period")
        : (std::holds_alternative<PreviousYear>(baseline) ? tr("Previous year")
                                                          : tr("Earlier", "views of an earlier period"));
    return {views, tr("Change")};
}

QStringList BucketTableModel::comparedTexts(int bucket) const
{
    const BucketSummary summary = BucketSummary::of(m_view, bucket, {Metric::Views}, QLocale());
    if (!m_view.compared)
        return {};
    if (summary.comparedValues.isEmpty())
        return {u"–"_s, u"–"_s};
    return {summary.comparedValues.constFirst(), summary.changes.constFirst()};
}

QVariant BucketTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const int bucket = bucketOf(index.row());
    const Row &row = m_view.rows[bucket];
    const QLocale locale;
    switch (role) {
    case BucketRole:
        return m_firstBucket + bucket;
    case Qt::DisplayRole:
    case TimeRole:
        return ViewFormat::bucketRow(m_view.step, row.start, m_view.window, m_view.question.zone, locale);
    case ViewsRole:
        return ViewFormat::count(row.counters[Metric::Views], locale);
    case ReactionsRole:
        return ViewFormat::count(row.counters[Metric::Likes], locale);
    case ForwardsRole:
        return ViewFormat::count(row.counters[Metric::Shares], locale);
    case CommentsRole:
        return ViewFormat::count(row.counters[Metric::Comments], locale);
    case PostsRole:
        return ViewFormat::count(row.counters[Metric::PostCount], locale);
    case StateRole:
        return ViewFormat::state(row.state);
    case ViralRole:
        return row.viral;
    case OpenableRole:
        return m_view.step != ViewStep::Minute && row.state != BucketState::Future;
    case ComparedRole:
        return comparedTexts(bucket);
    case SentenceRole:
        return BucketSummary::of(m_view, bucket, {kMetrics.begin(), kMetrics.end()}, locale).sentence();
    default:
        return {};
    }
}

QHash<int, QByteArray> BucketTableModel::roleNames() const
{
    return {{BucketRole, "bucket"},       {TimeRole, "time"},         {ViewsRole, "views"},
            {ReactionsRole, "reactions"}, {ForwardsRole, "forwards"}, {CommentsRole, "comments"},
            {PostsRole, "posts"},         {StateRole, "bucketState"}, {ViralRole, "viral"},
            {OpenableRole, "openable"},   {SentenceRole, "sentence"}, {ComparedRole, "compared"}};
}

/** Puts the same buckets into another order, in which those who hold a row find it again. */
void BucketTableModel::reorder(const QList<int> &buckets)
{
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList held = persistentIndexList();
    QList<int> heldBuckets;
    for (const QModelIndex &each : held)
        heldBuckets.append(bucketOf(each.row()));
    setBuckets(buckets);
    for (qsizetype i = 0; i < held.size(); ++i)
        changePersistentIndex(held.at(i), index(m_rows[heldBuckets.at(i)]));
    Q_EMIT layoutChanged();
    Q_EMIT orderChanged();
}

void BucketTableModel::setView(const SeriesView &view, int firstBucket)
{
    const bool isMoved = std::exchange(m_firstBucket, firstBucket) != firstBucket;
    const Sort before = std::exchange(m_shownSort, shownSort(view));
    if (!sameBuckets(view, m_view)) {
        replace(view);
    } else {
        renew(view);
        if (isMoved && !m_buckets.isEmpty()) {
            // The chart counts the same buckets otherwise.
            ++m_orderNumber;
            Q_EMIT dataChanged(index(0), index(rowCount() - 1), {BucketRole});
            Q_EMIT orderChanged();
        }
    }
    if (m_shownSort != before)
        Q_EMIT orderChanged();
}

/** A refresh keeps the buckets and changes numbers: then the place in the table must stay. */
void BucketTableModel::renew(const SeriesView &view)
{
    const SeriesView before = std::exchange(m_view, view);
    const QList<int> buckets = sortedBuckets();
    if (buckets != m_buckets)
        reorder(buckets);
    const bool sameComparison = before.compared == view.compared;
    for (qsizetype i = 0; i < view.rows.size(); ++i) {
        if (!sameComparison || before.rows[i] != view.rows[i]) {
            const QModelIndex changed = index(m_rows[i]);
            Q_EMIT dataChanged(changed, changed);
        }
    }
    if (before.compared.has_value() != view.compared.has_value())
        Q_EMIT headerChanged();
}

/** Rows that are there get other buckets: to make them anew would take the better part of a frame. */
void BucketTableModel::replace(const SeriesView &view)
{
    const int had = int(m_buckets.size());
    const int has = int(view.rows.size());
    const int kept = std::min(had, has);
    if (kept < had) {
        beginRemoveRows({}, kept, had - 1);
        m_buckets.resize(kept);
        endRemoveRows();
    }
    m_view = view;
    const QList<int> buckets = sortedBuckets();
    setBuckets(buckets);
    m_buckets.resize(kept);
    if (kept > 0)
        Q_EMIT dataChanged(index(0), index(kept - 1));
    if (kept < has) {
        beginInsertRows({}, kept, has - 1);
        m_buckets = buckets;
        endInsertRows();
    }
    Q_EMIT orderChanged();
    Q_EMIT headerChanged();
    Q_EMIT replaced();
}
}
