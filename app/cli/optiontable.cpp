// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/optiontable.h"

#include <QSet>

#include <array>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
using Command = CommandLine::Command;
using OptionList = QList<OptionSpec>;

struct CommandWord {
    Command command;
    const char *word;
};

constexpr std::array kCommands{CommandWord{Command::Channels, "channels"}, CommandWord{Command::Fetch, "fetch"},
                               CommandWord{Command::Export, "export"}, CommandWord{Command::Store, "store"}};

OptionList commonOptions()
{
    return {{"data-dir", "DIR"},    {"budget", "N"}, {"trust-server-clock", ""},
            {"log-rules", "RULES"}, {"help", ""},    {"version", ""}};
}

OptionList sourceOptions()
{
    return {{"demo", ""}, {"server", "URL"}, {"allow-http", ""}, {"email", "E"}, {"password-file", "F"}};
}

OptionList exportOptions()
{
    return {{"channel", "CHANNEL"}, {"period", "P"},    {"day", "D"},   {"hour", "H"},    {"metrics", "M"},
            {"output", "F"},        {"offline", ""},    {"as-of", "T"}, {"size", "S"},    {"scale", "N"},
            {"theme", "T"},         {"separator", "C"}, {"bom", ""},    {"compare", "C"}, {"align", "A"},
            {"from", "A"},          {"to", "B"},        {"step", "S"},  {"zone", "Z"}};
}
}

QList<OptionSpec> optionsOf(Command command)
{
    switch (command) {
    case Command::Channels:
        return commonOptions() + sourceOptions() + OptionList{{"json", ""}, {"offline", ""}};
    case Command::Fetch:
        return commonOptions() + sourceOptions()
            + OptionList{{"channel", "CHANNEL"}, {"period", "P"}, {"levels", "L"}, {"progress", ""}};
    case Command::Export:
        return commonOptions() + sourceOptions() + exportOptions();
    case Command::Store:
        return commonOptions() + OptionList{{"demo", ""}};
    case Command::Window:
        return commonOptions() + OptionList{{"demo", ""}, {"self-test", ""}};
    case Command::Help:
    case Command::Version:
        break;
    }
    return commonOptions();
}

QList<OptionSpec> allOptions()
{
    QList<OptionSpec> all;
    QSet<QByteArray> names;
    for (const Command command :
         {Command::Window, Command::Channels, Command::Fetch, Command::Export, Command::Store}) {
        for (const OptionSpec &option : optionsOf(command)) {
            if (!names.contains(option.name))
                all.append(option);
            names.insert(option.name);
        }
    }
    return all;
}

QString commandWord(Command command)
{
    for (const CommandWord &each : kCommands) {
        if (each.command == command)
            return QString::fromLatin1(each.word);
    }
    return {};
}

std::optional<Command> commandFromWord(const QString &word)
{
    if (word.isEmpty())
        return Command::Window;
    for (const CommandWord &each : kCommands) {
        if (word == QLatin1StringView(each.word))
            return each.command;
    }
    return std::nullopt;
}
}
