// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/windowapp.h"

#include "charts/chartexporter.h"
#include "charts/fonts.h"
#include "charts/pngwriter.h"
#include "window/filechooser.h"

#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QIcon>
#include <QPalette>
#include <QQuickWindow>
#include <QtConcurrentRun>
#include <QThreadPool>
#include <QtQml/qqmlextensionplugin.h>

Q_IMPORT_QML_PLUGIN(Postwave_ModelsPlugin)
Q_IMPORT_QML_PLUGIN(Postwave_ChartsPlugin)
Q_IMPORT_QML_PLUGIN(Postwave_UiPlugin)

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
/** Qt 6.4 does not tell the system's wish, but its palette shows it. */
bool systemIsDark()
{
    return QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
}

QImage pictureOf(const ChartSpec &spec, const PictureStyle &wanted)
{
    return chartImage(spec,
                      {.theme = wanted.dark ? Theme::Dark : Theme::Light,
                       .size = wanted.size,
                       .scale = qreal(wanted.scale),
                       .textLocale = wanted.locale});
}

/** Drawn here, for the scene belongs to this thread; encoded elsewhere, for that takes ten times as long. */
QFuture<Result<QByteArray>> drawPng(const ChartSpec &spec, const PictureStyle &style)
{
    return QtConcurrent::run(encodePng, pictureOf(spec, style));
}

void copyPicture(const ChartSpec &spec, const PictureStyle &style)
{
    QGuiApplication::clipboard()->setImage(pictureOf(spec, style));
}

void copyText(const QString &text)
{
    QGuiApplication::clipboard()->setText(text);
}

std::unique_ptr<QQmlComponent> beginReading(QQmlEngine *engine)
{
    engine->addImportPath(u":/qt/qml"_s);
    return std::make_unique<QQmlComponent>(engine, QUrl(u"qrc:/qt/qml/Postwave/Ui/Main.qml"_s),
                                           QQmlComponent::Asynchronous);
}
}

WindowApp::WindowApp(const Options &options)
    : m_interface(beginReading(&m_engine))
    , m_settings(QDir(options.dataFolder).absoluteFilePath(u"postwave.ini"_s))
    , m_connections({.dataFolder = options.dataFolder,
                     .budget = options.budget,
                     .trustServerClock = options.trustServerClock,
                     .clock = &m_clock,
                     .scheduler = &m_scheduler})
    , m_sources(&m_settings)
    , m_workspace({.settings = &m_settings,
                   .sources = &m_sources,
                   .connections = &m_connections,
                   .clock = &m_clock,
                   .scheduler = &m_scheduler})
    , m_connectForm(&m_sources, &m_connections)
    , m_exporter(m_workspace.channelPage(), m_workspace.navigator(), &m_settings,
                 {.chooseFile =
                      [this](const SaveFileRequest &wish, std::function<void(const QString &)> chosen) {
                          chooseFile(window(), wish, std::move(chosen));
                      },
                  .draw = drawPng,
                  .copyText = copyText,
                  .copyPicture = copyPicture,
                  .ownFolder = options.dataFolder,
                  .scheduler = &m_scheduler})
    , m_demo(options.demo)
{
    // Beside the interface, which takes longer; who draws first waits for it.
    QThreadPool::globalInstance()->start([] {
        loadFonts();
    });
    qApp->installEventFilter(this);
    connect(&m_connections, &SourceManager::movedAside, &m_workspace, &Workspace::tellMovedAside);
    connect(&m_connections, &SourceManager::storeVanished, &m_workspace, &Workspace::tellVanished);
    connect(&m_connectForm, &ConnectForm::connected, &m_workspace, &Workspace::openSource);
    connect(&m_engine, &QQmlEngine::warnings, this, [this](const QList<QQmlError> &warnings) {
        for (const QQmlError &warning : warnings)
            m_qmlWarnings.append(warning.toString());
    });
}

WindowApp::~WindowApp() = default;

bool WindowApp::show()
{
    if (m_demo)
        m_workspace.visitSource(SourceListModel::demo().key());
    else
        m_workspace.restore();
    // Asked for once more, it is waited for.
    m_interface->loadUrl(m_interface->url());
    m_root.reset(m_interface->createWithInitialProperties({{u"workspace"_s, QVariant::fromValue(&m_workspace)},
                                                           {u"settings"_s, QVariant::fromValue(&m_settings)},
                                                           {u"connectForm"_s, QVariant::fromValue(&m_connectForm)},
                                                           {u"exporter"_s, QVariant::fromValue(&m_exporter)}}));
    for (const QQmlError &error : m_interface->errors())
        m_qmlWarnings.append(error.toString());
    if (!window())
        return false;
    // Not in QML, which makes a table of all states when the first of them is named: 2 ms of the start.
    const auto follow = [this](QWindow::Visibility visibility) {
        m_workspace.setActive(visibility != QWindow::Minimized && visibility != QWindow::Hidden);
    };
    connect(window(), &QWindow::visibilityChanged, &m_workspace, follow);
    // After the first picture, for what answers over the bus may take its time.
    connect(window(), &QQuickWindow::frameSwapped, this, &WindowApp::listenToDesktop,
            Qt::ConnectionType(Qt::QueuedConnection | Qt::SingleShotConnection));
    follow(window()->visibility());
    return true;
}

void WindowApp::listenToDesktop()
{
    m_preferences = std::make_unique<DesktopPreferences>(QDBusConnection::sessionBus());
    connect(m_preferences.get(), &DesktopPreferences::darkChanged, this, [this](std::optional<bool> dark) {
        m_preferredDark = dark;
        updateSystemDark();
    });
    connect(m_preferences.get(), &DesktopPreferences::reduceMotionChanged, &m_settings,
            &SettingsModel::setReduceMotion);
}

void WindowApp::updateSystemDark()
{
    m_settings.setSystemDark(m_preferredDark.value_or(systemIsDark()));
}

bool WindowApp::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == qApp && event->type() == QEvent::ApplicationPaletteChange)
        updateSystemDark();
    return QObject::eventFilter(watched, event);
}

QQuickWindow *WindowApp::window() const
{
    return qobject_cast<QQuickWindow *>(m_root.get());
}

int runWindow(const WindowApp::Options &options)
{
    QGuiApplication::setDesktopFileName(u"io.github.postwave.postwave"_s);
    QGuiApplication::setWindowIcon(QIcon(u":/postwave/icons/io.github.postwave.postwave.svg"_s));
    WindowApp app(options);
    if (!app.show()) {
        std::fputs("postwave: the interface could not be loaded; packages of Qt Quick are missing:\n", stderr);
        for (const QString &complaint : app.qmlWarnings())
            std::fprintf(stderr, "%s\n", qPrintable(complaint));
        return 1;
    }
    return QApplication::exec();
}
}
