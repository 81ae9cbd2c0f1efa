// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "await.h"
#include "bench.h"
#include "charts/chartexporter.h"
#include "series/chartspecof.h"
#include "sources/analyticbot/analyticbotsource.h"
#include "sync/repository.h"

#include <QNetworkReply>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace Postwave::Bench
{
namespace
{
constexpr int kRounds = 41;
constexpr ChannelId kBusyChannel(1002222333344);

/** The stand-in in a process of its own, as a server is. */
class StandInProcess
{
public:
    explicit StandInProcess(const QString &program)
    {
        m_process.start(program, {u"--port"_s, u"0"_s});
        if (!m_process.waitForReadyRead(10'000))
            qFatal("the stand-in did not start");
        m_address = QString::fromUtf8(m_process.readLine()).trimmed().section(u' ', -1);
    }
    ~StandInProcess()
    {
        m_process.kill();
        m_process.waitForFinished();
    }
    Q_DISABLE_COPY_MOVE(StandInProcess)

    QString address() const
    {
        return m_address;
    }

private:
    QProcess m_process;
    QString m_address;
};

QByteArray bareGet(QNetworkAccessManager &network, const QUrl &url)
{
    const std::unique_ptr<QNetworkReply> reply(network.get(QNetworkRequest(url)));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return reply->readAll();
}
}

QList<Row> chainRows(const QString &standInProgram)
{
    const StandInProcess standIn(standInProgram);
    QNetworkAccessManager network;
    SystemClock clock;
    SystemScheduler scheduler;
    const ServerAddress address = *ServerAddress::fromText(standIn.address(), false);
    AnalyticBotSource source(
        address, {},
        {.network = &network, .clock = &clock, .scheduler = &scheduler, .budget = 0, .trustClock = true, .jitter = [] {
             return 0.5;
         }});
    QTemporaryDir folder;
    ObservationStore store(folder.filePath(u"postwave.sqlite"_s));
    Repository repository(&source, &store, &clock);
    const Channel channel{kBusyChannel, u"Busy"_s, {}, {}};
    const ChartStyle style;

    SeriesView view;
    const auto wholeChain = [&] {
        return timeOf([&] {
            const auto anchor =
                *settled(repository.refresh(kBusyChannel, Period::Days90, RequestPriority::Interactive));
            if (!anchor)
                qFatal("the fetch failed: %s", qPrintable(anchor.error().detail));
            const auto stored =
                *settled(repository.storedView(kBusyChannel, Period::Days90, {.asOf = {}, .anchor = *anchor}));
            view = *stored;
            if (chartImage(chartSpecOf(view, channel, address.text(), {Metric::Views}), style).isNull())
                qFatal("no image");
        });
    };
    const QUrl url = address.url(u"/analytics/posts/dynamics/post-dynamics/%1"_s.arg(kBusyChannel.value()),
                                 dynamicsUrlQuery(RollingQuery{Period::Days90}));
    const auto bareParts = [&] {
        const ChartSpec spec = chartSpecOf(view, channel, address.text(), {Metric::Views});
        return timeOf([&] {
            if (bareGet(network, url).isEmpty() || chartImage(spec, style).isNull())
                qFatal("the peer failed");
        });
    };
    return {compare({.what = u"fetch + decode + store + read + image, 90 days"_s,
                     .peer = u"the bare GET plus ChartScene → QImage alone"_s,
                     .ours = 0,
                     .theirs = 0,
                     .unit = u"ms"_s,
                     .goal = 1.5},
                    kRounds, wholeChain, bareParts)};
}
}
