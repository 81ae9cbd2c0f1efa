// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/maintenance.h"
#include "store/observationwriter.h"
#include "store/sharedstorefile.h"
#include "store/sql/sqlthread.h"

#include <QObject>

namespace Postwave
{
/**
 * Everything that was ever observed, in one SQLite file. Reads and writes run on a thread
 * each and come back as futures that always deliver. Safe to use from one thread.
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
    QFuture<Result<Done>> writeChannels(QString source, ChannelList channels, qint64 listedAt);

    QFuture<Result<StoredSeries>> read(SeriesQuery query, StorePriority priority);
    QFuture<Result<QList<WindowCoverage>>> coverage(ChannelKey key, Level level, QList<TimeWindow> windows);
    /** The newest list of the source. */
    QFuture<Result<ChannelList>> channels(QString source);
    /** A channel that was ever listed. */
    QFuture<Result<std::optional<Channel>>> channel(ChannelKey key);

    QFuture<Result<StoreStatus>> status();
    QFuture<Result<VerifyReport>> verify();
    QFuture<Result<CompactReport>> compact(qint64 now);

Q_SIGNALS:
    /** The file was damaged. It lies unchanged at @p target now, and a new one was started. */
    void movedAside(const QString &target);

private:
    SharedStoreFile m_file;
    // After the file, so that the threads end before it goes.
    SqlThread m_writer;
    SqlThread m_reader;
    std::optional<SqlThread> m_checker; ///< only after an unclean end
};
}
