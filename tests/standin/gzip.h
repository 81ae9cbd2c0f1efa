// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <memory>

namespace Postwave::StandIn
{
/** Packs a stream piece by piece, so that a bomb of many megabytes is never held unpacked. */
class Gzip
{
public:
    Gzip();
    ~Gzip();
    Gzip(const Gzip &) = delete;
    Gzip &operator=(const Gzip &) = delete;

    void add(const QByteArray &bytes);
    /** The packed stream; nothing may be added afterwards. */
    QByteArray finish();

    static QByteArray packed(const QByteArray &bytes);

private:
    void run(const QByteArray &bytes, int flush);

    struct Stream;
    std::unique_ptr<Stream> m_stream;
    QByteArray m_packed;
};
}
