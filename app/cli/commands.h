// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commandcontext.h"

namespace Postwave
{
/** How a command ended: its exit code, and the one line for standard error (may be empty). */
struct Outcome {
    int exitCode = ExitDone;
    QString line;
    QString clockLine = {}; ///< whose clock is off, where one is
};

/** Runs the command of @p line. Results go to standard output or the named file. */
QCoro::Task<Outcome> runCommand(CommandContext *context, const CommandLine *line);

/** The exit code and the line of a failure; @p offline tells whether nothing could be asked. */
Outcome outcomeOf(const Error &error, bool offline);
}
