// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/palette.h"
#include "core/channelreference.h"
#include "core/metric.h"
#include "core/period.h"
#include "core/result.h"
#include "files/formats.h"
#include "series/comparison.h"
#include "series/viewquery.h"

#include <QSize>
#include <QStringList>

#include <optional>

namespace Postwave
{
/** What the process leaves with. */
enum ExitCode {
    ExitDone = 0,
    ExitFailed = 1, ///< network, server, data or store
    ExitUsage = 2,
    ExitSignInRefused = 3,
    ExitNothingStored = 4, ///< offline, and nothing is known of what was asked
};

/** Where data come from. */
struct SourceOptions {
    bool demo = false;
    QString server; ///< as typed
    bool allowHttp = false;
    QString email;
    QString passwordFile; ///< "-" is standard input
};

enum class StoreAction { Status, Verify, Compact };

/** One command line, understood. */
struct CommandLine {
    enum class Command { Help, Version, Window, Channels, Fetch, Export, Store };

    Command command = Command::Help;
    SourceOptions source;

    QString dataFolder; ///< empty: the default
    int budget = 0; ///< request starts a minute, 0 = unlimited
    bool trustServerClock = false; ///< whatever this computer's clock says
    QString logRules;

    ChannelReference channel;
    bool offline = false;

    // the window
    bool selfTest = false;

    // channels
    bool json = false;

    // fetch
    Period period = Period::Days30;
    bool drill = false; ///< also the levels below the period's own
    bool progress = false;

    // export
    ViewQuery view;
    std::optional<Comparison> compare;
    std::optional<qint64> asOf;
    QList<Metric> metrics; ///< empty: the default of the format
    QString output;
    FileFormat format = FileFormat::Csv;
    QSize size{800, 450}; ///< logical
    double scale = 2;
    Theme theme = Theme::Light;
    char16_t separator = u',';
    bool byteOrderMark = false;

    // store
    StoreAction storeAction = StoreAction::Status;
};

/**
 * Understands the arguments after the program's name.
 * @return an error with kind WrongUsage
 */
Result<CommandLine> readCommandLine(const QStringList &arguments);

/** The text of `--help`; it names no option that is not there. */
QString helpText();
}
