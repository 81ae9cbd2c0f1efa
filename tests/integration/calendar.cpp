// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "calendar.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace Postwave::Integration
{
namespace
{
constexpr qint64 kQuarter = 15 * kMinute;

/** What a bucket is called; neighbours differ. */
QString callOf(const QString &step, qint64 time, const QTimeZone &zone)
{
    const QDateTime shown = QDateTime::fromSecsSinceEpoch(time, zone);
    if (step == u"month")
        return shown.toString(u"yyyy-MM"_s);
    if (step == u"week") {
        int year = 0;
        const int week = shown.date().weekNumber(&year);
        return u"%1-%2"_s.arg(year).arg(week);
    }
    if (step == u"day")
        return shown.toString(u"yyyy-MM-dd"_s);
    return shown.toString(u"yyyy-MM-dd HH "_s) + QString::number(shown.offsetFromUtc());
}

qint64 longest(const QString &step)
{
    if (step == u"month")
        return 32 * kDay;
    return step == u"week" ? 8 * kDay : (step == u"day" ? 26 * kHour : 2 * kHour);
}
}

QList<LocalBucket> localBuckets(const QString &step, qint64 from, qint64 until, const QTimeZone &zone)
{
    QList<LocalBucket> buckets;
    if (step == u"minute") {
        for (qint64 start = from - from % kMinute; start < until; start += kMinute)
            buckets.append({start, start + kMinute});
        return buckets;
    }
    const qint64 first = from - from % kQuarter - longest(step) / kQuarter * kQuarter;
    QString call;
    for (qint64 time = first; time < until + longest(step); time += kQuarter) {
        const QString now = callOf(step, time, zone);
        if (!buckets.isEmpty())
            buckets.last().end = time;
        if (now == call)
            continue;
        call = now;
        if (!buckets.isEmpty() && buckets.constLast().end <= from)
            buckets.clear();
        if (time >= until)
            break;
        buckets.append({time, time});
    }
    return buckets;
}

QList<LocalBucket> localBucketsUpTo(const QString &step, qint64 now, int count, const QTimeZone &zone)
{
    const QList<LocalBucket> buckets = localBuckets(step, now - count * longest(step), now + 1, zone);
    return buckets.last(count);
}

QByteArray localText(qint64 time, const QTimeZone &zone)
{
    if (zone == QTimeZone::utc())
        return isoText(time);
    const QDateTime shown = QDateTime::fromSecsSinceEpoch(time, zone);
    return shown.toOffsetFromUtc(shown.offsetFromUtc()).toString(Qt::ISODate).toLatin1();
}

QByteArray cellsOf(const Posts &posts, LocalBucket bucket, qint64 now, const QTimeZone &zone)
{
    const QByteArray time = localText(bucket.start, zone);
    if (bucket.start > now)
        return time + ",,,,,,,future";
    std::array<qint64, 6> sums{};
    for (const Post &post : posts) {
        if (post.published < bucket.start || post.published >= bucket.end)
            continue;
        const std::array adds{post.views, post.reactions, post.forwards, post.comments, post.replies, qint64(1)};
        for (size_t i = 0; i < adds.size(); ++i)
            sums[i] += adds[i];
    }
    QByteArray cells = time;
    for (const qint64 sum : sums)
        cells += ',' + QByteArray::number(sum);
    return cells + (bucket.end <= now ? ",complete" : ",partial");
}

QByteArray withoutViral(const QByteArray &csv)
{
    QByteArray text;
    const QList<QByteArray> lines = csv.split('\n');
    for (const QByteArray &line : lines) {
        QList<QByteArray> cells = line.split(',');
        if (cells.size() > 9) {
            cells.removeAt(8);
        } else if (cells.size() == 9) {
            cells.removeLast();
            cells.last() += '\r';
        }
        text += cells.join(',') + '\n';
    }
    return text.chopped(1);
}
}
