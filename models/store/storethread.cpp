// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/storethread.h"

using namespace Qt::StringLiterals;

namespace Postwave
{
StoreThread::StoreThread(SharedStoreFile *file, SqlConnection::Access access)
    : m_file(file)
    , m_access(access)
{
}

StoreThread::~StoreThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        if (m_connection && m_access == SqlConnection::Access::ReadOnly)
            m_connection->interrupt();
    }
    m_wake.notify_one();
    wait();
}

void StoreThread::enqueue(StorePriority priority, Job job)
{
    {
        const std::lock_guard lock(m_mutex);
        if (!m_stopping) {
            (priority == StorePriority::Interactive ? m_interactive : m_bulk).push_back(std::move(job));
            job = {};
        }
    }
    if (job.abandon)
        job.abandon();
    else
        m_wake.notify_one();
}

std::optional<StoreThread::Job> StoreThread::nextJob()
{
    std::unique_lock lock(m_mutex);
    m_wake.wait(lock, [this] {
        return m_stopping || !m_interactive.empty() || !m_bulk.empty();
    });
    if (m_stopping)
        return std::nullopt;
    std::deque<Job> &queue = m_interactive.empty() ? m_bulk : m_interactive;
    Job job = std::move(queue.front());
    queue.pop_front();
    return job;
}

void StoreThread::run()
{
    while (const std::optional<Job> job = nextJob())
        job->run();

    std::deque<Job> rest;
    {
        const std::lock_guard lock(m_mutex);
        rest = std::move(m_interactive);
        std::move(m_bulk.begin(), m_bulk.end(), std::back_inserter(rest));
        m_bulk.clear();
    }
    for (const Job &job : rest)
        job.abandon();
    if (m_connection && m_access == SqlConnection::Access::ReadWrite && !m_file->isCheckDue()) {
        const auto share = m_file->share();
        try {
            m_connection->execute(u"PRAGMA busy_timeout=0"_s); // another process may read for long
            m_connection->execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
        } catch (const SqlFailure &) {
            // The log stays beside the file and is read at the next start.
            closeConnection();
        }
    }
    closeConnection();
}

void StoreThread::closeConnection()
{
    const std::lock_guard lock(m_mutex);
    m_connection.reset();
    m_connectionGeneration = -1;
}

Result<Done> StoreThread::attempt(const std::function<void(SqlConnection &)> &work)
{
    const auto share = m_file->share();
    try {
        if (m_connectionGeneration != m_file->generation()) {
            auto fresh = std::make_unique<SqlConnection>(m_file->path(), m_access);
            const std::lock_guard lock(m_mutex);
            m_connection = std::move(fresh);
            m_connectionGeneration = m_file->generation();
            if (m_stopping && m_access == SqlConnection::Access::ReadOnly)
                return Error{.kind = Error::Kind::ShuttingDown}; // too late to be interrupted
        }
        work(*m_connection);
        return Done{};
    } catch (const SqlFailure &failure) {
        return failure.error();
    } catch (const std::exception &other) {
        return Error{Error::Kind::StoreFailed, QString::fromUtf8(other.what()), m_file->path()};
    }
}

Result<Done> StoreThread::guarded(const std::function<void(SqlConnection &)> &work)
{
    const Result<Done> ready = m_file->prepare();
    if (!ready)
        return ready;
    const int generation = m_file->generation();
    const Result<Done> outcome = attempt(work);
    if (outcome || outcome.error().kind != Error::Kind::StoreDamaged)
        return outcome;
    closeConnection();
    const Result<Done> replaced = m_file->replaceDamaged(generation);
    return replaced ? attempt(work) : replaced;
}
}
