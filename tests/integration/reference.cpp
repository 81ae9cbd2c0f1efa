// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "reference.h"

#include <QDateTime>
#include <QJsonValue>
#include <QMap>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Postwave::Integration
{
namespace
{
constexpr qint64 kAllDays = 3650;
constexpr qint64 kDrillCache = 300;

qint64 cutTo(qint64 seconds, qint64 unit)
{
    return seconds - seconds % unit;
}

qint64 raisedTo(qint64 seconds, qint64 unit)
{
    return cutTo(seconds + unit - 1, unit);
}

bool isCovered(qint64 from, qint64 until, bool reachesNow, qint64 start, qint64 end)
{
    return from <= start && (until >= end || (reachesNow && start <= until));
}

}

const std::array<QByteArray, 6> kCounterNames{"views", "likes", "shares", "comments", "replies", "post_count"};

bool hasPosts(const Posts &posts, qint64 from, qint64 until)
{
    return std::any_of(posts.begin(), posts.end(), [&](const Post &post) {
        return post.published >= from && post.published < until;
    });
}

qint64 at(const char *isoTime)
{
    const QDateTime time = QDateTime::fromString(QString::fromLatin1(isoTime), Qt::ISODate);
    Q_ASSERT(time.isValid());
    return time.toSecsSinceEpoch();
}

QByteArray isoText(qint64 seconds)
{
    return QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(u"yyyy-MM-dd'T'HH:mm:ss'Z'"_s).toLatin1();
}

View View::period(const QString &name)
{
    return {Kind::Period, name};
}

View View::day(const QString &date)
{
    return {Kind::Day, date};
}

View View::hour(const QString &hour)
{
    return {Kind::Hour, hour};
}

QStringList View::arguments() const
{
    switch (kind) {
    case Kind::Day:
        return {u"--day"_s, text};
    case Kind::Hour:
        return {u"--hour"_s, text};
    default:
        return {u"--period"_s, text};
    }
}

bool View::isAll() const
{
    return kind == Kind::Period && text == u"all";
}

qint64 View::unit() const
{
    if (kind != Kind::Period)
        return kind == Kind::Day ? kHour : kMinute;
    if (text == u"1h")
        return kMinute;
    return text.endsWith(u'h') ? kHour : kDay;
}

qint64 View::units() const
{
    if (kind != Kind::Period)
        return kind == Kind::Day ? 24 : 60;
    if (isAll())
        return kAllDays;
    return text == u"1h" ? 60 : text.chopped(1).toLongLong();
}

qint64 View::start() const
{
    if (kind == Kind::Period)
        return 0;
    return at(qPrintable(text + (kind == Kind::Day ? u"T00:00:00Z"_s : u":00:00Z"_s)));
}

void Answers::note(const View &view, qint64 now, const Posts &posts)
{
    Answer answer{.unit = kMinute, .from = 0, .until = now, .observedAt = now, .drill = true, .posts = posts};
    if (view.kind != View::Kind::Period) {
        answer.from = view.start();
        answer.until = std::min(now, answer.from + view.units() * view.unit());
    } else if (view.unit() == kMinute) {
        answer.from = cutTo(now, kMinute) - kHour; // a minute wider than the window
    } else {
        answer.unit = view.unit();
        answer.from = raisedTo(now - view.units() * view.unit(), view.unit());
        answer.drill = false;
    }
    if (answer.until > answer.from)
        m_answers.append(answer);
}

Counters Answers::sumOf(const Answer &answer, qint64 from, qint64 until) const
{
    Counters sum{0, 0, 0, 0, 0, 0};
    for (const Post &post : answer.posts) {
        if (post.published < from || post.published >= until)
            continue;
        *sum[0] += post.views;
        *sum[1] += post.reactions;
        *sum[2] += post.forwards;
        *sum[3] += m_repliesKnown ? post.comments : post.replies;
        *sum[4] += post.replies;
        *sum[5] += 1;
    }
    if (!m_repliesKnown && *sum[5] > 0)
        sum[4].reset();
    return sum;
}

ExpectedRow Answers::rowOf(qint64 start, qint64 unit, qint64 now, std::optional<qint64> asOf) const
{
    const qint64 end = start + unit;
    ExpectedRow row{
        .start = start, .counters = {}, .state = start > now ? "future" : "unknown", .viral = false, .observedAt = {}};
    qint64 greatestUntil = 0;
    bool valueComplete = false;
    qint64 valueAt = 0;
    for (const Answer &answer : m_answers) {
        const bool reachesNow = answer.until == answer.observedAt;
        if (row.state == "future" || (asOf && answer.observedAt > *asOf)
            || !isCovered(answer.from, answer.until, reachesNow, start, end))
            continue;
        if (answer.unit > unit) { // tells something of finer buckets only where there is nothing at all
            const qint64 parent = cutTo(start, answer.unit);
            const qint64 parentEnd = parent + answer.unit;
            if (!isCovered(answer.from, answer.until, reachesNow, parent, parentEnd)
                || hasPosts(answer.posts, parent, parentEnd))
                continue;
        }
        greatestUntil = std::max(greatestUntil, answer.until);
        const bool fromCache =
            answer.drill && answer.unit < unit && valueComplete && answer.observedAt - valueAt < kDrillCache;
        if (fromCache)
            continue;
        row.counters = sumOf(answer, start, end);
        valueComplete = answer.until >= end;
        valueAt = answer.observedAt;
        row.observedAt = answer.observedAt;
    }
    if (greatestUntil > 0)
        row.state = greatestUntil >= end ? "complete" : "partial";
    return row;
}

QList<qint64> Answers::startsOf(const View &view, qint64 anchor, std::optional<qint64> asOf) const
{
    const qint64 unit = view.unit();
    qint64 first = cutTo(anchor, unit) - (view.units() - 1) * unit;
    qint64 count = view.units();
    if (view.kind != View::Kind::Period)
        first = view.start();
    if (view.isAll()) {
        const qint64 last = cutTo(anchor, unit);
        for (first = last - (kAllDays - 1) * unit; first < last; first += unit) {
            if (rowOf(first, unit, anchor, asOf).counters[5].value_or(0) > 0)
                break;
        }
        count = (last - first) / unit + 1;
    }
    QList<qint64> starts;
    for (qint64 i = 0; i < count; ++i)
        starts.append(first + i * unit);
    return starts;
}

Expected Answers::expect(const View &view, qint64 anchor, std::optional<qint64> asOf) const
{
    Expected expected;
    const QList<qint64> starts = startsOf(view, anchor, asOf);
    expected.from = starts.first();
    expected.until = starts.last() + view.unit();
    qint64 sum = 0;
    qint64 withPosts = 0;
    for (const qint64 start : starts) {
        expected.rows.append(rowOf(start, view.unit(), anchor, asOf));
        const ExpectedRow &row = expected.rows.last();
        if (row.counters[5].value_or(0) > 0) {
            sum += *row.counters[0];
            ++withPosts;
        }
        if (row.observedAt)
            expected.observedAt = std::min(*row.observedAt, expected.observedAt.value_or(*row.observedAt));
    }
    for (ExpectedRow &row : expected.rows) // 128 bits are not needed for the sums of these tests
        row.viral = row.counters[0] && *row.counters[0] / 3.0L * withPosts > sum;
    return expected;
}

std::optional<qint64> Answers::offlineAnchor(const View &view) const
{
    std::optional<qint64> anchor;
    for (const Answer &answer : m_answers) {
        if (answer.unit <= view.unit() && answer.until == answer.observedAt)
            anchor = std::max(answer.until, anchor.value_or(0));
    }
    if (view.kind == View::Kind::Period)
        return anchor;
    return anchor.value_or(view.start() + view.units() * view.unit());
}

QByteArray Expected::csv() const
{
    QByteArray text = "timestamp," + kCounterNames[0];
    for (size_t i = 1; i < kCounterNames.size(); ++i)
        text += ',' + kCounterNames[i];
    text += ",state,viral\r\n";
    for (const ExpectedRow &row : rows) {
        text += isoText(row.start);
        for (const auto &counter : row.counters)
            text += ',' + (counter ? QByteArray::number(*counter) : QByteArray());
        text += ',' + row.state + (row.viral ? ",true\r\n" : ",false\r\n");
    }
    return text;
}

QJsonObject Expected::totals() const
{
    QJsonObject totals;
    int complete = 0;
    for (const ExpectedRow &row : rows)
        complete += row.state == "complete";
    for (size_t i = 0; i < kCounterNames.size(); ++i) {
        qint64 sum = 0;
        bool known = false;
        bool lacking = false;
        for (const ExpectedRow &row : rows) {
            sum += row.counters[i].value_or(0);
            known = known || row.counters[i];
            lacking = lacking || (row.counters[0] && !row.counters[i]);
        }
        known = known && !lacking;
        totals[QString::fromLatin1(kCounterNames[i])] = known ? QJsonValue(sum) : QJsonValue(QJsonValue::Null);
    }
    totals[u"complete"_s] = complete;
    totals[u"of"_s] = int(rows.size());
    return totals;
}

int Expected::unknown() const
{
    return int(std::count_if(rows.begin(), rows.end(), [](const ExpectedRow &row) {
        return row.state == "unknown";
    }));
}
}
