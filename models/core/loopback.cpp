// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/loopback.h"

#include <QList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
bool isOctet(QStringView text)
{
    bool isNumber = false;
    const uint value = text.toUInt(&isNumber);
    return isNumber && value <= 255 && text.size() <= 3;
}
}

bool isLoopbackHost(QStringView host)
{
    if (host.compare(u"localhost"_s, Qt::CaseInsensitive) == 0 || host == u"::1"_s)
        return true;
    const QList<QStringView> octets = host.split(u'.');
    return octets.size() == 4 && octets.constFirst() == u"127"_s && std::ranges::all_of(octets, isOctet);
}
}
