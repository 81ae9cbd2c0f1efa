// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "posts/albums.h"

#include <QHash>

#include <algorithm>

namespace Postwave
{
namespace
{
/** Whether the source leaves it to us to find out. */
bool mayBePart(const Post &post)
{
    return post.album == 0 && post.kind == MessageKind::Post && post.media && *post.media;
}

bool continuesAlbum(const QList<const PostHistory *> &parts, const Post &post)
{
    const Post &last = parts.last()->post;
    if (!mayBePart(last) || !mayBePart(post) || post.published != last.published
        || post.id.value() != last.id.value() + 1)
        return false;
    return post.text.isEmpty() || std::ranges::all_of(parts, [](const PostHistory *part) {
               return part->post.text.isEmpty();
           });
}

/** The larger of two counters, one of which may be unknown. */
bool isLarger(const Count &candidate, const Count &known)
{
    return candidate && (!known || *candidate > *known);
}

void raise(Count &known, const Count &candidate)
{
    if (isLarger(candidate, known))
        known = candidate;
}

PostCounters largestOf(const QList<const PostSnapshot *> &snapshots)
{
    PostCounters largest;
    for (const PostSnapshot *snapshot : snapshots) {
        const PostCounters &counters = snapshot->counters;
        if (isLarger(counters.views, largest.views))
            largest.viewsGrain = counters.viewsGrain;
        if (isLarger(counters.reactions, largest.reactions))
            largest.reactionsGrain = counters.reactionsGrain;
        raise(largest.views, counters.views);
        raise(largest.forwards, counters.forwards);
        raise(largest.reactions, counters.reactions);
        raise(largest.comments, counters.comments);
        raise(largest.replies, counters.replies);
        raise(largest.stars, counters.stars);
    }
    return largest;
}

/** The newest snapshot that was there at a time; null before the first. */
const PostSnapshot *snapshotAt(const QList<PostSnapshot> &snapshots, qint64 time)
{
    const auto later = std::ranges::upper_bound(snapshots, time, {}, &PostSnapshot::observedAt);
    return later == snapshots.cbegin() ? nullptr : &*std::prev(later);
}

/** At each time at which any part was looked at: the largest of what its parts had by then. */
QList<PostSnapshot> mergedSnapshots(const QList<const PostHistory *> &parts)
{
    QList<qint64> times;
    for (const PostHistory *part : parts) {
        for (const PostSnapshot &snapshot : part->snapshots)
            times << snapshot.observedAt << snapshot.seenUntil;
    }
    std::ranges::sort(times);
    times.resize(std::unique(times.begin(), times.end()) - times.begin());

    QList<PostSnapshot> merged;
    for (const qint64 time : times) {
        QList<const PostSnapshot *> known;
        for (const PostHistory *part : parts) {
            if (const PostSnapshot *snapshot = snapshotAt(part->snapshots, time))
                known.append(snapshot);
        }
        const PostCounters counters = largestOf(known);
        if (!merged.isEmpty() && merged.last().counters == counters)
            merged.last().seenUntil = time;
        else
            merged.append({time, time, counters});
    }
    return merged;
}

WholePost albumOf(const QList<const PostHistory *> &parts)
{
    QList<const PostHistory *> counted;
    std::ranges::copy_if(parts, std::back_inserter(counted), [](const PostHistory *part) {
        return !part->deletedSeen;
    });
    WholePost album{.history = *parts.first(), .parts = {}};
    if (counted.isEmpty())
        counted = parts;
    else
        album.history.deletedSeen.reset();
    Media media;
    for (const PostHistory *part : parts) {
        album.parts.append(part->post.id);
        album.history.isAd = album.history.isAd || part->isAd;
        media |= part->post.media.value_or(Media());
        if (album.history.post.text.isEmpty())
            album.history.post.text = part->post.text;
    }
    if (album.history.post.media)
        album.history.post.media = media;
    album.history.snapshots = mergedSnapshots(counted);
    return album;
}
}

QList<PostHistory> knownAt(const QList<PostHistory> &posts, qint64 asOf)
{
    QList<PostHistory> known;
    known.reserve(posts.size());
    for (const PostHistory &history : posts) {
        const auto later = std::ranges::upper_bound(history.snapshots, asOf, {}, &PostSnapshot::observedAt);
        if (later == history.snapshots.cbegin())
            continue;
        PostHistory then = history;
        then.snapshots.resize(later - history.snapshots.cbegin());
        if (then.snapshots.last().seenUntil > asOf)
            then.snapshots.last().seenUntil = then.snapshots.last().observedAt;
        if (then.deletedSeen && *then.deletedSeen > asOf)
            then.deletedSeen.reset();
        known.append(std::move(then));
    }
    return known;
}

QList<WholePost> wholePosts(const QList<PostHistory> &posts)
{
    QList<QList<const PostHistory *>> groups;
    QHash<qint64, qsizetype> byAlbum;
    for (const PostHistory &history : posts) {
        if (history.post.kind == MessageKind::Service)
            continue;
        if (history.post.album != 0) {
            const auto known = byAlbum.constFind(history.post.album);
            if (known != byAlbum.cend()) {
                groups[*known].append(&history);
                continue;
            }
            byAlbum.insert(history.post.album, groups.size());
        } else if (!groups.isEmpty() && continuesAlbum(groups.last(), history.post)) {
            groups.last().append(&history);
            continue;
        }
        groups.append({&history});
    }
    QList<WholePost> whole;
    whole.reserve(groups.size());
    for (const QList<const PostHistory *> &parts : groups) {
        if (parts.size() == 1)
            whole.append({.history = *parts.first(), .parts = {parts.first()->post.id}});
        else
            whole.append(albumOf(parts));
    }
    return whole;
}
}
