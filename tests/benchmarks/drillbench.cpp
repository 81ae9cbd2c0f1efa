// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"
#include "fakesource.h"
#include "forms/connectform.h"
#include "forms/exportmodel.h"
#include "pages/workspace.h"

#include <QEventLoop>
#include <QQmlApplicationEngine>
#include <QQuickItem>
#include <QQuickWindow>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace Postwave::Bench
{
namespace
{
constexpr int kChannels = 100;
constexpr int kDays = 3 * 365;
constexpr int kPostsADay = 20;
constexpr int kDrills = 100; ///< of each kind
constexpr double kFrameMs = 1000.0 / 60;

/** A workspace with its window over a store of many channels, filled through the same door as ever. */
class BigStage : public SourceConnections
{
public:
    BigStage()
    {
        source.channelList.clear();
        for (int i = 1; i <= kChannels; ++i)
            source.channelList.append(
                {.id = ChannelId(i), .title = u"Channel %1"_s.arg(i), .username = {}, .subscribers = 1000 * i});
        fill();
        m_engine.addImportPath(u":/qt/qml"_s);
        m_engine.setInitialProperties({{u"workspace"_s, QVariant::fromValue(&workspace)},
                                       {u"settings"_s, QVariant::fromValue(&m_settings)},
                                       {u"connectForm"_s, QVariant::fromValue(&m_form)},
                                       {u"exporter"_s, QVariant::fromValue(&m_exporter)}});
        workspace.openSource(u"demo"_s);
        m_engine.load(QUrl(u"qrc:/qt/qml/Postwave/Ui/Main.qml"_s));
        if (m_engine.rootObjects().isEmpty())
            qFatal("the interface cannot be loaded");
        m_window = qobject_cast<QQuickWindow *>(m_engine.rootObjects().constFirst());
    }

    Repository *repository(const SourceInfo &) override
    {
        return &m_repository;
    }
    QCoro::Task<Result<Done>> signIn(SourceInfo, Secret) override
    {
        co_return Done{};
    }
    QCoro::Task<Result<Done>> signOut(SourceInfo) override
    {
        co_return Done{};
    }
    bool isSignedIn(const SourceInfo &) const override
    {
        return true;
    }

    /** Until the level is shown, and a frame with it. Sleeps in the event loop alone, unlike qWaitFor(). */
    void waitFor(ViewStep step)
    {
        QEventLoop loop;
        bool shown = false;
        const auto check = [&] {
            shown = workspace.channelPage()->status() == ChannelPage::Status::Shown
                && !workspace.channelPage()->isOutdated() && workspace.channelPage()->shownView().step == step;
        };
        QObject::connect(workspace.channelPage(), &ChannelPage::shownChanged, &loop, check);
        QObject::connect(m_window, &QQuickWindow::frameSwapped, &loop, [inner = &loop, isShown = &shown] {
            if (*isShown)
                inner->quit();
        });
        QTimer::singleShot(20'000, &loop, [] {
            qFatal("a drill got stuck");
        });
        check();
        m_window->update();
        loop.exec();
    }
    void waitForRest(ViewStep step)
    {
        waitFor(step);
        if (!QTest::qWaitFor([&] {
                return !workspace.isLoading();
            }))
            qFatal("a drill got stuck");
        waitFor(step); // what came with the end of loading
    }

    FakeClock clock{at("2025-11-21T14:37:20Z")};
    FakeSource source{&clock};

private:
    void fill()
    {
        QRandomGenerator random(1);
        for (int channel = 1; channel <= kChannels; ++channel) {
            source.posts.clear();
            for (int day = kDays; day > 0; --day) {
                for (int post = 0; post < kPostsADay; ++post) {
                    const qint64 minute = (post * 1440 + random.bounded(1440)) / kPostsADay;
                    source.posts.append({bucketStart(StoredResolution::Day, clock.now()) - day * 86400 + minute * 60,
                                         random.bounded(100, 9000)});
                }
            }
            auto everything = m_repository.refresh(ChannelId(channel), Period::All, RequestPriority::Bulk);
            waitForTask(everything);
            auto levels = m_repository.fetch(ChannelId(channel), Period::Days90, true, {});
            waitForTask(levels);
        }
    }

    template<typename T>
    static void waitForTask(QCoro::Task<T> &task)
    {
        if (!QTest::qWaitFor(
                [&] {
                    return task.isReady();
                },
                120'000))
            qFatal("the store was not filled");
    }

    QTemporaryDir m_folder;
    ObservationStore m_store{m_folder.filePath(u"postwave.sqlite"_s)};
    Repository m_repository{&source, &m_store, &clock};
    SystemScheduler m_scheduler;
    SettingsModel m_settings{m_folder.filePath(u"postwave.ini"_s)};
    SourceListModel m_sources{&m_settings};
    QQuickWindow *m_window = nullptr;

public:
    Workspace workspace{{.settings = &m_settings,
                         .sources = &m_sources,
                         .connections = this,
                         .clock = &clock,
                         .scheduler = &m_scheduler}};

private:
    ConnectForm m_form{&m_sources, this};
    ExportModel m_exporter{workspace.channelPage(), workspace.navigator(), &m_settings, {}};
    QQmlApplicationEngine m_engine;
};

double percentile95(QList<double> times)
{
    std::sort(times.begin(), times.end());
    return times[times.size() * 95 / 100];
}
}

Row drillRow()
{
    BigStage stage;
    QRandomGenerator random(2);
    QList<double> times;
    stage.waitForRest(ViewStep::Day);
    for (int i = 0; i < kDrills; ++i) {
        stage.workspace.selectChannel(QString::number(random.bounded(1, kChannels + 1)));
        stage.waitForRest(ViewStep::Day);
        times.append(timeOf([&] {
            stage.workspace.channelPage()->drill(random.bounded(0, 29));
            stage.waitFor(ViewStep::Hour);
        }));
        stage.waitForRest(ViewStep::Hour);
        times.append(timeOf([&] {
            stage.workspace.channelPage()->drill(random.bounded(0, 24));
            stage.waitFor(ViewStep::Minute);
        }));
        stage.waitForRest(ViewStep::Minute);
    }
    return {.what = u"drill to the new level on the screen, 95 of 100 take"_s,
            .peer = u"one frame of 60 Hz; %1 channels, %2 days and 90 days of minutes each"_s.arg(kChannels).arg(kDays),
            .ours = percentile95(times),
            .theirs = kFrameMs,
            .unit = u"ms"_s,
            .goal = 1};
}
}
