// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stop_token>

namespace Postwave
{
/**
 * Newest wins: of the asynchronous runs of one kind of work only the latest may still show something. A run begins
 * with a ticket and looks after every wait whether that is current; it is not once a newer run began, or the work was
 * cancelled, or its owner is gone. So a coroutine whose owner holds the task needs no other guard.
 *
 *     const LatestTask::Ticket ticket = m_listing.start();
 *     const Result<ChannelList> listed = co_await asking;
 *     if (!ticket.isCurrent())
 *         co_return;
 */
class LatestTask
{
public:
    /** Held by a run, and by what it starts. Outlives the task. */
    class Ticket
    {
    public:
        bool isCurrent() const
        {
            return !m_token.stop_requested();
        }
        /** For work that can be told to stop. */
        const std::stop_token &stopToken() const
        {
            return m_token;
        }

    private:
        friend class LatestTask;
        explicit Ticket(std::stop_token token)
            : m_token(std::move(token))
        {
        }

        std::stop_token m_token;
    };

    LatestTask() = default;
    LatestTask(const LatestTask &) = delete;
    LatestTask &operator=(const LatestTask &) = delete;
    ~LatestTask()
    {
        cancel();
    }

    /** Begins a run; all earlier ones are out of date. */
    Ticket start()
    {
        cancel();
        m_source = std::stop_source();
        return Ticket(m_source.get_token());
    }
    /** Nobody waits for a run any more. */
    void cancel()
    {
        m_source.request_stop();
    }

private:
    std::stop_source m_source;
};
}
