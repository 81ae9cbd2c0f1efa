// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "http/contentdecoder.h"
#include "http/transfer.h"

#include <QNetworkReply>
#include <QObject>

namespace Postwave
{
/** Reads a reply as it comes and ends it when a limit is passed. The reply must outlive it. */
class ReplyReader final : public QObject
{
    Q_OBJECT

public:
    ReplyReader(QNetworkReply *reply, Clock *clock, Scheduler *scheduler, TransferLimits limits);

    bool isDone() const
    {
        return m_done;
    }
    /** What was read; once, after done(). */
    Transfer take()
    {
        return std::move(m_transfer);
    }

Q_SIGNALS:
    /** Emitted from the event loop, so that whoever waits may delete this object at once. */
    void done();

private:
    void noteProgress();
    void readSome();
    void decode(QByteArrayView bytes);
    void watchIdle();
    void stop(Transfer::End end);
    void conclude();
    Transfer::End endOf(QNetworkReply::NetworkError error) const;
    void readHeaders();

    QNetworkReply *m_reply;
    Clock *m_clock;
    Scheduler *m_scheduler;
    TransferLimits m_limits;
    qint64 m_sentAt;
    qint64 m_sentMs;
    qint64 m_lastByteMs;
    qint64 m_firstByteMs = -1;
    bool m_done = false;
    std::optional<Transfer::End> m_stopped;
    std::optional<ContentDecoder> m_decoder; ///< from the first byte of the body on
    Transfer m_transfer;
};
}
