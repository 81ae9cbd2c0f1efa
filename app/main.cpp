// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/fonts.h"
#include "cli/commands.h"
#include "cli/terminal.h"
#include "core/plainline.h"
#include "format/errortext.h"
#include "window/display.h"
#include "window/isolatingtranslator.h"
#include "window/selftest.h"
#include "window/windowapp.h"

#include <QApplication>
#include <QLoggingCategory>
#include <QTranslator>

#include <cstdio>

using namespace Qt::StringLiterals;
using namespace Postwave;

namespace
{
/** Arguments as text, before there is an application to ask. Other bytes would name other files than were meant. */
Result<CommandLine> readArguments(int argc, char **argv)
{
    QStringList arguments;
    for (int i = 1; i < argc; ++i) {
        const QByteArrayView bytes(argv[i]);
        const QString text = QString::fromUtf8(bytes);
        if (!QUtf8StringView(bytes.data(), bytes.size()).isValidUtf8())
            return Error{.kind = Error::Kind::WrongUsage,
                         .argument = QCoreApplication::translate(
                                         "CommandLine", "“%1” is not valid UTF-8; retype it, or rename the file")
                                         .arg(text)};
        arguments.append(text);
    }
    return readCommandLine(arguments);
}

/** One line on standard error, whatever stands in the text. */
void tell(const QString &text)
{
    if (text.isEmpty())
        return;
    std::fprintf(stderr, "postwave: %s\n", plainLine(text).toUtf8().constData());
}

QCoro::Task<> runAndQuit(CommandContext *context, const CommandLine *line, Outcome *outcome)
{
    auto running = runCommand(context, line);
    *outcome = co_await running;
    QCoreApplication::quit();
}

/** The catalogue of the user's language; English has one too, for its plurals. */
void installTexts(QTranslator &translator)
{
    if (translator.load(QLocale(), u"postwave"_s, u"_"_s, u":/i18n"_s) || translator.load(u":/i18n/postwave_en"_s))
        QCoreApplication::installTranslator(&translator);
}

int run(const CommandLine &line)
{
    QTranslator translator;
    installTexts(translator);
    Outcome outcome;
    QStringList movedAside;
    bool hasStoreVanished = false;
    {
        CommandContext context(line);
        if (const Result<Done> ready = context.prepare(); !ready) {
            tell(sentenceFor(ready.error()));
            return ExitUsage;
        }
        QMetaObject::invokeMethod(
            &context,
            [&] {
                runAndQuit(&context, &line, &outcome);
            },
            Qt::QueuedConnection);
        QCoreApplication::exec();
        QCoreApplication::sendPostedEvents(); // a moved store may still want to be told
        movedAside = context.movedAside();
        hasStoreVanished = context.hasStoreVanished();
    }
    for (const QString &target : std::as_const(movedAside))
        tell(sentenceFor({.kind = Error::Kind::StoreDamaged, .argument = target}));
    if (hasStoreVanished)
        tell(sentenceFor({.kind = Error::Kind::StoreVanished}));
    tell(outcome.line);
    tell(outcome.clockLine);
    const bool damaged = line.command == CommandLine::Command::Store && !movedAside.isEmpty();
    return damaged ? int(ExitFailed) : outcome.exitCode;
}

/** Catalogues need an application, and one with windows needs the display that is missing. */
void refuseWindow(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QTranslator translator;
    installTexts(translator);
    tell(QCoreApplication::translate(
        "CommandLine",
        "The window cannot open because no display is available. Check DISPLAY or "
        "WAYLAND_DISPLAY; the commands channels, fetch, export and store need no display."));
}

int openWindow(const CommandLine &line, int argc, char **argv)
{
    if (line.selfTest) {
        prepareHeadlessEnvironment();
    } else if (!isDisplayReachable()) {
        refuseWindow(argc, argv);
        return ExitFailed;
    }
    QApplication application(argc, argv);
    QTranslator plain;
    IsolatingTranslator isolating;
    installTexts(QLocale().textDirection() == Qt::RightToLeft ? isolating : plain);
    if (line.selfTest)
        return runSelfTest();
    return runWindow({.dataFolder = dataFolder(line),
                      .budget = line.budget,
                      .trustServerClock = line.trustServerClock,
                      .demo = line.source.demo});
}

/** Says what was wrong, in the user's language: catalogues need an application, so the line is read once more. */
int refuse(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QTranslator translator;
    installTexts(translator);
    if (const Result<CommandLine> line = readArguments(argc, argv); !line)
        tell(QCoreApplication::translate("CommandLine", "%1. See “postwave --help”.").arg(line.error().argument));
    return ExitUsage;
}

/** Exit code of a command that does nothing but print. */
int printed(const QByteArray &text)
{
    if (print(text))
        return ExitDone;
    tell(printFailure());
    return ExitFailed;
}

int help(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    QTranslator translator;
    installTexts(translator);
    return printed(helpText().toUtf8());
}
}

int main(int argc, char **argv)
{
    // Before anything of Qt's can speak: without a locale of UTF-8, every application object of Qt 6.8 does.
    QLoggingCategory::setFilterRules(u"*=false"_s);
    const Result<CommandLine> line = readArguments(argc, argv);
    if (!line)
        return refuse(argc, argv);
    if (line->command == CommandLine::Command::Version)
        return printed("postwave " POSTWAVE_VERSION "\n");

    if (!line->logRules.isEmpty())
        QLoggingCategory::setFilterRules(line->logRules);
    QCoreApplication::setApplicationName(u"postwave"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(POSTWAVE_VERSION));
    if (line->command == CommandLine::Command::Help)
        return help(argc, argv);
    if (line->command == CommandLine::Command::Window)
        return openWindow(*line, argc, argv);
    // Only pictures need more than an event loop; tables start quicker without.
    if (line->command == CommandLine::Command::Export
        && infoOf(line->format).content == FileFormatInfo::Content::Picture) {
        prepareHeadlessEnvironment();
        QApplication application(argc, argv);
        return run(*line);
    }
    QCoreApplication application(argc, argv);
    return run(*line);
}
