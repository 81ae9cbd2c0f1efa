// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/contentdecoder.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

#include <zlib.h>

namespace Postwave
{
namespace
{
constexpr int kGzipAlone = 15 + 16; ///< zlib's way to ask for the largest window and a gzip header
constexpr qsizetype kPiece = 64 << 10;
}

struct ContentDecoder::Stream {
    z_stream zlib = {};
    std::array<Bytef, kPiece> piece;
};

ContentDecoder::ContentDecoder(const QByteArray &coding, qint64 limit)
    : m_limit(limit)
{
    const QByteArray name = coding.trimmed().toLower();
    if (name.isEmpty() || name == "identity")
        return;
    m_isWhole = false;
    auto stream = std::make_unique<Stream>();
    if ((name == kContentCoding || name == "x-gzip") && inflateInit2(&stream->zlib, kGzipAlone) == Z_OK)
        m_stream = std::move(stream);
    else
        m_state = State::Damaged;
}

ContentDecoder::~ContentDecoder()
{
    if (m_stream)
        inflateEnd(&m_stream->zlib);
}

ContentDecoder::State ContentDecoder::add(QByteArrayView bytes)
{
    if (m_state != State::Good || bytes.isEmpty())
        return m_state;
    if (m_stream) {
        m_state = inflate(bytes);
    } else if (bytes.size() > m_limit - m_body.size()) {
        m_state = State::TooLarge;
    } else {
        m_body.append(bytes);
    }
    return m_state;
}

ContentDecoder::State ContentDecoder::inflate(QByteArrayView bytes)
{
    // What follows the end is no part of the body that the server meant.
    if (m_isWhole)
        return State::Damaged;
    z_stream &zlib = m_stream->zlib;
    Q_ASSERT(bytes.size() <= std::numeric_limits<uInt>::max());
    // zlib's interface is older than const; it does not write to its input.
    zlib.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    zlib.avail_in = uInt(bytes.size());
    do {
        zlib.next_out = m_stream->piece.data();
        zlib.avail_out = uInt(m_stream->piece.size());
        const int result = ::inflate(&zlib, Z_NO_FLUSH);
        const qsizetype got = kPiece - qsizetype(zlib.avail_out);
        if (got > m_limit - m_body.size())
            return State::TooLarge;
        m_body.append(reinterpret_cast<const char *>(m_stream->piece.data()), got);
        m_isWhole = result == Z_STREAM_END;
        if (m_isWhole)
            return zlib.avail_in == 0 ? State::Good : State::Damaged;
        if (result == Z_BUF_ERROR)
            break; // it wants more bytes than there are
        if (result != Z_OK)
            return State::Damaged;
    } while (zlib.avail_in > 0 || zlib.avail_out == 0);
    return State::Good;
}

bool ContentDecoder::isWhole() const
{
    return m_isWhole;
}

QByteArray ContentDecoder::takeBody()
{
    return std::exchange(m_body, {});
}
}
