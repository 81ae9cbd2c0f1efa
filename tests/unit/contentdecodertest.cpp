// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/contentdecoder.h"
#include "testcase.h"

#include <zlib.h>

using namespace Postwave;

namespace
{
using State = ContentDecoder::State;

constexpr qint64 kLimit = 1 << 20;

/** Packed by zlib with a gzip header (31) or its own (15). */
QByteArray packed(const QByteArray &bytes, int window = 31)
{
    z_stream zlib = {};
    deflateInit2(&zlib, Z_BEST_COMPRESSION, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY);
    QByteArray out(qsizetype(deflateBound(&zlib, uLong(bytes.size()))), '\0');
    zlib.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.data()));
    zlib.avail_in = uInt(bytes.size());
    zlib.next_out = reinterpret_cast<Bytef *>(out.data());
    zlib.avail_out = uInt(out.size());
    deflate(&zlib, Z_FINISH);
    out.truncate(qsizetype(zlib.total_out));
    deflateEnd(&zlib);
    return out;
}

QByteArray withByteChanged(QByteArray bytes, qsizetype fromEnd)
{
    char &byte = bytes[bytes.size() - fromEnd];
    byte = char(byte ^ 1);
    return bytes;
}
}

class ContentDecoderTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void decodes_data()
    {
        QTest::addColumn<QByteArray>("coding");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("whole");
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, const QByteArray &coding, const QByteArray &bytes, State state,
                            bool whole, const QByteArray &body) {
            QTest::newRow(name) << coding << bytes << int(state) << whole << body;
        };
        const QByteArray text = QByteArray("[{\"views\":1}]").repeated(500);
        const QByteArray gzip = packed(text);
        row("as it is", "", text, State::Good, true, text);
        row("identity", " Identity ", text, State::Good, true, text);
        row("as it is, nothing", "", "", State::Good, true, "");
        row("as it is, of the limit", "", QByteArray(kLimit, 'x'), State::Good, true, QByteArray(kLimit, 'x'));
        row("as it is, beyond", "", QByteArray(kLimit + 1, 'x'), State::TooLarge, true, {});
        row("gzip", "gzip", gzip, State::Good, true, text);
        row("gzip, by its old name", "X-GZip", gzip, State::Good, true, text);
        row("gzip of nothing", "gzip", packed({}), State::Good, true, "");
        row("gzip of the limit", "gzip", packed(QByteArray(kLimit, 'x')), State::Good, true, QByteArray(kLimit, 'x'));
        row("gzip beyond the limit", "gzip", packed(QByteArray(kLimit + 1, 'x')), State::TooLarge, false, {});
        row("a bomb", "gzip", packed(QByteArray(50 * kLimit, ' ')), State::TooLarge, false, {});
        row("cut before the trailer", "gzip", gzip.chopped(8), State::Good, false, text);
        row("cut in the trailer", "gzip", gzip.chopped(1), State::Good, false, text);
        row("cut in the header", "gzip", gzip.left(5), State::Good, false, "");
        row("a wrong checksum", "gzip", withByteChanged(gzip, 7), State::Damaged, false, {});
        row("a wrong length", "gzip", withByteChanged(gzip, 2), State::Damaged, false, {});
        row("more after the end", "gzip", gzip + 'x', State::Damaged, true, {});
        row("no gzip", "gzip", text, State::Damaged, false, {});
        row("zlib's own form", "gzip", packed(text, 15), State::Damaged, false, {});
        row("deflate, which was not offered", "deflate", packed(text, 15), State::Damaged, false, {});
        row("brotli, which was not offered", "br", text, State::Damaged, false, {});
        row("two codings", "gzip, gzip", gzip, State::Damaged, false, {});
    }
    void decodes()
    {
        QFETCH(QByteArray, coding);
        QFETCH(QByteArray, bytes);
        QFETCH(int, state);
        QFETCH(bool, whole);
        QFETCH(QByteArray, body);
        for (const qsizetype piece : {bytes.size() + 1, qsizetype(1000), qsizetype(1)}) {
            if (piece == 1 && bytes.size() > 10'000)
                continue;
            ContentDecoder decoder(coding, kLimit);
            State now = bytes.isEmpty() ? decoder.add({}) : State::Good;
            for (qsizetype at = 0; at < bytes.size(); at += piece)
                now = decoder.add(QByteArrayView(bytes).sliced(at, std::min(piece, bytes.size() - at)));
            QCOMPARE(int(now), state);
            QCOMPARE(decoder.isWhole(), whole);
            const QByteArray result = decoder.takeBody();
            QVERIFY(result.size() <= kLimit);
            if (now == State::Good)
                QCOMPARE(result, body);
        }
    }

    void takesNothingAfterAFault()
    {
        ContentDecoder decoder("", 3);
        QCOMPARE(int(decoder.add("abcd")), int(State::TooLarge));
        QCOMPARE(int(decoder.add("a")), int(State::TooLarge));
        QCOMPARE(decoder.takeBody(), QByteArray());
    }
};

POSTWAVE_TEST(ContentDecoderTest, QCoreApplication)
#include "contentdecodertest.moc"
