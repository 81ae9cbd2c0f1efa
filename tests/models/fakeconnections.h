// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakesource.h"
#include "pages/workspace.h"

#include <QTemporaryDir>

namespace Postwave
{
/** Ways to fake sources over a real store: the demo, and one server. */
class FakeConnections final : public SourceConnections
{
public:
    explicit FakeConnections(FakeClock *clock)
        : source(clock)
        , m_clock(clock)
    {
        m_held.start();
    }

    Repository *repository(const SourceInfo &source) override
    {
        return !unusable.isEmpty() && source.key() == unusable ? nullptr : &m_repository;
    }
    QCoro::Task<Result<Done>> signIn(SourceInfo source, Secret) override
    {
        signedInAs.append(source.name);
        if (hold) {
            const QFuture<void> release = m_held.future();
            co_await release;
        }
        if (refusal)
            co_return *refusal;
        m_signedIn = true;
        co_return Done{};
    }
    QCoro::Task<Result<Done>> signOut(SourceInfo) override
    {
        m_signedIn = false;
        co_return Done{};
    }
    bool isSignedIn(const SourceInfo &) const override
    {
        return m_signedIn;
    }

    void applyClockTrust(const SourceInfo &source) override
    {
        trusts.append(source.trustClock);
    }

    void setListener(const SourceInfo &, std::function<void(bool answered)> listener) override
    {
        tried = std::move(listener);
    }

    FakeSource source;
    std::function<void(bool answered)> tried; ///< tells the session of a try
    /** Lets the sign-ins go that are held. */
    void letGo()
    {
        m_held.finish();
    }

    std::optional<Error> refusal;
    QStringList signedInAs;
    QList<bool> trusts; ///< what was chosen for a clock
    bool hold = false; ///< sign-ins wait
    QString unusable; ///< key of a source that cannot be opened

private:
    FakeClock *m_clock;
    QTemporaryDir m_folder;
    ObservationStore m_store{m_folder.filePath(QStringLiteral("postwave.sqlite"))};
    Repository m_repository{&source, &m_store, m_clock};
    bool m_signedIn = false;
    QPromise<void> m_held;
};

/** A workspace over a fake source that stands at 2025-11-21T14:37:20Z. */
struct WorkspaceRig {
    FakeClock clock{at("2025-11-21T14:37:20Z")};
    FakeScheduler scheduler;
    QTemporaryDir folder;
    SettingsModel settings{folder.filePath(QStringLiteral("postwave.ini"))};
    SourceListModel sources{&settings};
    FakeConnections connections{&clock};
    Workspace workspace{{.settings = &settings,
                         .sources = &sources,
                         .connections = &connections,
                         .clock = &clock,
                         .scheduler = &scheduler}};

    WorkspaceRig()
    {
        connections.source.channelList = {{ChannelId(1), QStringLiteral("One"), QStringLiteral("one"), 10},
                                          {ChannelId(2), QStringLiteral("Two"), {}, {}}};
        connections.source.posts = {{at("2025-11-20T07:05:30Z"), 100}, {at("2025-11-21T14:05:10Z"), 40}};
    }

    FakeSource &source()
    {
        return connections.source;
    }
    /** Whether the workspace came to rest at the given level. */
    bool rests(ViewStep step)
    {
        return QTest::qWaitFor([&] {
            return workspace.channelPage()->status() == ChannelPage::Status::Shown
                && !workspace.channelPage()->isOutdated() && !workspace.isLoading()
                && workspace.channelPage()->shownView().step == step;
        });
    }
    /** Whether the channels were asked for so many times, and answered. */
    bool listed(int times)
    {
        return QTest::qWaitFor([&] {
            return connections.source.listings == times && !workspace.session()->isListing();
        });
    }
    /** The bucket of the shown view that starts at the time. */
    int bucketAt(const char *time)
    {
        const QList<Row> &rows = workspace.channelPage()->shownView().rows;
        for (int i = 0; i < rows.size(); ++i) {
            if (rows[i].start == at(time))
                return i;
        }
        return -1;
    }
};
}
