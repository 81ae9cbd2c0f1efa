// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "faultbodies.h"

#include "gzip.h"

namespace Postwave::StandIn
{
namespace
{
constexpr qint64 kMebibyte = 1024 * 1024;
}

Response hugeBody(qint64 megabytes, bool gzip)
{
    const QByteArray point = R"({"timestamp":"2025-11-21T07:00:00Z","time":"07:00","views":3505,"likes":67,"shares":8,)"
                             R"("comments":4,"replies":1,"post_count":3})";
    const QByteArray piece = QByteArray(',' + point).repeated(kMebibyte / (point.size() + 1));
    const qint64 times = megabytes * kMebibyte / piece.size() + 1;
    Response response;
    if (!gzip) {
        response.body = '[' + point;
        response.delivery.repeated = piece;
        response.delivery.times = times;
        response.delivery.tail = "]";
        return response;
    }
    Gzip packed;
    packed.add('[' + point);
    for (qint64 i = 0; i < times; ++i)
        packed.add(piece);
    packed.add("]");
    response.body = packed.finish();
    response.headers.emplaceBack("Content-Encoding", "gzip");
    return response;
}

QByteArray nestedBody(qint64 depth)
{
    return QByteArray(depth, '[') + QByteArray(depth, ']');
}

QByteArray garbageBody(qint64 bytes)
{
    QByteArray body(bytes, Qt::Uninitialized);
    quint32 state = 0x2545f491;
    for (char &byte : body) {
        state = state * 1'664'525u + 1'013'904'223u;
        byte = char(state >> 24);
    }
    return body;
}

QByteArray proxyPage(int status)
{
    const QByteArray title = QByteArray::number(status) + ' ' + reasonPhrase(status);
    return "<html>\r\n<head><title>" + title + "</title></head>\r\n<body>\r\n<center><h1>" + title
        + "</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";
}
}
