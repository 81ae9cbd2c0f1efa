// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/analyticbot/serverclock.h"

#include "core/timetext.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <cmath>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
/** All zones are off by whole quarters of an hour, and none by more than this. */
constexpr qint64 kZoneStep = 900;
constexpr qint64 kLargestOffset = 14 * secondsOf(StoredResolution::Hour);
/** What an answer of /health is far below. */
constexpr qsizetype kLongestHealth = 64 << 10;
/** YYYY-MM-DDTHH:MM:SS; a zone would follow, and a fraction may. */
constexpr qsizetype kTimeLength = 19;

/** A time that names no zone, read as one of UTC. */
std::optional<qint64> naiveTime(const QString &text)
{
    const QStringView rest = QStringView(text).mid(kTimeLength);
    const bool hasZone = rest.contains(u'Z') || rest.contains(u'+') || rest.contains(u'-');
    return hasZone ? std::nullopt : secondsFromIso(text);
}
}

SourceTime ServerClock::timeOf(const Transfer &answer, std::optional<qint64> newestPost)
{
    if (!answer.isDated)
        return SourceTime::ours(answer.answeredAt);
    return m_clock.weigh(answer.answeredAt, answer.sentAt, m_scheduler->monotonicMs(), newestPost);
}

void ServerClock::learnFromHealth(const Transfer &answer)
{
    if (!answer.isDated || answer.body.size() > kLongestHealth)
        return;
    const QJsonObject body = QJsonDocument::fromJson(answer.body).object();
    const std::optional<qint64> local = naiveTime(body.value("timestamp"_L1).toString());
    if (!local || std::abs(*local - answer.answeredAt) > kLargestOffset + kZoneStep)
        return;
    if (std::llround(double(*local - answer.answeredAt) / kZoneStep) != 0)
        m_isOffUtc = true;
}

bool ServerClock::learnFromBuckets(StoredResolution level, const QList<Bucket> &buckets)
{
    const auto shiftOf = [level](const Bucket &bucket) {
        return bucket.start - bucketStart(level, bucket.start);
    };
    bool isShifted = false;
    for (const Bucket &bucket : buckets) {
        // Not all by the same, for the zone may have a summer.
        if (shiftOf(bucket) % kZoneStep != 0)
            return false;
        isShifted = isShifted || shiftOf(bucket) != 0;
    }
    m_isOffUtc = m_isOffUtc || isShifted;
    return isShifted;
}
}
