// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>

#include <optional>

namespace Postwave::StandIn
{
/** States of the real server, oldest first, so that `profile >= Profile::Dec23` reads as "since". */
enum class Profile {
    Nov20, ///< /api paths, limiter new, refresh broken
    Nov26, ///< flat paths, `replies` in the answers, refresh repaired
    Dec23, ///< the best working state
    Feb26, ///< post dynamics and top posts answer 500 always
};

inline std::optional<Profile> profileFromName(QByteArrayView name)
{
    if (name == "nov20")
        return Profile::Nov20;
    if (name == "nov26")
        return Profile::Nov26;
    if (name == "dec23")
        return Profile::Dec23;
    if (name == "feb26")
        return Profile::Feb26;
    return {};
}
}
