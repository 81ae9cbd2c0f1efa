// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bucket.h"
#include "core/ids.h"

namespace Postwave
{
/** One post as it was seen at one moment. */
struct PostSnapshot {
    PostId id = {};
    qint64 published = 0; ///< seconds since the epoch, UTC
    Counters counters = {}; ///< unknown where the source cannot tell

    friend bool operator==(const PostSnapshot &, const PostSnapshot &) = default;
};
}
