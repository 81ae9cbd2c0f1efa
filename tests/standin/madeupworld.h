// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world.h"

namespace Postwave::StandIn
{
/**
 * Channels with months of posts. A day's posts depend on the seed and its date alone, so the
 * same posts stand there whenever one looks; the clock only says which days there are.
 * They go on for some weeks past @p now, to be published as the clock moves.
 */
QList<Channel> madeUpChannels(quint64 seed, qint64 now);
}
