// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "program.h"
#include "reference.h"
#include "testclient.h"

#include <QJsonArray>
#include <QTemporaryDir>

namespace Postwave::Integration
{
constexpr qint64 kHarbour = 1001234567890; ///< bursts and gaps
constexpr qint64 kNonLatin = 1009876543210;
constexpr qint64 kEmpty = 1005550001111;
constexpr qint64 kWire = 1002222333344;
inline const QString kPassword = QStringLiteral("correct horse");
inline const QString kEmail = QStringLiteral("desk@example.com");

/** A stand-in whose clock stands at `now`. */
StandIn::Options standingAt(const char *now);

/** A stand-in, a data folder, and the program between the two. */
class Scene
{
public:
    explicit Scene(const StandIn::Options &options);
    ~Scene();

    /** Ends the server, so that nothing listens on its port any more. */
    void endServer();
    /** Another server at the same address, with the same folder. */
    bool replaceServer(StandIn::Options options);
    StandIn::TestClient &stand()
    {
        return *m_stand;
    }

    qint64 now();
    void advance(qint64 seconds);
    Posts posts(qint64 channel);
    void control(const QByteArray &call, const QByteArray &body);
    /** Adds a fault, `rest` being what follows the path in its JSON. */
    void fault(const QByteArray &path, const QByteArray &rest);
    void clearFaults();
    QJsonArray requests();
    void forgetRequests();
    int dynamicsRequests();

    QString dataFolder() const;
    QString file(const QString &name) const;
    QByteArray contentOf(const QString &name) const;
    /** --server, --email, --data-dir, --budget; the clock of the stand-in is trusted, for it stands where it likes. */
    QStringList source() const;
    QMap<QString, QString> environment() const;
    Ran postwave(const QStringList &arguments, const QMap<QString, QString> &extra = {});
    Ran exported(qint64 channel, const View &view, const QString &name, const QStringList &extra = {});

private:
    QTemporaryDir m_folder;
    QString m_url;
    quint16 m_port = 0;
    std::unique_ptr<StandIn::TestClient> m_stand;
};

/** Whether the text is one line, not empty, that begins with the program's name. */
bool isOneLine(const QByteArray &err);
/** The names of files below `folder` that hold `secret`. */
QStringList filesWith(const QString &folder, const QByteArray &secret);
/** Contents of all files below a folder, by name; `-shm` left out. */
QMap<QString, QByteArray> snapshotOf(const QString &folder);
}
