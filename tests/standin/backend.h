// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "options.h"
#include "serverclock.h"
#include "sessions.h"
#include "world.h"

namespace Postwave::StandIn
{
/** The state that all groups of endpoints work on. */
struct Backend {
    explicit Backend(const Options &given)
        : options(given)
        , clock(given.now, given.clockRate)
        , world(given, clock.seconds())
        , sessions(options, clock)
    {
    }

    Options options;
    ServerClock clock;
    World world;
    Sessions sessions;
};
}
