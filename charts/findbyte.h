// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <cstring>

namespace Postwave
{
/**
 * Index of the next @p wanted in a list of flags or states; -1 when there is none. For a million of them it matters
 * that QList::indexOf() looks at one after the other.
 */
template<typename Byte>
qsizetype nextOf(const QList<Byte> &list, Byte wanted, qsizetype from = 0)
{
    static_assert(sizeof(Byte) == 1);
    if (from >= list.size())
        return -1;
    const Byte *begin = list.constData();
    const void *found = std::memchr(begin + from, static_cast<unsigned char>(wanted), size_t(list.size() - from));
    return found ? static_cast<const Byte *>(found) - begin : -1;
}
}
