// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "await.h"
#include "bench.h"
#include "fakesource.h"
#include "sync/repository.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace Postwave::Bench
{
Row requestsRow()
{
    FakeClock clock(at("2025-11-21T14:37:20Z"));
    FakeSource source(&clock);
    for (int day = 89; day >= 0; --day) {
        for (int hour = 0; hour < 24; hour += 2)
            source.posts.append({at("2025-11-21") - day * 86400 + hour * 3600, 100});
    }
    QTemporaryDir folder;
    ObservationStore store(folder.filePath(u"postwave.sqlite"_s));
    Repository repository(&source, &store, &clock);
    const auto report = settled(repository.fetch(ChannelId(1), Period::Days90, true, {}), 120'000);
    if (!*report || (*report)->failed > 0)
        qFatal("the bulk fetch failed");
    return {.what = u"requests for 90 days at all levels"_s,
            .peer = u"a naive client: 1 + 90 + 2,160 requests"_s,
            .ours = double(source.asked.size()),
            .theirs = 1 + 90 + 2160,
            .unit = u"req"_s,
            .goal = 91.0 / 2251};
}
}
