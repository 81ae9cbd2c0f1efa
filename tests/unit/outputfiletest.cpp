// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/outputfile.h"
#include "testcase.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <sys/stat.h>

#include <future>

using namespace Postwave;
using namespace Qt::StringLiterals;

namespace
{
using Kind = Error::Kind;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("none");
}
}

class OutputFileTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir(m_folder->path()).mkdir(u"own"_s) && QDir(m_folder->path()).mkdir(u"files"_s));
        QCOMPARE(write(u"own/postwave.sqlite"_s, "store", u"elsewhere"_s), "");
    }

    void filesAppearWhole()
    {
        const QString path = at(u"files/a.csv"_s);
        OutputFile file(path, at(u"own"_s));
        QVERIFY(file.open());
        QVERIFY(!QFile::exists(path));
        QVERIFY(file.write("new"));
        QCOMPARE(contentOf(path), "new");
        {
            OutputFile given(path, at(u"own"_s));
            QVERIFY(given.open());
        }
        QCOMPARE(contentOf(path), "new");
    }

    void linksAreFollowed_data()
    {
        QTest::addColumn<QStringList>("links"); // each to the one after it, the last to the file
        QTest::addColumn<bool>("exists");
        QTest::newRow("one") << QStringList{u"files/link.csv"_s} << true;
        QTest::newRow("three") << QStringList{u"1"_s, u"files/2"_s, u"3"_s} << true;
        QTest::newRow("to nothing yet") << QStringList{u"1"_s, u"files/2"_s} << false;
    }
    void linksAreFollowed()
    {
        QFETCH(QStringList, links);
        QFETCH(bool, exists);
        const QString target = at(u"files/target.csv"_s);
        if (exists)
            QCOMPARE(write(u"files/target.csv"_s, "old"), "");
        for (qsizetype i = links.size() - 1; i >= 0; --i)
            QVERIFY(QFile::link(i + 1 < links.size() ? at(links[i + 1]) : target, at(links[i])));
        QCOMPARE(write(links.constFirst(), "new"), "");
        QCOMPARE(contentOf(target), "new");
        for (const QString &link : std::as_const(links))
            QVERIFY(QFileInfo(at(link)).isSymLink());
    }

    void circlesAreRefused()
    {
        QVERIFY(QFile::link(at(u"b"_s), at(u"a"_s)) && QFile::link(at(u"a"_s), at(u"b"_s)));
        QCOMPARE(write(u"a"_s, "new"), "FileFailed");
    }

    void pipesStayPipes()
    {
        const QString path = at(u"pipe"_s);
        QCOMPARE(mkfifo(QFile::encodeName(path).constData(), 0600), 0);
        auto reader = std::async(std::launch::async, contentOf, path);
        const QByteArray much(1 << 20, 'x'); // more than a pipe holds
        QCOMPARE(write(u"pipe"_s, much), "");
        QCOMPARE(reader.get(), much);
        struct stat status = {};
        QCOMPARE(stat(QFile::encodeName(path).constData(), &status), 0);
        QVERIFY(S_ISFIFO(status.st_mode));
    }

    void devicesStayDevices()
    {
        QVERIFY(QFile::link(u"/dev/null"_s, at(u"link"_s)));
        QCOMPARE(write(u"link"_s, "new"), "");
        QVERIFY(QFileInfo(at(u"link"_s)).isSymLink());
        QVERIFY(QFile::link(u"/dev/full"_s, at(u"full"_s)));
        QCOMPARE(write(u"full"_s, "new"), "DiskFull");
    }

    void ownDataAreSafe_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("the store") << u"own/postwave.sqlite"_s;
        QTest::newRow("beside it") << u"own/a.csv"_s;
        QTest::newRow("by a detour") << u"files/../own/a.csv"_s;
        QTest::newRow("by a link") << u"link.csv"_s;
        QTest::newRow("by a link to the folder") << u"folder/a.csv"_s;
    }
    void ownDataAreSafe()
    {
        QFETCH(QString, path);
        QVERIFY(QFile::link(at(u"own/postwave.sqlite"_s), at(u"link.csv"_s)));
        QVERIFY(QFile::link(at(u"own"_s), at(u"folder"_s)));
        QCOMPARE(write(path, "new"), "OwnFolder");
        QCOMPARE(contentOf(at(u"own/postwave.sqlite"_s)), "store");
        QCOMPARE(QDir(at(u"own"_s)).entryList(QDir::Files).size(), 1);
    }

    void whatCannotBeWritten()
    {
        QCOMPARE(write(u"nowhere/a.csv"_s, "new"), "FileFailed");
        QCOMPARE(write(u"files"_s, "new"), "FileFailed");
    }

private:
    QString at(const QString &name) const
    {
        return m_folder->filePath(name);
    }

    /** Writes it, and gives the kind of the error, if any. */
    QByteArray write(const QString &name, const QByteArray &content, const QString &own = u"own"_s) const
    {
        OutputFile file(at(name), at(own));
        Result<Done> written = file.open();
        if (written)
            written = file.write(content);
        if (written)
            return {};
        switch (written.error().kind) {
        case Kind::FileFailed:
            return "FileFailed";
        case Kind::DiskFull:
            return "DiskFull";
        case Kind::OwnFolder:
            return "OwnFolder";
        default:
            return "another";
        }
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

POSTWAVE_TEST(OutputFileTest, QCoreApplication)
#include "outputfiletest.moc"
