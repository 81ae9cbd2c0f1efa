// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/commandline.h"

namespace Postwave
{
/** An option of the command line. */
struct OptionSpec {
    const char *name; ///< without its dashes
    const char *value; ///< what stands for its value in messages; empty for switches
};

/** What a command takes. Help, manual page and completion are tested against it. */
QList<OptionSpec> optionsOf(CommandLine::Command command);

/** What any command takes, each option once. */
QList<OptionSpec> allOptions();

/** "export"; empty for the window and for help and version, which are options. */
QString commandWord(CommandLine::Command command);
/** The window is what is meant without a word; nothing for a word that is no command. */
std::optional<CommandLine::Command> commandFromWord(const QString &word);
}
