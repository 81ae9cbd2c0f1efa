// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "gzip.h"

#include <zlib.h>

#include <array>

namespace Postwave::StandIn
{
struct Gzip::Stream {
    z_stream z{};
};

Gzip::Gzip()
    : m_stream(std::make_unique<Stream>())
{
    constexpr int kGzipWindow = 15 + 16; // zlib's way to ask for a gzip header
    deflateInit2(&m_stream->z, Z_BEST_SPEED, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY);
}

Gzip::~Gzip()
{
    deflateEnd(&m_stream->z);
}

void Gzip::add(const QByteArray &bytes)
{
    run(bytes, Z_NO_FLUSH);
}

QByteArray Gzip::finish()
{
    run({}, Z_FINISH);
    return m_packed;
}

QByteArray Gzip::packed(const QByteArray &bytes)
{
    Gzip gzip;
    gzip.add(bytes);
    return gzip.finish();
}

void Gzip::run(const QByteArray &bytes, int flush)
{
    z_stream &z = m_stream->z;
    // zlib's interface is older than const; it does not write to its input.
    z.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
    z.avail_in = uInt(bytes.size());
    std::array<char, 16384> room;
    do {
        z.next_out = reinterpret_cast<Bytef *>(room.data());
        z.avail_out = uInt(room.size());
        deflate(&z, flush);
        m_packed.append(room.data(), qsizetype(room.size() - z.avail_out));
    } while (z.avail_out == 0);
}
}
