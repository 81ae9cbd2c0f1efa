// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/contentdecoder.h"

using namespace Postwave;

/** Packed bodies in pieces of any size: never more than the limit comes out. */
extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    if (size == 0)
        return 0;
    constexpr qint64 kLimit = 1 << 16;
    ContentDecoder decoder("gzip", kLimit);
    const QByteArrayView bytes(reinterpret_cast<const char *>(data + 1), qsizetype(size - 1));
    const qsizetype piece = 1 + data[0];
    for (qsizetype at = 0; at < bytes.size(); at += piece) {
        if (decoder.add(bytes.sliced(at, std::min(piece, bytes.size() - at))) != ContentDecoder::State::Good)
            break;
    }
    if (decoder.takeBody().size() > kLimit)
        qFatal("beyond the limit");
    return 0;
}
