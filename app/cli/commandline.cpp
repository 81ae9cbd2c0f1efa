// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"

#include "cli/optiontable.h"
#include "cli/usage.h"
#include "cli/viewoptions.h"
#include "core/timetext.h"
#include "http/requestbudget.h"

#include <QCommandLineParser>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace Postwave
{
using namespace Usage;

namespace
{
constexpr int kLargestPictureSide = 16'384;
constexpr int kSmallestPictureSide = 100;

void prepare(QCommandLineParser &parser, const QList<OptionSpec> &options)
{
    parser.setSingleDashWordOptionMode(QCommandLineParser::ParseAsLongOptions);
    for (const OptionSpec &option : options)
        parser.addOption(QCommandLineOption(QString::fromLatin1(option.name), {}, QString::fromLatin1(option.value)));
}

void refuseDoubles(const QCommandLineParser &parser)
{
    QSet<QString> seen;
    for (const QString &name : parser.optionNames()) {
        if (seen.contains(name))
            refuse(Words::tr("--%1 is given twice").arg(name));
        seen.insert(name);
    }
}

qint64 numberOf(const QCommandLineParser &parser, const QString &name, qint64 least, qint64 most)
{
    bool isNumber = false;
    const qint64 value = parser.value(name).toLongLong(&isNumber);
    if (!isNumber || value < least || value > most)
        refuse(Words::tr("--%1 must be between %2 and %3, not “%4”")
                   .arg(name)
                   .arg(least)
                   .arg(most)
                   .arg(parser.value(name)));
    return value;
}

QList<Metric> metricsOf(const QString &text)
{
    QList<Metric> metrics;
    for (const QString &name : text.split(u',')) {
        const std::optional<Metric> metric = metricFromName(name.trimmed());
        if (!metric)
            refuse(Words::tr("--metrics accepts views, likes, shares, comments, replies and post_count, not “%1”")
                       .arg(name));
        if (metrics.contains(*metric))
            refuse(Words::tr("--metrics lists %1 twice").arg(name));
        metrics.append(*metric);
    }
    return metrics;
}

QSize sizeOf(const QString &text)
{
    static const QRegularExpression form(u"^(\\d{1,5})x(\\d{1,5})$"_s);
    const QRegularExpressionMatch match = form.match(text);
    const QSize size(match.captured(1).toInt(), match.captured(2).toInt());
    const bool fits = std::min(size.width(), size.height()) >= kSmallestPictureSide
        && std::max(size.width(), size.height()) <= kLargestPictureSide;
    if (!match.hasMatch() || !fits)
        refuse(Words::tr("--size must look like 800x450, with sides from 100 to 16384, not “%1”").arg(text));
    return size;
}

double scaleOf(const QString &text)
{
    bool isNumber = false;
    const double scale = text.toDouble(&isNumber);
    if (!isNumber || !(scale >= 1 && scale <= 4))
        refuse(Words::tr("--scale must be between 1 and 4, not “%1”").arg(text));
    return scale;
}

char16_t separatorOf(const QString &text)
{
    const QString character = text == u"tab"_s || text == u"\\t"_s ? u"\t"_s : text;
    const bool usable = character.size() == 1 && !character[0].isLetterOrNumber() && character != u"\""_s
        && character != u"\n"_s && character != u"\r"_s && !character[0].isSurrogate();
    if (!usable)
        refuse(Words::tr(
                   "--separator must be one character (no letter, digit or quotation mark) or the word tab, not “%1”")
                   .arg(text));
    return character[0].unicode();
}

FileFormat formatOf(const QString &output)
{
    const std::optional<FileFormat> format = fileFormatFromName(QFileInfo(output).suffix());
    if (!format)
        refuse(Words::tr("--output must end in .csv, .json or .png, not “%1”").arg(output));
    return *format;
}

void readSource(const QCommandLineParser &parser, CommandLine &line)
{
    SourceOptions &source = line.source;
    source.demo = parser.isSet(u"demo"_s);
    source.server = parser.value(u"server"_s);
    source.allowHttp = parser.isSet(u"allow-http"_s);
    source.email = parser.value(u"email"_s);
    source.passwordFile = parser.value(u"password-file"_s);
    if (source.demo == parser.isSet(u"server"_s))
        refuse(Words::tr("exactly one of --demo and --server URL is required"));
    const bool serverOptions = source.allowHttp || !source.email.isEmpty() || !source.passwordFile.isEmpty();
    if (source.demo && serverOptions)
        refuse(Words::tr("--email, --password-file and --allow-http need --server"));
}

/** Of a home that is missing or relative Qt would make a folder somewhere else. */
void refuseUnusableHome()
{
    const QString data = qEnvironmentVariable("XDG_DATA_HOME");
    const QString home = qEnvironmentVariable("HOME");
    if (!data.isEmpty() && !data.startsWith(u'/'))
        refuse(
            Words::tr("XDG_DATA_HOME must be an absolute path, not “%1”; correct it, or use --data-dir DIR").arg(data));
    if (data.isEmpty() && home.isEmpty())
        refuse(Words::tr("HOME is not set, so Postwave has no folder for its data; set it, or use --data-dir DIR"));
    if (data.isEmpty() && !home.startsWith(u'/'))
        refuse(Words::tr("HOME must be an absolute path, not “%1”; correct it, or use --data-dir DIR").arg(home));
}

/** What Qt says, without its full stop: another sentence follows. */
QString problemOf(const QCommandLineParser &parser)
{
    QString problem = parser.errorText();
    if (problem.endsWith(u'.'))
        problem.chop(1);
    return problem;
}

ChannelReference channelOf(const QCommandLineParser &parser)
{
    const QString text = parser.value(u"channel"_s);
    const std::optional<ChannelReference> channel = channelReferenceFromText(text);
    if (!channel)
        refuse(parser.isSet(u"channel"_s)
                   ? Words::tr("--channel must be a channel ID, @name or t.me link, not “%1”").arg(text)
                   : Words::tr("--channel is required"));
    return channel.value_or(ChannelReference());
}

void readFetch(const QCommandLineParser &parser, CommandLine &line)
{
    line.channel = channelOf(parser);
    if (!parser.isSet(u"period"_s))
        refuse(Words::tr("--period is required"));
    line.period = periodOf(parser);
    line.progress = parser.isSet(u"progress"_s);
    if (!parser.isSet(u"levels"_s))
        return;
    for (const QString &name : parser.value(u"levels"_s).split(u',')) {
        const std::optional<StoredResolution> level = levelFromName(name.trimmed());
        if (!level)
            refuse(Words::tr("--levels accepts day, hour and minute, not “%1”").arg(name));
        line.drill = line.drill || *level < periodLevel(line.period);
    }
}

void readExport(const QCommandLineParser &parser, CommandLine &line)
{
    line.channel = channelOf(parser);
    line.view = viewOf(parser);
    line.compare = comparisonOf(parser, line.view);
    line.offline = parser.isSet(u"offline"_s);
    if (!parser.isSet(u"output"_s))
        refuse(Words::tr("--output FILE is required"));
    line.output = parser.value(u"output"_s);
    line.format = formatOf(line.output);
    if (parser.isSet(u"as-of"_s)) {
        line.asOf = secondsFromIso(parser.value(u"as-of"_s));
        if (!line.asOf)
            refuse(Words::tr("--as-of must look like 2025-11-21T14:37:00Z, not “%1”").arg(parser.value(u"as-of"_s)));
    }
    if (parser.isSet(u"metrics"_s))
        line.metrics = metricsOf(parser.value(u"metrics"_s));
    if (parser.isSet(u"size"_s)) {
        line.size = sizeOf(parser.value(u"size"_s));
        line.scale = 1; // --size without --scale is in pixels
    }
    if (parser.isSet(u"scale"_s))
        line.scale = scaleOf(parser.value(u"scale"_s));
    if (std::max(line.size.width(), line.size.height()) * line.scale > kLargestPictureSide)
        refuse(Words::tr("--size times --scale must not exceed %1 pixels per side").arg(kLargestPictureSide));
    if (parser.isSet(u"theme"_s)) {
        const QString theme = parser.value(u"theme"_s);
        if (theme != u"light"_s && theme != u"dark"_s)
            refuse(Words::tr("--theme must be light or dark, not “%1”").arg(theme));
        line.theme = theme == u"dark"_s ? Theme::Dark : Theme::Light;
    }
    if (parser.isSet(u"separator"_s))
        line.separator = separatorOf(parser.value(u"separator"_s));
    line.byteOrderMark = parser.isSet(u"bom"_s);
}

void readStore(const QStringList &words, CommandLine &line)
{
    const QString action = words.value(1);
    if (action == u"status"_s)
        line.storeAction = StoreAction::Status;
    else if (action == u"verify"_s)
        line.storeAction = StoreAction::Verify;
    else if (action == u"compact"_s)
        line.storeAction = StoreAction::Compact;
    else
        refuse(Words::tr("store must be followed by status, verify or compact"));
}

CommandLine understand(const QStringList &arguments)
{
    // The command's word may stand anywhere, so the options of all commands are known at first.
    QCommandLineParser all;
    prepare(all, allOptions());
    const QStringList full = QStringList{u"postwave"_s} + arguments;
    const bool parsed = all.parse(full);
    CommandLine line;
    if (all.isSet(u"help"_s))
        return line;
    if (all.isSet(u"version"_s)) {
        line.command = CommandLine::Command::Version;
        return line;
    }
    if (!parsed)
        refuse(problemOf(all));
    const QStringList words = all.positionalArguments();
    const std::optional<CommandLine::Command> command = commandFromWord(words.value(0));
    if (!command)
        refuse(
            Words::tr("unknown command “%1”; the commands are channels, fetch, export and store").arg(words.first()));

    QCommandLineParser parser;
    prepare(parser, optionsOf(*command));
    if (!parser.parse(full)) {
        const QString problem = problemOf(parser);
        refuse(words.isEmpty() ? Words::tr("without a command: %1").arg(problem)
                               : Words::tr("“%1”: %2").arg(words.first(), problem));
    }
    refuseDoubles(parser);
    const qsizetype expected = *command == CommandLine::Command::Store ? 2 : 1;
    if (words.size() > expected)
        refuse(Words::tr("unexpected argument: %1").arg(words.at(expected)));

    line.command = *command;
    line.dataFolder = parser.value(u"data-dir"_s);
    if (parser.isSet(u"data-dir"_s) && line.dataFolder.isEmpty())
        refuse(Words::tr("--data-dir needs a folder"));
    line.logRules = parser.value(u"log-rules"_s);
    line.budget =
        parser.isSet(u"budget"_s) ? int(numberOf(parser, u"budget"_s, 0, 100'000)) : RequestBudget::kDefaultStarts;
    line.trustServerClock = parser.isSet(u"trust-server-clock"_s);
    const bool isWindow = line.command == CommandLine::Command::Window;
    line.selfTest = isWindow && parser.isSet(u"self-test"_s);
    if (line.dataFolder.isEmpty() && !line.selfTest)
        refuseUnusableHome();
    if (isWindow) {
        line.source.demo = parser.isSet(u"demo"_s);
        return line;
    }
    if (line.command == CommandLine::Command::Store) {
        readStore(words, line);
        line.source.demo = parser.isSet(u"demo"_s);
        return line;
    }
    readSource(parser, line);
    if (line.command == CommandLine::Command::Channels) {
        line.json = parser.isSet(u"json"_s);
        line.offline = parser.isSet(u"offline"_s);
    } else if (line.command == CommandLine::Command::Fetch) {
        readFetch(parser, line);
    } else {
        readExport(parser, line);
    }
    return line;
}
}

Result<CommandLine> readCommandLine(const QStringList &arguments)
{
    try {
        return understand(arguments);
    } catch (const Problem &problem) {
        return Error{.kind = Error::Kind::WrongUsage, .argument = problem.text};
    }
}
}
