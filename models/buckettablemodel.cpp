// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/buckettablemodel.h"

#include "models/bucketsummary.h"
#include "models/viewwords.h"
#include "series/wording.h"

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
    return parent.isValid() ? 0 : int(m_view.rows.size());
}

int BucketTableModel::bucketOf(int row) const
{
    return int(m_view.rows.size()) - 1 - row;
}

int BucketTableModel::rowOfBucket(int bucket) const
{
    return bucket < 0 || bucket >= m_view.rows.size() ? -1 : bucketOf(bucket);
}

int BucketTableModel::bucketOfRow(int row) const
{
    return rowOfBucket(row);
}

QString BucketTableModel::timeHeader() const
{
    const QString zone = Wording::zone(m_view.question.zone);
    switch (m_view.step) {
    case Step::Month:
        return tr("Month");
    case Step::Week:
        return tr("Week");
    case Step::Day:
        return tr("Day");
    case Step::Hour:
        return tr("Hour (%1)", "of this time zone").arg(zone);
    case Step::Minute:
        break;
    }
    return tr("Minute (%1)", "of this time zone").arg(zone);
}

QStringList BucketTableModel::comparedHeaders() const
{
    return m_view.compared ? QStringList{tr("Views there"), tr("Change")} : QStringList();
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
        return bucket;
    case Qt::DisplayRole:
    case TimeRole:
        return ViewWords::bucketRow(m_view.step, row.start, m_view.question.zone, locale);
    case ViewsRole:
        return ViewWords::count(row.counters[Metric::Views], locale);
    case ReactionsRole:
        return ViewWords::count(row.counters[Metric::Likes], locale);
    case ForwardsRole:
        return ViewWords::count(row.counters[Metric::Shares], locale);
    case CommentsRole:
        return ViewWords::count(row.counters[Metric::Comments], locale);
    case PostsRole:
        return ViewWords::count(row.counters[Metric::PostCount], locale);
    case StateRole:
        return ViewWords::state(row.state);
    case ViralRole:
        return row.viral;
    case OpenableRole:
        return m_view.step != Step::Minute && row.state != BucketState::Future;
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

void BucketTableModel::setView(const SeriesView &view)
{
    // A refresh keeps the buckets and changes numbers: then the place in the table must stay.
    if (sameBuckets(view, m_view)) {
        const SeriesView before = std::exchange(m_view, view);
        const bool sameComparison = before.compared == view.compared;
        for (qsizetype i = 0; i < view.rows.size(); ++i) {
            if (!sameComparison || before.rows[i] != view.rows[i]) {
                const QModelIndex changed = index(bucketOf(int(i)));
                Q_EMIT dataChanged(changed, changed);
            }
        }
        if (before.compared.has_value() != view.compared.has_value())
            Q_EMIT headerChanged();
        return;
    }
    beginResetModel();
    m_view = view;
    endResetModel();
    Q_EMIT headerChanged();
}
}
