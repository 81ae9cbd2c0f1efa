// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>

namespace Postwave
{
/** The content coding that is offered to servers: it can be unpacked piece by piece, and tells where it ends. */
inline constexpr char kContentCoding[] = "gzip";

/**
 * Unpacks a body as it comes, and never beyond a limit, however much a few bytes would become.
 * What it holds at any time is the body so far and one piece more.
 */
class ContentDecoder
{
public:
    enum class State {
        Good,
        TooLarge, ///< passed the limit
        Damaged, ///< not what its coding says, or of a coding that was not offered
    };

    /**
     * @param coding value of the Content-Encoding header; empty or "identity" for a body as it is
     * @param limit of the unpacked body, bytes
     */
    ContentDecoder(const QByteArray &coding, qint64 limit);
    ~ContentDecoder();
    Q_DISABLE_COPY_MOVE(ContentDecoder)

    /** Takes the next bytes of the connection. After a state other than Good it takes none. */
    State add(QByteArrayView bytes);
    /** Whether a packed body came to its own end, checksum included; of others nobody can tell. */
    bool isWhole() const;
    QByteArray takeBody();

private:
    struct Stream;

    State inflate(QByteArrayView bytes);

    const qint64 m_limit;
    State m_state = State::Good;
    bool m_isWhole = true;
    std::unique_ptr<Stream> m_stream; ///< of packed bodies
    QByteArray m_body;
};
}
