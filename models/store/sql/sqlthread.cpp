// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/sql/sqlthread.h"

using namespace Qt::StringLiterals;

namespace Postwave
{
SqlThread::SqlThread(ConnectionProvider *provider, SqlConnection::Access access, AtEnd atEnd)
    : m_provider(provider)
    , m_access(access)
    , m_atEnd(atEnd)
{
}

SqlThread::~SqlThread()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        if (m_connection && m_atEnd == AtEnd::Interrupt)
            m_connection->interrupt();
    }
    m_wake.notify_one();
    wait();
}

void SqlThread::enqueue(StorePriority priority, Job job)
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

std::optional<SqlThread::Job> SqlThread::nextJob()
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

void SqlThread::run()
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
    const bool mayTruncate = m_access == SqlConnection::Access::ReadWrite && m_atEnd == AtEnd::Finish;
    if (m_connection && mayTruncate && !m_provider->keepsLog()) {
        const auto share = m_provider->share();
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

void SqlThread::closeConnection()
{
    const std::lock_guard lock(m_mutex);
    m_connection.reset();
    m_connectionGeneration = -1;
}

Result<Done> SqlThread::attempt(const std::function<void(SqlConnection &)> &work)
{
    const auto share = m_provider->share();
    try {
        if (m_connectionGeneration != m_provider->generation()) {
            auto fresh = std::make_unique<SqlConnection>(m_provider->path(), m_provider->accessFor(m_access));
            const std::lock_guard lock(m_mutex);
            m_connection = std::move(fresh);
            m_connectionGeneration = m_provider->generation();
            if (m_stopping && m_atEnd == AtEnd::Interrupt)
                return Error{.kind = Error::Kind::ShuttingDown}; // too late to be interrupted
        }
        work(*m_connection);
        return Done{};
    } catch (const SqlFailure &failure) {
        return failure.error();
    } catch (const std::exception &other) {
        return Error{Error::Kind::StoreFailed, QString::fromUtf8(other.what()), m_provider->path()};
    }
}

Result<Done> SqlThread::guarded(const std::function<void(SqlConnection &)> &work)
{
    Result<Done> ready = m_provider->prepare();
    if (!ready)
        return ready;
    const int generation = m_provider->generation();
    Result<Done> outcome = attempt(work);
    if (outcome || outcome.error().kind != Error::Kind::StoreDamaged)
        return outcome;
    closeConnection();
    Result<Done> replaced = m_provider->replaceDamaged(generation);
    return replaced ? attempt(work) : replaced;
}
}
