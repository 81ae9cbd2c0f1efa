// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commands.h"

#include "cli/picture.h"
#include "cli/terminal.h"
#include "core/channeltitle.h"
#include "core/clock.h"
#include "core/plainline.h"
#include "core/timetext.h"
#include "files/outputfile.h"
#include "files/writers/rowfiles.h"
#include "format/clocktext.h"
#include "format/errortext.h"

#include <QCoroFuture>

#include <QCoreApplication>
#include <QLocale>

#include <cstdio>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
/** The context of these texts for translators. */
class Words
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QString clockLine(const SourceTime &clocks)
{
    switch (clocks.trust) {
    case SourceTime::Trust::Disputed:
        return ClockText::disputed(clocks.stated - clocks.local);
    case SourceTime::Trust::LocalSlow:
        return ClockText::slow(clocks.stated - clocks.local);
    case SourceTime::Trust::Agreed:
        break;
    }
    return {};
}

/** Prints the result of a command that then is done. */
Outcome printed(const QByteArray &text)
{
    return print(text) ? Outcome() : Outcome{ExitFailed, printFailure()};
}

QByteArray channelsTable(const ChannelList &channels)
{
    QByteArray table;
    for (const Channel &channel : channels) {
        const QString username = channel.username.isEmpty() ? u"-"_s : u"@"_s + plainLine(channel.username);
        const QString subscribers = channel.subscribers ? QString::number(*channel.subscribers) : u"-"_s;
        table += u"%1\t%2\t%3\t%4\n"_s.arg(channel.id.text(), username, subscribers, channelTitle(channel)).toUtf8();
    }
    return table;
}

QCoro::Task<Outcome> runChannels(CommandContext *context, const CommandLine *line)
{
    auto reading = line->offline ? context->repository().storedChannels() : context->repository().listChannels();
    const Result<ChannelList> channels = co_await reading;
    if (!channels && !line->offline) {
        Outcome outcome = outcomeOf(channels.error(), false);
        auto rereading = context->repository().storedChannels();
        const Result<ChannelList> stored = co_await rereading;
        if (stored)
            outcome.line += u' '
                + (stored->isEmpty() ? Words::tr("There is no saved channel list to use with --offline.")
                                     : Words::tr("The saved list is available with --offline."));
        co_return outcome;
    }
    if (!channels)
        co_return outcomeOf(channels.error(), true);
    if (line->offline && channels->isEmpty())
        co_return outcomeOf({.kind = Error::Kind::NothingStored}, true);
    co_return printed(line->json ? channelsJson(*channels) : channelsTable(*channels));
}

QCoro::Task<Outcome> runFetch(CommandContext *context, const CommandLine *line)
{
    Repository &repository = context->repository();
    auto finding = repository.channel(line->channel, true);
    const Result<Channel> channel = co_await finding;
    if (!channel)
        co_return outcomeOf(channel.error(), false);

    const bool shown = line->progress || isatty(STDERR_FILENO);
    const FetchProgress progress = [shown](int done, int total) {
        if (shown)
            std::fprintf(stderr, "%d of %d\n", done, total);
    };
    auto fetching = repository.fetch(channel->id, line->period, line->drill, progress);
    const Result<FetchReport> report = co_await fetching;
    if (!report)
        co_return outcomeOf(report.error(), false);
    if (report->failed == 0)
        co_return Outcome{};
    Outcome outcome = outcomeOf(report->firstError, false);
    outcome.line = Words::tr("%n request(s) failed; repeat the command to download the rest. First failure:", nullptr,
                             report->failed)
        + u' ' + outcome.line;
    co_return outcome;
}

QList<Metric> metricsOf(const CommandLine &line)
{
    if (!line.metrics.isEmpty())
        return line.metrics;
    if (infoOf(line.format).content == FileFormatInfo::Content::Picture)
        return {Metric::Views};
    return QList<Metric>(kMetrics.begin(), kMetrics.end());
}

Result<QByteArray> fileOf(const CommandLine &line, const SeriesView &view, const JsonFacts &facts)
{
    const QList<Metric> metrics = metricsOf(line);
    switch (line.format) {
    case FileFormat::Csv:
        return csvOf(view, metrics, {line.separator, line.byteOrderMark});
    case FileFormat::Json:
        return jsonOf(view, metrics, facts);
    case FileFormat::Png:
        return pictureOf(line, view, facts, metrics);
    }
    return QByteArray();
}

qsizetype unknownIn(const QList<Row> &rows)
{
    return std::count_if(rows.begin(), rows.end(), [](const Row &row) {
        return row.state == BucketState::Unknown;
    });
}

/** "3 of 24 never fetched", where that is so. */
QString unknownLine(const SeriesView &view)
{
    QStringList parts;
    if (const qsizetype unknown = unknownIn(view.rows))
        parts.append(Words::tr("%1 of %2 rows not downloaded").arg(unknown).arg(view.rows.size()));
    const qsizetype besides = view.compared ? view.compared->lackingCount() : 0;
    if (besides > 0)
        parts.append(Words::tr("comparison period: %1 of %2 rows not downloaded").arg(besides).arg(view.rows.size()));
    return parts.join(u"; "_s);
}

/** Adds whether the store could answer what the source did not. */
QCoro::Task<Outcome> withOfflineHint(CommandContext *context, const CommandLine *line, Outcome outcome)
{
    auto finding = context->repository().channel(line->channel, false);
    const Result<Channel> channel = co_await finding;
    const ChannelId id = channel ? channel->id : ChannelId();
    auto reading = context->repository().storedView(id, line->view, {.asOf = line->asOf, .anchor = {}});
    const Result<SeriesView> stored = co_await reading;
    if (stored)
        outcome.line += u' ' + Words::tr("Saved data is available with --offline.");
    else if (stored.error().kind == Error::Kind::NothingStored)
        outcome.line += u' ' + Words::tr("There is no saved data to use with --offline.");
    co_return outcome;
}

QCoro::Task<Outcome> runExport(CommandContext *context, const CommandLine *line)
{
    Repository &repository = context->repository();
    // What was known at an earlier time cannot change by asking now.
    const bool ask = !line->offline && !(line->asOf && *line->asOf < repository.serverNow());

    OutputFile file(line->output, dataFolder(*line));
    if (const Result<Done> opened = file.open(); !opened)
        co_return outcomeOf(opened.error(), line->offline);

    auto finding = repository.channel(line->channel, ask);
    const Result<Channel> channel = co_await finding;
    if (!channel) {
        const Outcome outcome = outcomeOf(channel.error(), !ask);
        if (!ask || channel.error().kind == Error::Kind::UnknownChannel)
            co_return outcome;
        auto hinting = withOfflineHint(context, line, outcome);
        const Outcome hinted = co_await hinting;
        co_return hinted;
    }

    StoredViewOptions options{.asOf = line->asOf, .anchor = {}, .compare = line->compare};
    if (ask) {
        auto asking = repository.refresh(channel->id, line->view, RequestPriority::Interactive, line->compare);
        const Result<qint64> answeredAt = co_await asking;
        if (!answeredAt) {
            const Outcome outcome = outcomeOf(answeredAt.error(), false);
            auto hinting = withOfflineHint(context, line, outcome);
            const Outcome hinted = co_await hinting;
            co_return hinted;
        }
        options.anchor = *answeredAt;
    }
    auto reading = repository.storedView(channel->id, line->view, options);
    const Result<SeriesView> view = co_await reading;
    if (!view)
        co_return outcomeOf(view.error(), !ask);

    const Result<QByteArray> content = fileOf(*line, *view, {context->source(), *channel});
    if (!content)
        co_return outcomeOf(content.error(), line->offline);
    const Result<Done> written = file.write(*content);
    if (!written)
        co_return outcomeOf(written.error(), line->offline);
    Outcome outcome{ExitDone, unknownLine(*view)};
    if (!ask && view->asOf > context->clock().now() + kClockTolerance)
        outcome.clockLine = ClockText::beforeData();
    co_return outcome;
}

QCoro::Task<Outcome> runStatus(CommandContext *context)
{
    const QFuture<Result<StoreStatus>> reading = context->store().status();
    const Result<StoreStatus> status = co_await reading;
    if (!status)
        co_return outcomeOf(status.error(), false);
    const QLocale c = QLocale::c();
    const QList<std::pair<QString, QString>> rows{
        {Words::tr("File"), status->path},
        {Words::tr("Size"), c.formattedDataSize(status->bytes)},
        {Words::tr("Store version"), QString::number(status->schemaVersion)},
        {Words::tr("Sources"), QString::number(status->sources)},
        {Words::tr("Channels"), QString::number(status->channels)},
        {Words::tr("Downloads"), QString::number(status->observations)},
        {Words::tr("Stored values"), QString::number(status->buckets)},
        {Words::tr("Earlier versions"), QString::number(status->versions)},
        {Words::tr("Last download"), status->lastObservedAt == 0 ? u"–"_s : isoUtc(status->lastObservedAt)},
    };
    qsizetype widest = 0;
    for (const auto &[name, value] : rows)
        widest = std::max(widest, name.size());
    QString text;
    for (const auto &[name, value] : rows)
        text += name.leftJustified(widest + 2) + value + u'\n';
    co_return printed(text.toUtf8());
}

QCoro::Task<Outcome> runVerify(CommandContext *context)
{
    const QFuture<Result<VerifyReport>> checking = context->store().verify();
    const Result<VerifyReport> report = co_await checking;
    if (!report)
        co_return outcomeOf(report.error(), false);
    QString text;
    for (const QString &error : report->errors)
        text += Words::tr("Error: %1").arg(error) + u'\n';
    for (const QString &example : report->agedExamples)
        text += Words::tr("From downloads at different times: %1").arg(example) + u'\n';
    text += Words::tr("%1; %2", "contradictions, differences")
                .arg(Words::tr("%n contradiction(s)", nullptr, int(report->errors.size())),
                     Words::tr("%n difference(s) between downloads at different times", nullptr, int(report->aged)))
        + u'\n';
    const Outcome said = printed(text.toUtf8());
    if (report->errors.isEmpty() || said.exitCode != ExitDone)
        co_return said;
    co_return Outcome{
        ExitFailed,
        Words::tr("The store is inconsistent. Back up its folder, then download the data again into an empty one.")};
}

QCoro::Task<Outcome> runCompact(CommandContext *context)
{
    const QFuture<Result<CompactReport>> compacting = context->store().compact(context->clock().now());
    const Result<CompactReport> report = co_await compacting;
    if (!report)
        co_return outcomeOf(report.error(), false);
    const QLocale c = QLocale::c();
    const QString text = Words::tr("Removed %1 and %2. %3 → %4", "versions, downloads, size before, size after")
                             .arg(Words::tr("%n earlier version(s)", nullptr, int(report->versions)),
                                  Words::tr("%n download record(s)", nullptr, int(report->observations)),
                                  c.formattedDataSize(report->bytesBefore), c.formattedDataSize(report->bytesAfter));
    co_return printed((text + u'\n').toUtf8());
}

QCoro::Task<Outcome> runChosen(CommandContext *context, const CommandLine *line)
{
    switch (line->command) {
    case CommandLine::Command::Channels:
        return runChannels(context, line);
    case CommandLine::Command::Fetch:
        return runFetch(context, line);
    case CommandLine::Command::Export:
        return runExport(context, line);
    default:
        break;
    }
    switch (line->storeAction) {
    case StoreAction::Verify:
        return runVerify(context);
    case StoreAction::Compact:
        return runCompact(context);
    default:
        return runStatus(context);
    }
}
}

Outcome outcomeOf(const Error &error, bool offline)
{
    Outcome outcome{ExitFailed, sentenceFor(error)};
    if (error.kind == Error::Kind::RefusedSignIn || error.kind == Error::Kind::NoCredentials
        || error.kind == Error::Kind::Suspended)
        outcome.exitCode = ExitSignInRefused;
    else if (error.kind == Error::Kind::NothingStored || (offline && error.kind == Error::Kind::UnknownChannel))
        outcome.exitCode = ExitNothingStored;
    return outcome;
}

QCoro::Task<Outcome> runCommand(CommandContext *context, const CommandLine *line)
{
    auto running = runChosen(context, line);
    Outcome outcome = co_await running;
    if (outcome.clockLine.isEmpty() && line->command != CommandLine::Command::Store)
        outcome.clockLine = clockLine(context->repository().clocks());
    co_return outcome;
}
}
