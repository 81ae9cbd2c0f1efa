// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

namespace Postwave
{
/** The sentence a person reads: what happened and what to do, in the language of the interface. */
QString sentenceFor(const Error &error);
}
