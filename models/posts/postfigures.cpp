// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "posts/postfigures.h"

#include "posts/hashtags.h"
#include "posts/quantile.h"

#include <QDateTime>
#include <QHash>
#include <QTextBoundaryFinder>

#include <algorithm>
#include <map>
#include <vector>

namespace Postwave
{
namespace
{
constexpr std::array kAllMedia = {Medium::Photo,    Medium::Video,   Medium::Gif,  Medium::Audio, Medium::Voice,
                                  Medium::Document, Medium::Sticker, Medium::Poll, Medium::Link};
constexpr std::array kLongest = {200, 500, 1000};

/** As many as a reader counts; no more than needed to tell. */
int charactersOf(const QString &text)
{
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    int characters = 0;
    while (characters <= kLongest.back() && finder.toNextBoundary() >= 0)
        ++characters;
    return characters;
}
}

TextLength textLengthOf(const QString &text)
{
    const int characters = charactersOf(text);
    if (characters == 0)
        return TextLength::None;
    const auto longest = std::ranges::lower_bound(kLongest, characters);
    return TextLength(int(TextLength::Short) + int(longest - kLongest.begin()));
}

PostFigures::PostFigures(const QList<WholePost> &posts, const QList<Growth> &views,
                         const QList<std::optional<Typical>> &typicals)
{
    for (qsizetype i = 0; i < posts.size(); ++i) {
        const PostHistory &history = posts[i].history;
        if (!typicals[i] || views[i].age() < Typical::kSoFarUntil || !countsInAverages(history))
            continue;
        const PostCounters &last = history.snapshots.last().counters;
        m_entries.append({&posts[i], typicals[i]->times, last.views, last.engagement()});
    }
}

GroupFigures PostFigures::figuresOf(const QList<const Entry *> &entries) const
{
    GroupFigures figures{.posts = int(entries.size())};
    std::vector<double> times;
    double views = 0;
    double engagement = 0;
    for (const Entry *entry : entries) {
        times.push_back(entry->times);
        if (!entry->views || !entry->engagement)
            continue;
        views += double(*entry->views);
        engagement += double(*entry->engagement);
    }
    if (!times.empty())
        figures.times = median(times);
    if (views > 0)
        figures.engagementRate = engagement / views;
    return figures;
}

QList<Group<QString>> PostFigures::byHashtag() const
{
    QHash<QString, QList<const Entry *>> entries; // by lower case
    QHash<QString, QString> names;
    for (const Entry &entry : m_entries) {
        const QStringList tags = hashtagsOf(entry.post->history.post.text);
        for (const QString &tag : tags) {
            const QString key = tag.toLower();
            entries[key].append(&entry);
            if (!names.contains(key))
                names.insert(key, tag);
        }
    }
    QList<Group<QString>> groups;
    for (auto tag = entries.cbegin(); tag != entries.cend(); ++tag)
        groups.append({names.value(tag.key()), figuresOf(tag.value())});
    std::ranges::sort(groups, [](const Group<QString> &one, const Group<QString> &other) {
        if (one.figures.posts != other.figures.posts)
            return one.figures.posts > other.figures.posts;
        return one.key < other.key;
    });
    return groups;
}

QList<Group<Media>> PostFigures::byMedium() const
{
    QList<Group<Media>> groups;
    const auto add = [&](Media key, auto &&belongs) {
        QList<const Entry *> entries;
        for (const Entry &entry : m_entries) {
            if (entry.post->history.post.media && belongs(*entry.post->history.post.media))
                entries.append(&entry);
        }
        if (!entries.isEmpty())
            groups.append({key, figuresOf(entries)});
    };
    add(Media(), [](Media media) {
        return !media;
    });
    for (const Medium medium : kAllMedia) {
        add(medium, [medium](Media media) {
            return media.testFlag(medium);
        });
    }
    return groups;
}

QList<Group<TextLength>> PostFigures::byTextLength() const
{
    std::map<TextLength, QList<const Entry *>> entries;
    for (const Entry &entry : m_entries)
        entries[textLengthOf(entry.post->history.post.text)].append(&entry);
    QList<Group<TextLength>> groups;
    for (const auto &[length, ofLength] : entries)
        groups.append({length, figuresOf(ofLength)});
    return groups;
}

bool PostFigures::Week::isTelling() const
{
    int cells = 0;
    for (const auto &block : blocks)
        cells += int(std::ranges::count_if(block, &GroupFigures::isTelling));
    return cells >= kFewestCells;
}

PostFigures::Week PostFigures::byTime(const QTimeZone &zone) const
{
    Week week{.hoursPerBlock = m_entries.size() >= Week::kManyPosts ? 1 : 4};
    const int blocks = 24 / week.hoursPerBlock;
    QList<std::array<QList<const Entry *>, 7>> cells(blocks);
    for (const Entry &entry : m_entries) {
        const QDateTime published = QDateTime::fromSecsSinceEpoch(entry.post->history.post.published, zone);
        const int block = published.time().hour() / week.hoursPerBlock;
        cells[block][size_t(published.date().dayOfWeek() - 1)].append(&entry);
    }
    week.blocks.resize(blocks);
    for (int block = 0; block < blocks; ++block) {
        std::ranges::transform(cells[block], week.blocks[block].begin(), [this](const QList<const Entry *> &entries) {
            return figuresOf(entries);
        });
    }
    return week;
}
}
