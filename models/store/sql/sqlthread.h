// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sql/connectionprovider.h"
#include "store/sql/sqlconnection.h"

#include <QFuture>
#include <QPromise>
#include <QThread>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace Postwave
{
/** Whose store work goes first. */
enum class StorePriority { Interactive, Bulk };

/**
 * One thread with one connection to a database file and a queue of work for it; which file that
 * is only its provider knows. Every post() is answered: failures and exceptions become errors, a
 * damaged file is replaced and the work repeated once on the new one, and what is still queued
 * at the end gets ShuttingDown.
 */
class SqlThread : public QThread
{
    Q_OBJECT

public:
    /** What becomes of the work at hand when the thread has to end. */
    enum class AtEnd {
        Finish,
        Interrupt, ///< for what only reads or can be done again: nobody waits for it at the end
    };

    /** @param provider outlives the thread */
    SqlThread(ConnectionProvider *provider, SqlConnection::Access access, AtEnd atEnd);
    /** Finishes or interrupts the work at hand, answers the rest with ShuttingDown, and joins. */
    ~SqlThread() override;

    /** @param work takes the connection and returns a value or throws SqlFailure */
    template<typename Work>
    auto post(StorePriority priority, Work work) -> QFuture<Result<std::invoke_result_t<Work, SqlConnection &>>>
    {
        using Answer = Result<std::invoke_result_t<Work, SqlConnection &>>;
        auto promise = std::make_shared<QPromise<Answer>>();
        promise->start(); // before the future leaves: an unstarted promise does not make anybody wait
        QFuture<Answer> future = promise->future();
        enqueue(priority,
                {.run =
                     [this, promise, work = std::move(work)] {
                         Answer answer;
                         const Result<Done> outcome = guarded([&](SqlConnection &connection) {
                             answer = work(connection);
                         });
                         promise->addResult(outcome ? std::move(answer) : Answer(outcome.error()));
                         promise->finish();
                     },
                 .abandon =
                     [promise] {
                         promise->addResult(Answer(Error{Error::Kind::ShuttingDown}));
                         promise->finish();
                     }});
        return future;
    }

protected:
    void run() override;

private:
    struct Job {
        std::function<void()> run;
        std::function<void()> abandon;
    };

    void enqueue(StorePriority priority, Job job);
    std::optional<Job> nextJob();
    Result<Done> guarded(const std::function<void(SqlConnection &)> &work);
    Result<Done> attempt(const std::function<void(SqlConnection &)> &work);

    void closeConnection();

    ConnectionProvider *m_provider;
    SqlConnection::Access m_access;
    AtEnd m_atEnd;

    // Used by this thread alone; replaced under the mutex, because the destructor may interrupt it.
    std::unique_ptr<SqlConnection> m_connection;
    int m_connectionGeneration = -1;

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_interactive;
    std::deque<Job> m_bulk;
    bool m_stopping = false;
};
}
