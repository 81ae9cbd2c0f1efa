// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/storedviews.h"
#include "sync/viewrefresh.h"

#include <functional>
#include <memory>

namespace Postwave
{
/** Why part of a bulk fetch is missing. */
struct FetchReport {
    int asked = 0;
    int failed = 0;
    Error firstError; ///< of the first failed request
};

/** Called while a bulk fetch runs. */
using FetchProgress = std::function<void(int done, int total)>;

/** Fetches a period with all of its levels, for one channel. What is handed in outlives it. */
class BulkFetch : public QObject
{
    Q_OBJECT

public:
    BulkFetch(StoredViews *views, ViewRefresh *refresh, Ingest *ingest);

    /** See Repository::fetch(). */
    QCoro::Task<Result<FetchReport>> fetch(ChannelId channel, Period period, bool drill, FetchProgress progress);

private:
    struct Run;

    QCoro::Task<Result<QList<qint64>>> daysToDrill(ChannelId channel, Period period);
    QCoro::Task<> drillDays(std::shared_ptr<Run> run);

    StoredViews *m_views;
    ViewRefresh *m_refresh;
    Ingest *m_ingest;
};
}
