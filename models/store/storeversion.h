// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace Postwave
{
/**
 * Which schema a store has, and who can work with it. Both numbers stand in SQLite's user_version,
 * the schema in its lower half and min_compatible in the upper one. So they change together, and
 * a program knows from the header's bytes whether it may open the file at all, whatever
 * the tables of a later version look like.
 */
struct StoreVersion {
    int schema = 0; ///< 0: no tables yet
    int minCompatible = 0; ///< the lowest schema version whose program reads and writes this file rightly

    static StoreVersion fromUserVersion(qint32 userVersion)
    {
        const auto bits = quint32(userVersion);
        const int schema = int(bits & 0xffff);
        const int minCompatible = int(bits >> 16);
        // Version 1 did not say it, and who says nothing promises nothing.
        return {schema, minCompatible > 0 ? minCompatible : schema};
    }
    qint32 toUserVersion() const
    {
        return qint32(quint32(minCompatible) << 16 | quint32(schema));
    }

    bool isReadableBy(int newestKnown) const
    {
        return minCompatible <= newestKnown;
    }
};
}
