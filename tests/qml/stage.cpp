// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "stage.h"

#include <QCoroFuture>

#include <QDir>
#include <QGuiApplication>
#include <QQuickItem>
#include <QtQml/qqmlextensionplugin.h>

Q_IMPORT_QML_PLUGIN(Postwave_ModelsPlugin)
Q_IMPORT_QML_PLUGIN(Postwave_ChartsPlugin)
Q_IMPORT_QML_PLUGIN(Postwave_UiPlugin)

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
QFuture<Result<QByteArray>> noPicture(const ChartSpec &, const PictureStyle &)
{
    return QtFuture::makeReadyFuture(Result<QByteArray>("picture"_ba));
}

QAccessibleInterface *findBelow(QAccessibleInterface *parent, QAccessible::Role role, const QString &name)
{
    for (int i = 0; i < parent->childCount(); ++i) {
        QAccessibleInterface *child = parent->child(i);
        if (!child || !child->isValid() || child->state().invisible)
            continue;
        if (child->role() == role && child->text(QAccessible::Name).startsWith(name) && !child->rect().isEmpty())
            return child;
        if (QAccessibleInterface *found = findBelow(child, role, name))
            return found;
    }
    return nullptr;
}

QQuickItem *findItem(QQuickItem *parent, const char *className)
{
    const QList<QQuickItem *> children = parent->childItems();
    for (QQuickItem *child : children) {
        if (child->inherits(className))
            return child;
        if (QQuickItem *found = findItem(child, className))
            return found;
    }
    return nullptr;
}
}

StageSource::StageSource(const Clock *clock)
    : m_demo(clock)
{
}

QString StageSource::key() const
{
    return m_demo.key();
}

SourceCapabilities StageSource::capabilities() const
{
    return m_demo.capabilities();
}

SourcePlan StageSource::plan(const SourceNeed &need, const std::optional<SourceKnowledge> &known, qint64 now) const
{
    return m_demo.plan(need, known, now);
}

QCoro::Task<Result<ChannelList>> StageSource::channels()
{
    if (failure)
        co_return Error(*failure);
    if (channelList)
        co_return ChannelList(*channelList);
    auto asking = m_demo.channels();
    Result<ChannelList> channels = co_await asking;
    co_return channels;
}

QCoro::Task<Result<SourceReading>> StageSource::read(std::shared_ptr<const SourceRequest> request,
                                                     RequestPriority priority)
{
    ++asked;
    if (hold) {
        QPromise<void> promise;
        promise.start();
        const QFuture<void> release = promise.future();
        m_held.push_back(std::move(promise));
        co_await release;
    }
    if (failure)
        co_return Error(*failure);
    auto asking = m_demo.read(request, priority);
    Result<SourceReading> reading = co_await asking;
    co_return reading;
}

void StageSource::letGo()
{
    hold = false;
    for (auto held = std::move(m_held); QPromise<void> & promise : held)
        promise.finish();
}

Stage::Stage(QSize size)
    : m_size(size)
    , workspace(
          {.settings = &settings, .sources = &sources, .connections = this, .clock = &clock, .scheduler = &scheduler})
    , exporter(workspace.channelPage(), workspace.navigator(), &settings,
               {.chooseFile =
                    [this](const SaveFileRequest &wish, const std::function<void(const QString &)> &) {
                        wishes.append(wish);
                    },
                .draw = noPicture,
                .copyText =
                    [this](const QString &text) {
                        copied = text;
                    },
                .copyPicture = [](const ChartSpec &, const PictureStyle &) {},
                .scheduler = &scheduler})
{
    settings.setWindowSize(m_size);
    QObject::connect(&connectForm, &ConnectForm::connected, &workspace, &Workspace::openSource);
    QObject::connect(&m_engine, &QQmlEngine::warnings, &m_engine, [this](const QList<QQmlError> &warnings) {
        for (const QQmlError &warning : warnings)
            qmlWarnings.append(warning.toString());
    });
}

Repository *Stage::repository(const SourceInfo &)
{
    return &m_repository;
}

QCoro::Task<Result<Done>> Stage::signIn(SourceInfo, Secret)
{
    if (refusal)
        co_return Error(*refusal);
    m_signedIn = true;
    co_return Done{};
}

QCoro::Task<Result<Done>> Stage::signOut(SourceInfo)
{
    m_signedIn = false;
    co_return Done{};
}

bool Stage::isSignedIn(const SourceInfo &) const
{
    return m_signedIn;
}

bool Stage::show()
{
    QAccessible::setActive(true);
    m_engine.addImportPath(u":/qt/qml"_s);
    m_engine.setInitialProperties({{u"workspace"_s, QVariant::fromValue(&workspace)},
                                   {u"settings"_s, QVariant::fromValue(&settings)},
                                   {u"connectForm"_s, QVariant::fromValue(&connectForm)},
                                   {u"exporter"_s, QVariant::fromValue(&exporter)}});
    m_engine.load(QUrl(u"qrc:/qt/qml/Postwave/Ui/Main.qml"_s));
    if (!window())
        return false;
    openedWith = window()->size();
    // Whatever the screen of the platform is that has none.
    window()->resize(m_size);
    return QTest::qWaitForWindowExposed(window());
}

QQuickWindow *Stage::window() const
{
    return m_engine.rootObjects().isEmpty() ? nullptr
                                            : qobject_cast<QQuickWindow *>(m_engine.rootObjects().constFirst());
}

bool Stage::openDemo()
{
    workspace.openSource(u"demo"_s);
    return show() && rests(ViewStep::Day);
}

bool Stage::rests(ViewStep step)
{
    const bool shown = QTest::qWaitFor([&] {
                           return workspace.channelPage()->status() == ChannelPage::Status::Shown
                               && !workspace.channelPage()->isOutdated() && !workspace.isLoading()
                               && workspace.channelPage()->shownView().step == step;
                       })
        && QTest::qWaitFor([this] {
                           return window()->property("complete").toBool();
                       });
    return shown && !window()->grabWindow().isNull(); // which polishes and paints
}

QAccessibleInterface *Stage::find(QAccessible::Role role, const QString &name) const
{
    QAccessibleInterface *root = QAccessible::queryAccessibleInterface(window());
    return root ? findBelow(root, role, name) : nullptr;
}

std::optional<QPoint> Stage::middleOf(QAccessible::Role role, const QString &name) const
{
    QAccessibleInterface *found = find(role, name);
    if (!found)
        return std::nullopt;
    return window()->mapFromGlobal(found->rect().center());
}

bool Stage::click(QAccessible::Role role, const QString &name, Qt::MouseButton button)
{
    const std::optional<QPoint> point = middleOf(role, name);
    if (point)
        QTest::mouseClick(window(), button, {}, *point);
    return point.has_value();
}

bool Stage::clickButton(const QString &name)
{
    return click(QAccessible::Button, name);
}

void Stage::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QTest::keyClick(window(), key, modifiers);
}

void Stage::type(const QString &text)
{
    for (const QChar c : text)
        QTest::keyClick(window(), c.toLatin1());
}

QQuickItem *Stage::chart() const
{
    return findItem(window()->contentItem(), "Postwave::ChartItem");
}

QPoint Stage::columnMiddle(int bucket) const
{
    QRectF column;
    QMetaObject::invokeMethod(chart(), "columnOf", Q_RETURN_ARG(QRectF, column), Q_ARG(int, bucket));
    return chart()->mapToScene(column.center()).toPoint();
}

int Stage::busiest()
{
    const QList<Row> &rows = workspace.channelPage()->shownView().rows;
    const auto most = std::max_element(rows.begin(), rows.end(), [](const Row &a, const Row &b) {
        return a.counters[Metric::Views].value_or(-1) < b.counters[Metric::Views].value_or(-1);
    });
    return int(most - rows.begin());
}

void Stage::shoot(const QString &name)
{
    const QImage picture = window()->grabWindow();
    const QString folderName = qEnvironmentVariable("POSTWAVE_SHOTS");
    if (!folderName.isEmpty())
        picture.save(QDir(folderName).filePath(name + u".png"_s));
}
}
