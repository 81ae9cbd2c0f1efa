// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/observationstore.h"

#include "store/sql/sqltransaction.h"
#include "store/storefile.h"

namespace Postwave
{
namespace
{
/** How long a store that nothing is asked of may be gone unnoticed. */
constexpr std::chrono::minutes kIdentityCheckInterval{1};
}

ObservationStore::ObservationStore(const QString &path, QObject *parent)
    : QObject(parent)
    , m_file(path)
    , m_writer(&m_file, SqlConnection::Access::ReadWrite, SqlThread::AtEnd::Finish)
    , m_reader(&m_file, SqlConnection::Access::ReadOnly, SqlThread::AtEnd::Interrupt)
{
    connect(&m_file, &SharedStoreFile::movedAside, this, &ObservationStore::movedAside, Qt::QueuedConnection);
    connect(&m_file, &SharedStoreFile::vanished, this, &ObservationStore::vanished, Qt::QueuedConnection);
    connect(&m_identityCheck, &QTimer::timeout, this, &ObservationStore::open);
    m_identityCheck.setTimerType(Qt::VeryCoarseTimer);
    m_identityCheck.start(kIdentityCheckInterval);
    // Whoever wrote last did not close: a crash, or it is still there. Read everything once, on the side.
    if (wasLeftOpen(path)) {
        m_file.setCheckDue(true);
        maintain([this](SqlConnection &connection) {
            const Done done = checkQuickly(connection);
            m_file.setCheckDue(false);
            return done;
        });
    }
    m_writer.start();
    m_reader.start();
}

ObservationStore::~ObservationStore() = default;

SqlThread &ObservationStore::maintenance()
{
    if (!m_maintenance) {
        m_maintenance.emplace(&m_file, SqlConnection::Access::ReadWrite, SqlThread::AtEnd::Interrupt);
        m_maintenance->start();
    }
    return *m_maintenance;
}

QFuture<Result<Done>> ObservationStore::open()
{
    return m_writer.post(StorePriority::Interactive, [](SqlConnection &) {
        return Done{};
    });
}

QFuture<Result<Observation>> ObservationStore::write(ObservationRecord record, StorePriority priority)
{
    return m_writer.post(priority, [this, record = std::move(record)](SqlConnection &connection) {
        const WriteTurns::Turn turn = m_turns.take();
        return ObservationWriter(connection).write(record);
    });
}

QFuture<Result<Done>> ObservationStore::writeChannels(QString source, ChannelList channels, qint64 listedAt,
                                                      StorePriority priority)
{
    return m_writer.post(
        priority,
        [this, source = std::move(source), channels = std::move(channels), listedAt](SqlConnection &connection) {
            const WriteTurns::Turn turn = m_turns.take();
            ObservationWriter(connection).writeChannels(source, channels, listedAt);
            return Done{};
        });
}

QFuture<Result<SeriesReading>> ObservationStore::read(SeriesQuery query, StorePriority priority)
{
    return m_reader.post(priority, [query = std::move(query)](SqlConnection &connection) {
        SqlTransaction transaction(connection, SqlTransaction::Kind::Read);
        SeriesReading series = ObservationReader(connection).read(query);
        transaction.commit();
        return series;
    });
}

QFuture<Result<QList<WindowCoverage>>> ObservationStore::coverage(ChannelKey key, StoredResolution level,
                                                                  QList<TimeWindow> windows, StorePriority priority)
{
    return m_reader.post(
        priority, [key = std::move(key), level, windows = std::move(windows)](SqlConnection &connection) {
            SqlTransaction transaction(connection, SqlTransaction::Kind::Read);
            QList<WindowCoverage> coverage = ObservationReader(connection).coverage(key, level, windows);
            transaction.commit();
            return coverage;
        });
}

QFuture<Result<ChannelList>> ObservationStore::channels(QString source, StorePriority priority)
{
    return m_reader.post(priority, [source = std::move(source)](SqlConnection &connection) {
        return ObservationReader(connection).channels(source);
    });
}

QFuture<Result<std::optional<Channel>>> ObservationStore::channel(ChannelKey key, StorePriority priority)
{
    return m_reader.post(priority, [key = std::move(key)](SqlConnection &connection) {
        return ObservationReader(connection).channel(key);
    });
}

QFuture<Result<Done>> ObservationStore::writePosts(ChannelKey key, QList<ListedPost> posts, qint64 listedAt,
                                                   StorePriority priority)
{
    return m_writer.post(priority,
                         [this, key = std::move(key), posts = std::move(posts), listedAt](SqlConnection &connection) {
                             const WriteTurns::Turn turn = m_turns.take();
                             PostWriter(connection).write(key, posts, listedAt);
                             return Done{};
                         });
}

QFuture<Result<MissingPosts>> ObservationStore::finishReading(PostReadingRecord reading, StorePriority priority)
{
    return m_writer.post(priority, [this, reading = std::move(reading)](SqlConnection &connection) {
        const WriteTurns::Turn turn = m_turns.take();
        return PostWriter(connection).finish(reading);
    });
}

QFuture<Result<PostsReading>> ObservationStore::posts(PostQuery query, StorePriority priority)
{
    return m_reader.post(priority, [query = std::move(query)](SqlConnection &connection) {
        SqlTransaction transaction(connection, SqlTransaction::Kind::Read);
        PostsReading posts = PostReader(connection).read(query);
        transaction.commit();
        return posts;
    });
}

QFuture<Result<StoreStatus>> ObservationStore::status()
{
    return maintain(&readStatus); // counts every row
}

QFuture<Result<VerifyReport>> ObservationStore::verify()
{
    return maintain(&verifyStore);
}

QFuture<Result<CompactReport>> ObservationStore::compact(qint64 now)
{
    return maintain([this, now](SqlConnection &connection) {
        return compactStore(connection, now, [this](const std::function<void()> &step) {
            const WriteTurns::Turn turn = m_turns.takeLast();
            step();
        });
    });
}
}
