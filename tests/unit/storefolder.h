// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fakes.h"
#include "storefixture.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

namespace Postwave
{
/** A folder of its own for each test, and where the store's file is in it. */
class StoreFolder
{
protected:
    QTemporaryDir m_folder;
    QString m_path;

    void renew()
    {
        QDir(m_folder.path()).removeRecursively();
        QVERIFY(QDir().mkpath(m_folder.path()));
        m_path = m_folder.filePath(QStringLiteral("postwave.sqlite"));
    }
    static QByteArray bytesOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void put(const QByteArray &bytes, const QString &suffix = {})
    {
        QFile file(m_path + suffix);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }
    /** A healthy store with something in it. */
    void makeStore()
    {
        ObservationStore store(m_path);
        const qint64 now = at("2025-11-21T14:37:20Z");
        QVERIFY(settled(store.write(recordOf({QStringLiteral("https://host"), ChannelId(1)},
                                             RollingQuery{Period::Days90}, now, {bucketOf(at("2025-11-20"), 100)}),
                                    StorePriority::Bulk)));
    }
    QStringList movedFiles() const
    {
        return QDir(m_folder.path()).entryList({QStringLiteral("*.damaged-*")}, QDir::Files, QDir::Name);
    }
    Error::Kind openError()
    {
        ObservationStore store(m_path);
        const auto opened = settled(store.open());
        return opened ? Error::Kind::Cancelled : opened.error().kind;
    }
};
}
