// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "forms/connectform.h"
#include "forms/exportmodel.h"
#include "pages/workspace.h"
#include "window/desktoppreferences.h"
#include "window/sourcemanager.h"

#include <QQmlComponent>
#include <QQmlEngine>

#include <memory>

class QQuickWindow;

namespace Postwave
{
/** The program with a window: makes every object, hands them to each other and to QML, and owns them. */
class WindowApp : public QObject
{
    Q_OBJECT

public:
    struct Options {
        QString dataFolder;
        int budget = RequestBudget::kDefaultStarts;
        bool trustServerClock = false; ///< whatever this computer's clock says
        bool demo = false; ///< open the demo, whatever was open last
    };

    explicit WindowApp(const Options &options);
    ~WindowApp() override;

    /** Shows the window; false when the interface could not be loaded. */
    bool show();
    QQuickWindow *window() const;

    Workspace &workspace()
    {
        return m_workspace;
    }
    ExportModel &exporter()
    {
        return m_exporter;
    }
    SettingsModel &settings()
    {
        return m_settings;
    }
    /** What the QML engine complained of so far; nothing in a sound program. */
    QStringList qmlWarnings() const
    {
        return m_qmlWarnings;
    }

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void listenToDesktop();
    void updateSystemDark();

    // First: the interface is read while the models are made.
    QQmlEngine m_engine;
    std::unique_ptr<QQmlComponent> m_interface;
    QStringList m_qmlWarnings;
    SystemClock m_clock;
    SystemScheduler m_scheduler;
    SettingsModel m_settings;
    SourceManager m_connections;
    SourceListModel m_sources;
    Workspace m_workspace;
    ConnectForm m_connectForm;
    ExportModel m_exporter;
    bool m_demo;
    std::unique_ptr<DesktopPreferences> m_preferences;
    std::optional<bool> m_preferredDark;
    std::unique_ptr<QObject> m_root; ///< last, so that it goes before what it binds to
};

/** What the command line asks for without a command: the window. Runs until it is closed; returns the exit code. */
int runWindow(const WindowApp::Options &options);
}
