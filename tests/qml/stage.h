// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakes.h"
#include "forms/connectform.h"
#include "forms/exportmodel.h"
#include "pages/workspace.h"
#include "sources/demo/demosource.h"

#include <QAccessible>
#include <QFuture>
#include <QPromise>
#include <QQmlApplicationEngine>
#include <QQuickWindow>
#include <QTemporaryDir>

#include <deque>

namespace Postwave
{
/** The demo, that fails on demand and can be made to wait. */
class StageSource final : public Source
{
public:
    explicit StageSource(const Clock *clock);

    QString key() const override;
    SourceCapabilities capabilities() const override;
    QCoro::Task<Result<ChannelList>> channels() override;
    SourcePlan plan(const SourceNeed &need, const std::optional<SourceKnowledge> &known, qint64 now) const override;
    QCoro::Task<Result<SourceReading>> read(std::shared_ptr<const SourceRequest> request,
                                            RequestPriority priority) override;

    std::optional<Error> failure; ///< of everything that is asked
    std::optional<ChannelList> channelList; ///< instead of the demo's
    bool hold = false; ///< whether answers wait
    int asked = 0;

    void letGo();

private:
    DemoSource m_demo;
    std::deque<QPromise<void>> m_held;
};

/** The real interface over the demo at 2025-11-21T14:37:20Z, to be clicked and typed at. */
class Stage : public SourceConnections
{
public:
    explicit Stage(QSize size = {1280, 800});

    Repository *repository(const SourceInfo &source) override;
    QCoro::Task<Result<Done>> signIn(SourceInfo source, Secret password) override;
    QCoro::Task<Result<Done>> signOut(SourceInfo source) override;
    bool isSignedIn(const SourceInfo &source) const override;

    /** Loads the window; before it, settings may be made and a source opened. */
    bool show();
    QQuickWindow *window() const;
    QSize openedWith; ///< before it was given the size that the test wants
    /** What the engine complained of. */
    QStringList qmlWarnings;

    /** Opens the demo and waits until its days are shown. */
    bool openDemo();
    /** Whether the view came to rest at the level, and was painted. */
    bool rests(ViewStep step);

    /** The visible thing that a screen reader would find by this role and the beginning of its name. */
    QAccessibleInterface *find(QAccessible::Role role, const QString &name) const;
    /** Its middle, in the window. */
    std::optional<QPoint> middleOf(QAccessible::Role role, const QString &name) const;
    /** Clicks it; false when it is not there. */
    bool click(QAccessible::Role role, const QString &name, Qt::MouseButton button = Qt::LeftButton);
    bool clickButton(const QString &name);
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    void type(const QString &text);

    /** The chart, and the middle of one of its columns in the window. */
    QQuickItem *chart() const;
    QPoint columnMiddle(int bucket) const;
    /** The bucket with the most views. */
    int busiest();

    /** Saves what the window shows as NAME.png, where POSTWAVE_SHOTS names a folder. */
    void shoot(const QString &name);

    FakeClock clock{at("2025-11-21T14:37:20Z")};
    FakeScheduler scheduler;
    QTemporaryDir folder;
    SettingsModel settings{folder.filePath(QStringLiteral("postwave.ini"))};
    SourceListModel sources{&settings};
    StageSource source{&clock};
    std::optional<Error> refusal; ///< of sign-ins

private:
    ObservationStore m_store{folder.filePath(QStringLiteral("postwave.sqlite"))};
    Repository m_repository{&source, &m_store, &clock};
    bool m_signedIn = false;
    QSize m_size;

public:
    Workspace workspace;
    ConnectForm connectForm{&sources, this};
    QList<SaveFileRequest> wishes; ///< for files, unanswered
    QString copied; ///< into the clipboard
    ExportModel exporter;

private:
    QQmlApplicationEngine m_engine;
};
}
