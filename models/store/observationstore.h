// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/maintenance.h"
#include "store/observationwriter.h"
#include "store/postreader.h"
#include "store/postwriter.h"
#include "store/sharedstorefile.h"
#include "store/sql/sqlthread.h"
#include "store/writeturns.h"

#include <QObject>
#include <QTimer>

namespace Postwave
{
/**
 * Everything that was ever observed, in one SQLite file. Reads, writes and what takes long run on
 * a thread each and come back as futures that always deliver: a view never waits for maintenance.
 * Safe to use from one thread.
 */
class ObservationStore : public QObject
{
    Q_OBJECT

public:
    /** @param path of the file; its folder is made when missing */
    explicit ObservationStore(const QString &path, QObject *parent = nullptr);
    ~ObservationStore() override;

    /** Opens, creates or upgrades the file; every other call does so too if need be. */
    QFuture<Result<Done>> open();

    QFuture<Result<Observation>> write(ObservationRecord record, StorePriority priority);
    QFuture<Result<Done>> writeChannels(QString source, ChannelList channels, qint64 listedAt, StorePriority priority);

    QFuture<Result<SeriesReading>> read(SeriesQuery query, StorePriority priority);
    QFuture<Result<QList<WindowCoverage>>> coverage(ChannelKey key, StoredResolution level, QList<TimeWindow> windows,
                                                    StorePriority priority);
    /** The newest list of the source. */
    QFuture<Result<ChannelList>> channels(QString source, StorePriority priority);
    /** A channel that was ever listed. */
    QFuture<Result<std::optional<Channel>>> channel(ChannelKey key, StorePriority priority);

    /** See PostWriter::write(). */
    QFuture<Result<Done>> writePosts(ChannelKey key, QList<ListedPost> posts, qint64 listedAt, StorePriority priority);
    /** See PostWriter::finish(). */
    QFuture<Result<MissingPosts>> finishReading(PostReadingRecord reading, StorePriority priority);
    QFuture<Result<PostsReading>> posts(PostQuery query, StorePriority priority);

    QFuture<Result<StoreStatus>> status();
    QFuture<Result<VerifyReport>> verify();
    QFuture<Result<CompactReport>> compact(qint64 now);

    /** Runs @p work where it may take long, after what was asked there before. The end of the program interrupts it. */
    template<typename Work>
    auto maintain(Work work)
    {
        return maintenance().post(StorePriority::Bulk, std::move(work));
    }

Q_SIGNALS:
    /** The file was damaged. It lies unchanged at @p target now, and a new one was started. */
    void movedAside(const QString &target);
    /** The file was deleted or moved while it was open, and another one was started. */
    void vanished();

private:
    SqlThread &maintenance();

    QTimer m_identityCheck;
    SharedStoreFile m_file;
    WriteTurns m_turns;
    // After these, so that the threads end before they go.
    SqlThread m_writer;
    SqlThread m_reader;
    std::optional<SqlThread> m_maintenance; ///< made when there is something to do for it
};
}
