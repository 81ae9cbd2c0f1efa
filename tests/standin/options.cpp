// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "options.h"

#include "timeforms.h"

#include <QCommandLineParser>

using namespace Qt::StringLiterals;

namespace Postwave::StandIn
{
namespace
{
/** Reads numbers out of a parsed command line and remembers the first mistake. */
class Reader
{
public:
    explicit Reader(const QCommandLineParser &parser)
        : m_parser(parser)
    {
    }

    qint64 integer(const QString &name, qint64 least, qint64 most)
    {
        bool ok = false;
        const qint64 number = m_parser.value(name).toLongLong(&ok);
        if (!ok || number < least || number > most)
            fail(name);
        return number;
    }
    double real(const QString &name)
    {
        bool ok = false;
        const double number = m_parser.value(name).toDouble(&ok);
        if (!ok || number < 0)
            fail(name);
        return number;
    }
    void fail(const QString &name)
    {
        if (error.isEmpty())
            error = u"--%1: not a possible value: %2"_s.arg(name, m_parser.value(name));
    }

    QString error;

private:
    const QCommandLineParser &m_parser;
};
}

ParsedOptions optionsFromArguments(const QStringList &arguments)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(u"Plays the AnalyticBot server on loopback, for tests."_s);
    const QCommandLineOption help = parser.addHelpOption();
    parser.addOptions({
        {u"port"_s, u"Port to listen on; 0 takes any free one."_s, u"N"_s, u"0"_s},
        {u"profile"_s, u"State of the server: nov20, nov26, dec23, feb26."_s, u"NAME"_s, u"dec23"_s},
        {u"prefix"_s, u"Path below which the whole application lies, such as /api."_s, u"PATH"_s},
        {u"now"_s, u"Server clock."_s, u"ISO"_s},
        {u"clock-rate"_s, u"Server seconds in a real second; default 0 with --now, else 1."_s, u"R"_s},
        {u"seed"_s, u"Seed of the made-up world."_s, u"N"_s, u"1"_s},
        {u"limit-loopback"_s, u"Limit logins, with the rate-limit headers."_s},
        {u"rate-limit"_s, u"Post-dynamics requests in 60 s."_s, u"N"_s, u"0"_s},
        {u"latency"_s, u"Milliseconds before each answer."_s, u"MS"_s, u"0"_s},
        {u"world"_s, u"Channels and posts to serve instead of the made-up ones."_s, u"FILE"_s},
        {u"wide-sums"_s, u"Counters whose sums exceed 32 bits."_s},
        {u"growth"_s, u"Counters grow with the age of their post."_s},
        {u"drill-cache"_s, u"Answer drill-downs from a cache, as the real server does."_s},
        {u"request-log"_s, u"Append a line per request to this file."_s, u"FILE"_s},
        {u"access-ttl"_s, u"Real seconds an access token lives."_s, u"SECONDS"_s, u"0"_s},
        {u"refresh-fails"_s, u"Every refresh answers 401."_s},
        {u"process-offset"_s, u"Zone of the server's process, ahead of UTC."_s, u"SECONDS"_s, u"0"_s},
        {u"session-offset"_s, u"Zone of its database's session, ahead of UTC."_s, u"SECONDS"_s, u"0"_s},
    });

    ParsedOptions parsed;
    if (!parser.parse(arguments)) {
        parsed.error = parser.errorText();
        return parsed;
    }
    if (parser.isSet(help)) {
        parsed.help = parser.helpText();
        return parsed;
    }

    Reader reader(parser);
    Options &options = parsed.options;
    options.port = quint16(reader.integer(u"port"_s, 0, 65535));
    if (const auto profile = profileFromName(parser.value(u"profile"_s).toLatin1()))
        options.profile = *profile;
    else
        reader.fail(u"profile"_s);
    options.prefix = parser.value(u"prefix"_s).toUtf8();
    while (options.prefix.endsWith('/'))
        options.prefix.chop(1);
    if (!options.prefix.isEmpty() && !options.prefix.startsWith('/'))
        reader.fail(u"prefix"_s);
    if (parser.isSet(u"now"_s)) {
        const IsoTime now = isoTime(parser.value(u"now"_s));
        if (!now.error.isEmpty())
            reader.fail(u"now"_s);
        options.now = now.microseconds;
    }
    if (parser.isSet(u"clock-rate"_s))
        options.clockRate = reader.real(u"clock-rate"_s);
    options.seed = quint64(reader.integer(u"seed"_s, 0, std::numeric_limits<qint64>::max()));
    options.limitLoopback = parser.isSet(u"limit-loopback"_s);
    options.rateLimit = int(reader.integer(u"rate-limit"_s, 0, 1'000'000));
    options.latencyMs = int(reader.integer(u"latency"_s, 0, 3'600'000));
    options.worldFile = parser.value(u"world"_s);
    options.wideSums = parser.isSet(u"wide-sums"_s);
    options.growth = parser.isSet(u"growth"_s);
    options.drillCache = parser.isSet(u"drill-cache"_s);
    options.requestLog = parser.value(u"request-log"_s);
    options.accessTtl = int(reader.integer(u"access-ttl"_s, 0, 1'000'000));
    options.refreshFails = parser.isSet(u"refresh-fails"_s);
    options.processOffset = int(reader.integer(u"process-offset"_s, -50'400, 50'400));
    options.sessionOffset = int(reader.integer(u"session-offset"_s, -50'400, 50'400));
    parsed.error = reader.error;
    return parsed;
}
}
