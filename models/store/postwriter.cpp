// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/postwriter.h"

#include "core/postruns.h"
#include "store/postcolumns.h"
#include "store/sourceids.h"
#include "store/sql/bulkinsert.h"
#include "store/sql/sqltransaction.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
/** Posts whose rows are in memory at a time. */
constexpr qsizetype kPostsAtOnce = 2000;

const QStringList &scopeColumns()
{
    static const QStringList columns = {u"source"_s, u"channel"_s};
    return columns;
}

/** What changes with each list that shows a post, or does not. */
const QStringList &sightingColumns()
{
    static const QStringList columns = {u"first_seen"_s, u"last_seen"_s, u"deleted_seen"_s, u"missed_at"_s};
    return columns;
}

/** What a post is, by a list that may know less of it than those before. */
Post updated(const Post &known, const Post &listed)
{
    Post post = listed;
    // Once a service message, always one.
    if (known.kind == MessageKind::Service)
        post.kind = MessageKind::Service;
    if (!post.media)
        post.media = known.media;
    if (post.album == 0)
        post.album = known.album;
    if (post.link.isEmpty())
        post.link = known.link;
    return post;
}
}

void PostWriter::bindScope(SqlStatement &statement, const Scope &scope)
{
    statement.bind(u":source"_s, scope.source).bind(u":channel"_s, scope.channel.value());
}

void PostWriter::write(const ChannelKey &key, const QList<ListedPost> &posts, qint64 listedAt)
{
    SqlTransaction transaction(m_connection, SqlTransaction::Kind::Write);
    const Scope scope{makeSourceId(m_connection, key.source), key.channel};
    for (qsizetype first = 0; first < posts.size(); first += kPostsAtOnce)
        writePart(scope, posts.mid(first, kPostsAtOnce), listedAt);
    transaction.commit();
}

void PostWriter::writePart(const Scope &scope, const QList<ListedPost> &posts, qint64 listedAt)
{
    const QHash<PostId, Known> before = knownPosts(scope, posts);
    QHash<PostId, Known> after = before;
    for (const ListedPost &listed : posts) {
        auto known = after.find(listed.post.id);
        if (known == after.end()) {
            Known fresh{.post = listed.post, .firstSeen = listedAt, .lastSeen = listedAt};
            known = after.insert(listed.post.id, fresh);
        } else if (listedAt >= known->lastSeen) {
            known->post = updated(known->post, listed.post);
        }
        known->firstSeen = std::min(known->firstSeen, listedAt);
        known->lastSeen = std::max(known->lastSeen, listedAt);
        if (known->missedAt && listedAt >= *known->missedAt)
            known->missedAt.reset();
        if (known->deletedSeen && listedAt >= *known->deletedSeen) {
            noteAbsence(scope, listed.post.id, *known->deletedSeen, listedAt);
            known->deletedSeen.reset();
        }
        addSighting(known->runs, listed.observedAt, listed.counters);
    }

    QList<const Known *> fresh;
    QList<std::pair<PostId, PostSnapshot>> runs;
    for (auto post = after.cbegin(); post != after.cend(); ++post) {
        const auto known = before.constFind(post.key());
        if (known == before.cend())
            fresh.append(&*post);
        else if (!known->isSame(*post))
            updatePost(scope, *post);
        changeRuns(scope, post.key(), known == before.cend() ? QList<PostSnapshot>() : known->runs, post->runs, runs);
    }
    // In the order of their key, in which they lie in the file.
    std::ranges::sort(fresh, {}, [](const Known *known) {
        return known->post.id;
    });
    std::ranges::sort(runs, {}, [](const std::pair<PostId, PostSnapshot> &run) {
        return std::pair(run.first, run.second.observedAt);
    });
    insertPosts(scope, fresh);
    insertRuns(scope, runs);
}

QHash<PostId, PostWriter::Known> PostWriter::knownPosts(const Scope &scope, const QList<ListedPost> &posts)
{
    QHash<PostId, Known> known;
    if (posts.isEmpty())
        return known;
    QSet<PostId> wanted;
    for (const ListedPost &listed : posts)
        wanted.insert(listed.post.id);
    const auto ends = std::ranges::minmax(wanted);
    const auto bindRange = [&](SqlStatement &query) {
        bindScope(query, scope);
        query.bind(u":least"_s, ends.min.value()).bind(u":most"_s, ends.max.value());
    };

    static const QString postText =
        u"SELECT id, %1, %2 FROM post WHERE source = :source AND channel = :channel AND id BETWEEN :least AND :most"_s
            .arg(sightingColumns().join(u", "_s), postColumns().join(u", "_s));
    SqlStatement postQuery = m_connection.statement(postText);
    bindRange(postQuery);
    SqlRows rows = postQuery.rows();
    while (rows.next()) {
        const PostId id(rows.integer(0));
        if (!wanted.contains(id))
            continue;
        known.insert(id,
                     {.post = postAt(rows, id, 5),
                      .firstSeen = rows.integer(1),
                      .lastSeen = rows.integer(2),
                      .deletedSeen = rows.maybe(3),
                      .missedAt = rows.maybe(4)});
    }
    if (known.isEmpty())
        return known;

    static const QString runText =
        u"SELECT post, %1 FROM post_snapshot WHERE source = :source AND channel = :channel"
        " AND post BETWEEN :least AND :most ORDER BY post, observed_at"_s.arg(runColumns().join(u", "_s));
    SqlStatement runQuery = m_connection.statement(runText);
    bindRange(runQuery);
    SqlRows runs = runQuery.rows();
    while (runs.next()) {
        const auto post = known.find(PostId(runs.integer(0)));
        if (post != known.end())
            post->runs.append(runAt(runs, 1));
    }
    return known;
}

void PostWriter::insertPosts(const Scope &scope, const QList<const Known *> &posts)
{
    static const BulkInsert insert(u"post"_s, scopeColumns(), QStringList(u"id"_s) + sightingColumns() + postColumns());
    insert.run(
        m_connection, posts.size(),
        [&](SqlStatement &statement) {
            bindScope(statement, scope);
        },
        [&](SqlStatement &statement, qsizetype row, const QStringList &places) {
            const Known &known = *posts[row];
            statement.bind(places[0], known.post.id.value());
            bindSightings(statement, places.mid(1, 4), known);
            bindPost(statement, places.mid(5), known.post);
        });
}

void PostWriter::bindSightings(SqlStatement &statement, const QStringList &places, const Known &known)
{
    statement.bind(places[0], known.firstSeen)
        .bind(places[1], known.lastSeen)
        .bind(places[2], known.deletedSeen)
        .bind(places[3], known.missedAt);
}

void PostWriter::updatePost(const Scope &scope, const Known &known)
{
    static const QStringList columns = sightingColumns() + postColumns();
    static const QStringList places = [] {
        QStringList made;
        for (const QString &column : columns)
            made.append(u':' + column);
        return made;
    }();
    static const QString text = [] {
        QStringList settings;
        for (qsizetype i = 0; i < columns.size(); ++i)
            settings.append(columns[i] + u" = "_s + places[i]);
        return u"UPDATE post SET %1 WHERE source = :source AND channel = :channel AND id = :id"_s.arg(
            settings.join(u", "_s));
    }();
    SqlStatement statement = m_connection.statement(text);
    bindScope(statement, scope);
    statement.bind(u":id"_s, known.post.id.value());
    bindSightings(statement, places.mid(0, 4), known);
    bindPost(statement, places.mid(4), known.post);
    statement.run();
}

void PostWriter::noteAbsence(const Scope &scope, PostId post, qint64 missedAt, qint64 backAt)
{
    SqlStatement statement = m_connection.statement(
        u"INSERT OR REPLACE INTO post_absence (source, channel, post, missed_at, back_at)"
        " VALUES (:source, :channel, :post, :missed_at, :back_at)"_s);
    bindScope(statement, scope);
    statement.bind(u":post"_s, post.value()).bind(u":missed_at"_s, missedAt).bind(u":back_at"_s, backAt).run();
}

void PostWriter::changeRuns(const Scope &scope, PostId post, const QList<PostSnapshot> &before,
                            const QList<PostSnapshot> &after, QList<std::pair<PostId, PostSnapshot>> &fresh)
{
    const auto bindRunKey = [&](SqlStatement &statement, qint64 observedAt) {
        bindScope(statement, scope);
        statement.bind(u":post"_s, post.value()).bind(u":observed_at"_s, observedAt);
    };
    for (const PostSnapshot &run : before) {
        const auto now = std::ranges::lower_bound(after, run.observedAt, {}, &PostSnapshot::observedAt);
        const bool isThere = now != after.cend() && now->observedAt == run.observedAt;
        if (isThere && *now == run)
            continue;
        if (isThere && now->counters == run.counters) {
            SqlStatement move = m_connection.statement(
                u"UPDATE post_snapshot SET seen_until = :seen_until WHERE source = :source AND channel = :channel"
                " AND post = :post AND observed_at = :observed_at"_s);
            bindRunKey(move, run.observedAt);
            move.bind(u":seen_until"_s, now->seenUntil).run();
            continue;
        }
        SqlStatement drop = m_connection.statement(
            u"DELETE FROM post_snapshot WHERE source = :source AND channel = :channel AND post = :post"
            " AND observed_at = :observed_at"_s);
        bindRunKey(drop, run.observedAt);
        drop.run();
    }
    for (const PostSnapshot &run : after) {
        const auto then = std::ranges::lower_bound(before, run.observedAt, {}, &PostSnapshot::observedAt);
        if (then == before.cend() || then->observedAt != run.observedAt || then->counters != run.counters)
            fresh.append({post, run});
    }
}

void PostWriter::insertRuns(const Scope &scope, const QList<std::pair<PostId, PostSnapshot>> &runs)
{
    static const BulkInsert insert(u"post_snapshot"_s, scopeColumns(), QStringList(u"post"_s) + runColumns());
    insert.run(
        m_connection, runs.size(),
        [&](SqlStatement &statement) {
            bindScope(statement, scope);
        },
        [&](SqlStatement &statement, qsizetype row, const QStringList &places) {
            statement.bind(places[0], runs[row].first.value());
            bindRun(statement, places.mid(1), runs[row].second);
        });
}

MissingPosts PostWriter::finish(const PostReadingRecord &reading)
{
    SqlTransaction transaction(m_connection, SqlTransaction::Kind::Write);
    const Scope scope{makeSourceId(m_connection, reading.key.source), reading.key.channel};
    SqlStatement insert = m_connection.statement(
        u"INSERT INTO post_reading (source, channel, id, from_time, until_time, reaches_now, observed_at)"
        " SELECT :source, :channel, 1 + coalesce(max(id), 0), :from, :until, :reaches_now, :observed_at"
        " FROM post_reading WHERE source = :source AND channel = :channel"_s);
    bindScope(insert, scope);
    insert.bind(u":from"_s, reading.reachesBegin ? 0 : reading.window.from).bind(u":until"_s, reading.window.until);
    insert.bind(u":reaches_now"_s, qint64(reading.reachesNow)).bind(u":observed_at"_s, reading.observedAt);
    insert.run();
    const MissingPosts missing = reading.tellsDeletions ? markMissing(scope, reading) : MissingPosts();
    transaction.commit();
    return missing;
}

MissingPosts PostWriter::markMissing(const Scope &scope, const PostReadingRecord &reading)
{
    MissingPosts result;
    if (reading.listed.isEmpty())
        return result;
    const QSet<PostId> listed(reading.listed.cbegin(), reading.listed.cend());
    // In the order of the list: between the oldest post in it, or the channel's begin, and the newest.
    SqlStatement query = m_connection.statement(
        u"SELECT id, published, deleted_seen, missed_at FROM post WHERE source = :source AND channel = :channel"
        " AND published >= :from AND published < :until ORDER BY published, id"_s);
    bindScope(query, scope);
    query.bind(u":from"_s, reading.reachesBegin ? 0 : reading.window.from).bind(u":until"_s, reading.window.until);
    struct Missing {
        PostId id;
        std::optional<qint64> missedAt;
    };
    QList<Missing> missing; // up to the newest that is listed
    QList<Missing> since; // the newest that was listed so far
    qint64 known = 0;
    bool hasBegun = reading.reachesBegin;
    {
        SqlRows rows = query.rows();
        while (rows.next()) {
            const PostId id(rows.integer(0));
            if (listed.contains(id)) {
                ++known;
                hasBegun = true;
                missing += std::exchange(since, {});
            } else if (hasBegun && !rows.maybe(2)) {
                since.append({id, rows.maybe(3)});
            }
        }
    }
    known += missing.size();
    const auto agreed = std::ranges::count_if(missing, [&](const Missing &post) {
        return post.missedAt && *post.missedAt < reading.observedAt;
    });
    const qint64 fresh = missing.size() - agreed;
    const bool isHeldBack = fresh > kMostDeleted && double(fresh) > kLargestPart * double(known);
    SqlStatement hold = m_connection.statement(
        u"UPDATE post SET missed_at = :at WHERE source = :source AND channel = :channel AND id = :id"_s);
    SqlStatement drop = m_connection.statement(
        u"UPDATE post SET deleted_seen = :at, missed_at = NULL"
        " WHERE source = :source AND channel = :channel AND id = :id"_s);
    for (const Missing &post : std::as_const(missing)) {
        const bool isAgreed = post.missedAt && *post.missedAt < reading.observedAt;
        const bool isHeld = isHeldBack && !isAgreed;
        SqlStatement &mark = isHeld ? hold : drop;
        bindScope(mark, scope);
        mark.bind(u":id"_s, post.id.value()).bind(u":at"_s, post.missedAt.value_or(reading.observedAt)).run();
        ++(isHeld ? result.heldBack : result.deleted);
    }
    return result;
}
}
