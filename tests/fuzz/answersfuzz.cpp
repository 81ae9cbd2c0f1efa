// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/knowntimes.h"
#include "sources/analyticbot/decoders.h"
#include "sources/analyticbot/observe.h"

using namespace Postwave;

/** Answers of a server: refused, or of buckets in order within what was asked, and of channels without doubles. */
extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    const QByteArray json(reinterpret_cast<const char *>(data), qsizetype(size));
    if (Result<DynamicsAnswer> answer = decodeDynamics(json)) {
        for (qsizetype i = 1; i < answer->buckets.size(); ++i) {
            if (answer->buckets[i].start <= answer->buckets[i - 1].start)
                qFatal("buckets out of order");
        }
        answer->answeredAt = 1'763'735'840;
        const Result<ObservedBuckets> observed = observe(RollingQuery{Period::Days7}, *answer);
        if (observed && !observed->buckets.isEmpty() && !kKnownTimes.contains(observed->buckets.constLast().start))
            qFatal("a bucket of no time");
    }
    for (const bool withSubscribers : {false, true}) {
        const Result<ChannelList> channels = decodeChannels(json, withSubscribers);
        QSet<ChannelId> ids;
        for (const Channel &channel : channels ? *channels : ChannelList()) {
            if (!channel.id.isValid() || ids.contains(channel.id))
                qFatal("a channel that is none, or twice");
            ids.insert(channel.id);
        }
    }
    return 0;
}
