// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "scene.h"

#include "timeforms.h"

#include <QDirIterator>
#include <QFile>

using namespace Qt::StringLiterals;

namespace Postwave::Integration
{
StandIn::Options standingAt(const char *now)
{
    StandIn::Options options;
    options.now = StandIn::isoTime(QString::fromLatin1(now)).microseconds;
    return options;
}

Scene::Scene(const StandIn::Options &options)
    : m_stand(std::make_unique<StandIn::TestClient>(options))
{
    m_url = m_stand->server.baseUrl().toString();
    m_port = quint16(m_stand->server.baseUrl().port());
}

Scene::~Scene() = default;

void Scene::endServer()
{
    m_stand.reset();
}

bool Scene::replaceServer(StandIn::Options options)
{
    m_stand.reset();
    options.port = m_port;
    m_stand = std::make_unique<StandIn::TestClient>(options);
    return m_stand->server.baseUrl().toString() == m_url;
}

void Scene::control(const QByteArray &call, const QByteArray &body)
{
    const StandIn::Answer answer = m_stand->post("/_standin/" + call, body);
    if (answer.status != 200)
        qFatal("%s %s: %d", call.constData(), body.constData(), answer.status);
}

qint64 Scene::now()
{
    const QJsonDocument answer = QJsonDocument::fromJson(m_stand->get("/_standin/clock").body);
    return at(qPrintable(answer[u"now"_s].toString().left(19) + u'Z'));
}

void Scene::advance(qint64 seconds)
{
    control("clock", R"({"advance":)" + QByteArray::number(seconds) + '}');
}

Posts Scene::posts(qint64 channel)
{
    const QByteArray json = m_stand->get("/_standin/posts?channel=" + QByteArray::number(channel)).body;
    Posts posts;
    const QJsonArray answered = QJsonDocument::fromJson(json)[u"posts"_s].toArray();
    for (const QJsonValue &post : answered) {
        posts.append({.id = post[u"msg_id"_s].toInteger(),
                      .published = at(qPrintable(post[u"date"_s].toString().left(19) + u'Z')),
                      .views = post[u"views"_s].toInteger(),
                      .reactions = post[u"reactions"_s].toInteger(),
                      .forwards = post[u"forwards"_s].toInteger(),
                      .comments = post[u"comments"_s].toInteger(),
                      .replies = post[u"replies"_s].toInteger()});
    }
    return posts;
}

void Scene::fault(const QByteArray &path, const QByteArray &rest)
{
    control("fault", R"({"path":")" + path + R"(",)" + rest + '}');
}

void Scene::clearFaults()
{
    m_stand->send("DELETE", "/_standin/fault");
}

QJsonArray Scene::requests()
{
    return QJsonDocument::fromJson(m_stand->get("/_standin/requests").body).array();
}

void Scene::forgetRequests()
{
    m_stand->send("DELETE", "/_standin/requests");
}

int Scene::dynamicsRequests()
{
    int count = 0;
    const QJsonArray made = requests();
    for (const QJsonValue &request : made)
        count += request[u"path"_s].toString().contains(u"/post-dynamics/");
    return count;
}

QString Scene::dataFolder() const
{
    return m_folder.filePath(u"data"_s);
}

QString Scene::file(const QString &name) const
{
    return m_folder.filePath(name);
}

QByteArray Scene::contentOf(const QString &name) const
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList Scene::source() const
{
    return {u"--server"_s, m_url,           u"--email"_s,
            kEmail,        u"--data-dir"_s, dataFolder(),
            u"--budget"_s, u"0"_s,          u"--trust-server-clock"_s};
}

QMap<QString, QString> Scene::environment() const
{
    return {{u"HOME"_s, m_folder.path()}, {u"POSTWAVE_PASSWORD"_s, kPassword}};
}

Ran Scene::postwave(const QStringList &arguments, const QMap<QString, QString> &extra)
{
    QMap<QString, QString> all = environment();
    all.insert(extra);
    return run({.arguments = arguments, .environment = all, .input = {}});
}

Ran Scene::exported(qint64 channel, const View &view, const QString &name, const QStringList &extra)
{
    return postwave(QStringList{u"export"_s} + source()
                    + QStringList{u"--channel"_s, QString::number(channel), u"--output"_s, file(name)}
                    + view.arguments() + extra);
}

bool isOneLine(const QByteArray &err)
{
    return err.startsWith("postwave: ") && err.trimmed().size() > 12 && err.count('\n') == 1 && err.endsWith('\n');
}

QStringList filesWith(const QString &folder, const QByteArray &secret)
{
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden | QDir::System, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(secret))
            found.append(file.fileName());
    }
    return found;
}

QMap<QString, QByteArray> snapshotOf(const QString &folder)
{
    QMap<QString, QByteArray> contents;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.fileName().endsWith(u"-shm") && file.open(QIODevice::ReadOnly))
            contents.insert(file.fileName().mid(folder.size()), file.readAll());
    }
    return contents;
}
}
