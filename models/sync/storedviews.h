// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/seriesview.h"
#include "sync/ingest.h"

namespace Postwave
{
/** Which part of the store answers a view. */
struct StoredViewOptions {
    std::optional<qint64> asOf; ///< only what was observed up to then; also the view's now
    std::optional<qint64> anchor; ///< the view's now; without: the channel's last look at the server's now
    bool fitStep = false; ///< of all the time: weeks or months instead of days, where days are too many to read
    std::optional<Comparison> compare = {}; ///< what to lay beside it; nothing for views that have no counterpart
};

/** Views out of what is stored of one source. The ingest outlives it. */
class StoredViews : public QObject
{
    Q_OBJECT

public:
    explicit StoredViews(const Ingest *ingest);

    /** What the store knows of a view. Without an anchor, knowing nothing is an error (NothingStored). */
    QCoro::Task<Result<SeriesView>> view(ChannelId channel, ViewQuery question, StoredViewOptions options);

    /** Whether part of the view, or of what it is compared with, is unknown, over but partial, or stale. */
    QCoro::Task<Result<bool>> isStale(ChannelId channel, ViewQuery question, std::optional<Comparison> comparison);

private:
    QCoro::Task<Result<SeriesView>> withCounterpart(ChannelId channel, SeriesView view, StoredViewOptions options,
                                                    qint64 now);

    const Ingest *m_ingest;
};
}
