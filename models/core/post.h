// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bucket.h"

namespace Postwave
{
/** One post as it was seen at one moment. */
struct PostSnapshot {
    qint64 id = 0; ///< of the post in its channel
    qint64 published = 0; ///< seconds since the epoch, UTC
    Counters counters = {}; ///< unknown where the source cannot tell

    friend bool operator==(const PostSnapshot &, const PostSnapshot &) = default;
};
}
