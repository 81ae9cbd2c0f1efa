// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exportcheck.h"
#include "testcase.h"

#include <QElapsedTimer>
#include <QFileInfo>

using namespace Postwave;
using namespace Postwave::Integration;
using namespace Qt::StringLiterals;

/** The two time-outs in real time, side by side: about a minute. */
class StallTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesUp();
};

void StallTest::givesUp()
{
    struct Case {
        const char *name;
        QByteArray fault;
        int requests;
        int least;
        int most;
    };
    // Silence: 15 s, three times, with pauses of 0.5 to 1.5 s and 1 to 3 s. A byte now and then: 60 s, once.
    const Case cases[] = {{"stall", R"("kind":"stall","count":-1)", 3, 46'000, 55'000},
                          {"trickle", R"("kind":"trickle","bytes_per_second":1,"count":-1)", 1, 59'500, 64'000}};
    std::vector<std::unique_ptr<Scene>> scenes;
    std::vector<std::unique_ptr<Program>> programs;
    QByteArrayList before;
    const View view = View::period(u"90d"_s); // too long an answer for a minute
    for (const Case &one : cases) {
        scenes.push_back(std::make_unique<Scene>(standingAt("2025-12-23T10:20:30Z")));
        Scene &scene = *scenes.back();
        QCOMPARE(scene.exported(kHarbour, view, u"before.csv"_s).exitCode, 0);
        before.append(scene.contentOf(u"before.csv"_s));
        scene.forgetRequests();
        scene.fault("post-dynamics", one.fault);
        const QStringList arguments = QStringList{u"export"_s} + scene.source() + view.arguments()
            + QStringList{u"--channel"_s, QString::number(kHarbour), u"--output"_s, scene.file(u"after.csv"_s)};
        programs.push_back(
            std::make_unique<Program>(Start{.arguments = arguments, .environment = scene.environment(), .input = {}}));
    }
    QElapsedTimer taken;
    taken.start();
    for (size_t i = 0; i < programs.size(); ++i) {
        Scene &scene = *scenes[i];
        const Ran ran = programs[i]->finish();
        const qint64 milliseconds = taken.elapsed();
        const QByteArray what =
            QByteArray(cases[i].name) + ", " + QByteArray::number(milliseconds) + " ms: " + describe(ran);
        QVERIFY2(ran.exitCode == 1 && !ran.crashed && isOneLine(ran.err) && ran.out.isEmpty(), what.constData());
        QVERIFY2(ran.err.contains("--offline"), what.constData());
        QVERIFY2(milliseconds >= cases[i].least && milliseconds <= cases[i].most, what.constData());
        QCOMPARE(scene.dynamicsRequests(), cases[i].requests);
        QVERIFY(!QFileInfo::exists(scene.file(u"after.csv"_s)));
        QCOMPARE(scene.exported(kHarbour, view, u"offline.csv"_s, {u"--offline"_s}).exitCode, 0);
        QCOMPARE(scene.contentOf(u"offline.csv"_s), before.at(qsizetype(i)));
    }
}

POSTWAVE_TEST(StallTest, QCoreApplication)

#include "stalltest.moc"
