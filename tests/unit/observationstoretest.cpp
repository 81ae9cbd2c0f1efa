// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes.h"
#include "storefixture.h"
#include "testcase.h"

#include <QScopeGuard>
#include <QSemaphore>
#include <QTemporaryDir>

using namespace Postwave;
using namespace Qt::StringLiterals;

class ObservationStoreTest : public QObject
{
    Q_OBJECT

private:
    const ChannelKey m_key{u"https://host"_s, ChannelId(1001234567890)};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ObservationStore> m_store;

    Observation write(const DynamicsQuery &query, qint64 answeredAt, const QList<Bucket> &buckets,
                      CommentsKind comments = CommentsKind::Discussion)
    {
        const auto written =
            settled(m_store->write(recordOf(m_key, query, answeredAt, buckets, comments), StorePriority::Bulk));
        return written ? *written : Observation{};
    }

    SeriesReading read(StoredResolution level, TimeWindow window, std::optional<qint64> asOf = {})
    {
        const SeriesQuery query{.key = m_key, .asOf = asOf, .wanted = [level, window](const WindowFacts &) {
                                    return WantedBuckets{.level = level, .window = window};
                                }};
        const auto stored = settled(m_store->read(query, StorePriority::Interactive));
        return stored ? *stored : SeriesReading{};
    }

    StoredBucket readOne(StoredResolution level, qint64 start, std::optional<qint64> asOf = {})
    {
        const SeriesReading stored = read(level, {start, start + secondsOf(level)}, asOf);
        return stored.series.buckets.isEmpty() ? StoredBucket{} : stored.series.buckets.first();
    }

    qint64 viewsOf(StoredResolution level, qint64 start, std::optional<qint64> asOf = {})
    {
        return readOne(level, start, asOf).counters[Metric::Views].value_or(-1);
    }

    void expectClean(qint64 aged = 0)
    {
        const auto report = settled(m_store->verify());
        QVERIFY(report);
        QCOMPARE(report->errors, QStringList());
        QCOMPARE(report->aged, aged);
    }

    static inline const qint64 kDay = at("2025-11-20");
    static inline const qint64 kNow = at("2025-11-21T14:37:20Z");

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<ObservationStore>(m_folder->filePath(u"postwave.sqlite"_s));
    }
    void cleanup()
    {
        m_store.reset();
        m_folder.reset();
    }

    void emptyStoreKnowsNothing()
    {
        const SeriesReading stored = read(StoredResolution::Day, {kDay, kDay + 86400});
        QCOMPARE(stored.series.buckets.size(), 1);
        QVERIFY(!stored.series.buckets.first().covered);
        QVERIFY(!stored.facts.anchors[size_t(StoredResolution::Day)]);
        QVERIFY(!stored.facts.firstWithPosts);
        expectClean();
    }

    void oneAnswerWritesItsLevelAndEveryCoarserOneItCovers()
    {
        write(MinuteQuery{{kDay, kDay + 86400}}, kNow,
              {bucketOf(kDay + 7 * 3600 + 60, 100), bucketOf(kDay + 7 * 3600 + 120, 50)});
        QCOMPARE(viewsOf(StoredResolution::Minute, kDay + 7 * 3600 + 60), 100);
        QCOMPARE(viewsOf(StoredResolution::Hour, kDay + 7 * 3600), 150);
        QCOMPARE(viewsOf(StoredResolution::Day, kDay), 150);
        QCOMPARE(viewsOf(StoredResolution::Hour, kDay), 0); // covered and absent
        QVERIFY(readOne(StoredResolution::Day, kDay).complete);
        QVERIFY(!readOne(StoredResolution::Day, kDay - 86400).covered);
        expectClean();
    }

    void anHourAloneDoesNotCoverItsDay()
    {
        write(MinuteQuery{{kDay, kDay + 3600}}, kNow, {bucketOf(kDay + 60, 100)});
        QCOMPARE(viewsOf(StoredResolution::Hour, kDay), 100);
        QVERIFY(!readOne(StoredResolution::Day, kDay).covered);
        QVERIFY(!readOne(StoredResolution::Hour, kDay + 3600).covered);
    }

    void runningBucketsArePartialUntilAskedAgain()
    {
        const qint64 today = at("2025-11-21");
        write(RollingQuery{Period::Days7}, kNow, {bucketOf(today, 500)});
        QVERIFY(!readOne(StoredResolution::Day, today).complete);
        QVERIFY(readOne(StoredResolution::Day, kDay).complete);
        QCOMPARE(viewsOf(StoredResolution::Day, kDay), 0);
        QCOMPARE(*read(StoredResolution::Day, {today, today + 86400}).facts.anchors[size_t(StoredResolution::Day)],
                 kNow);
        write(RollingQuery{Period::Days7}, kNow + 86400, {bucketOf(today, 700)});
        QVERIFY(readOne(StoredResolution::Day, today).complete);
        QCOMPARE(viewsOf(StoredResolution::Day, today), 700);
    }

    void replacedNumbersStayReadableAsOfTheirTime()
    {
        write(RollingQuery{Period::Days7}, kNow, {bucketOf(kDay, 100)});
        write(RollingQuery{Period::Days7}, kNow + 600, {bucketOf(kDay, 100)}); // unchanged: no version
        write(RollingQuery{Period::Days7}, kNow + 1200, {bucketOf(kDay, 130)});
        write(RollingQuery{Period::Days7}, kNow + 1800, {}); // all its posts were deleted
        write(RollingQuery{Period::Days7}, kNow + 2400, {bucketOf(kDay, 90)}); // shrinking is normal
        QVERIFY(!readOne(StoredResolution::Day, kDay, kNow - 1).covered);
        QCOMPARE(viewsOf(StoredResolution::Day, kDay, kNow), 100);
        QCOMPARE(viewsOf(StoredResolution::Day, kDay, kNow + 1199), 100);
        QCOMPARE(viewsOf(StoredResolution::Day, kDay, kNow + 1200), 130);
        QCOMPARE(viewsOf(StoredResolution::Day, kDay, kNow + 1800), 0);
        QVERIFY(readOne(StoredResolution::Day, kDay, kNow + 1800).covered);
        QCOMPARE(viewsOf(StoredResolution::Day, kDay, kNow + 2400), 90);
        QCOMPARE(viewsOf(StoredResolution::Day, kDay), 90);
        QCOMPARE(readOne(StoredResolution::Day, kDay, kNow + 700).observedAt, kNow + 600);
        QCOMPARE(settled(m_store->status())->versions, 2);
        expectClean();
    }

    void aChangeOfWhatCommentsCountIsAChange()
    {
        write(RollingQuery{Period::Days7}, kNow, {bucketOf(kDay, 100)}, CommentsKind::Replies);
        write(RollingQuery{Period::Days7}, kNow + 600, {bucketOf(kDay, 100)}, CommentsKind::Discussion);
        QCOMPARE(readOne(StoredResolution::Day, kDay).comments, CommentsKind::Discussion);
        QCOMPARE(readOne(StoredResolution::Day, kDay, kNow).comments, CommentsKind::Replies);
    }

    void aDrillDoesNotReplaceAYoungCompleteNumber()
    {
        write(RollingQuery{Period::Days7}, kNow, {bucketOf(kDay, 100)});
        // The server's cache may be 300 s old: the drill knows less than the overview did.
        write(MinuteQuery{{kDay, kDay + 86400}}, kNow + 299, {bucketOf(kDay + 60, 80)});
        QCOMPARE(viewsOf(StoredResolution::Day, kDay), 100);
        QCOMPARE(readOne(StoredResolution::Day, kDay).observedAt, kNow);
        QCOMPARE(viewsOf(StoredResolution::Hour, kDay), 80);
        expectClean(1); // seen at different times, which is no contradiction
        write(MinuteQuery{{kDay, kDay + 86400}}, kNow + 300, {bucketOf(kDay + 60, 120)});
        QCOMPARE(viewsOf(StoredResolution::Day, kDay), 120);
        expectClean();
    }

    void aDrillReplacesAYoungPartialNumber()
    {
        const qint64 today = at("2025-11-21");
        write(RollingQuery{Period::Days7}, kNow, {bucketOf(today, 100)});
        write(MinuteQuery{{today, kNow + 80}}, kNow + 20, {bucketOf(today + 60, 110)});
        QCOMPARE(viewsOf(StoredResolution::Day, today), 110);
    }

    void aSecondDrillReplacesTheSumsOfTheFirst()
    {
        write(MinuteQuery{{kDay, kDay + 3600}}, kNow, {bucketOf(kDay + 60, 80)});
        write(MinuteQuery{{kDay, kDay + 86400}}, kNow + 10, {bucketOf(kDay + 60, 90)});
        QCOMPARE(viewsOf(StoredResolution::Hour, kDay), 90);
        expectClean();
    }

    void anEmptyDayEmptiesItsHoursAndMinutes()
    {
        write(MinuteQuery{{kDay, kDay + 86400}}, kNow, {bucketOf(kDay + 60, 80)});
        write(RollingQuery{Period::Days7}, kNow + 600, {});
        QCOMPARE(viewsOf(StoredResolution::Hour, kDay), 0);
        QCOMPARE(viewsOf(StoredResolution::Minute, kDay + 60), 0);
        QCOMPARE(readOne(StoredResolution::Minute, kDay + 60).observedAt, kNow + 600);
        QCOMPARE(viewsOf(StoredResolution::Minute, kDay + 60, kNow + 1), 80);
        // A day that was never drilled, but is known to be empty, has known hours.
        QCOMPARE(viewsOf(StoredResolution::Hour, kDay - 86400 + 3600), 0);
        QVERIFY(readOne(StoredResolution::Minute, kDay - 86400).complete);
        expectClean();
    }

    void hoursUnderADayThatWasEmptyForAWhileAreAsTheyWereSeen()
    {
        write(MinuteQuery{{kDay, kDay + 86400}}, kNow, {bucketOf(kDay + 60, 80)});
        write(RollingQuery{Period::Days7}, kNow + 600, {});
        write(RollingQuery{Period::Days7}, kNow + 1200, {bucketOf(kDay, 50)});
        QCOMPARE(viewsOf(StoredResolution::Hour, kDay, kNow + 600), 0);
        QCOMPARE(viewsOf(StoredResolution::Hour, kDay), 80); // nobody looked at the hours since
        QCOMPARE(readOne(StoredResolution::Hour, kDay).observedAt, kNow);
        QCOMPARE(viewsOf(StoredResolution::Hour, kDay, kNow + 9999), 80);
        expectClean(1);
    }

    void aDayWithPostsTellsNothingOfItsHours()
    {
        write(RollingQuery{Period::Days7}, kNow, {bucketOf(kDay, 100)});
        QVERIFY(!readOne(StoredResolution::Hour, kDay).covered);
    }

    void timesThatRunBackALittleAreLateAnswers()
    {
        write(RollingQuery{Period::Days7}, kNow, {bucketOf(kDay, 100)});
        QCOMPARE(write(RollingQuery{Period::Days7}, kNow - 299, {bucketOf(kDay, 101)}).observedAt, kNow);
        QCOMPARE(write(RollingQuery{Period::Days7}, kNow - 301, {bucketOf(kDay, 102)}).observedAt, kNow - 301);
        QCOMPARE(viewsOf(StoredResolution::Day, kDay), 102); // order is by arrival
        QCOMPARE(viewsOf(StoredResolution::Day, kDay, kNow - 1), 102);
        QCOMPARE(viewsOf(StoredResolution::Day, kDay, kNow), 102);
    }

    void twoServersNeverMix()
    {
        const ChannelKey other{u"https://other"_s, m_key.channel};
        QVERIFY(settled(m_store->write(recordOf(other, RollingQuery{Period::Days7}, kNow, {bucketOf(kDay, 7)}),
                                       StorePriority::Bulk)));
        QVERIFY(!readOne(StoredResolution::Day, kDay).covered);
        write(RollingQuery{Period::Days7}, kNow, {bucketOf(kDay, 100)});
        QCOMPARE(viewsOf(StoredResolution::Day, kDay), 100);
    }

    void allBeginsWithTheFirstPostsThatWereKnownThen()
    {
        write(RollingQuery{Period::Days7}, kNow, {bucketOf(kDay, 100)});
        write(RollingQuery{Period::All}, kNow + 600, {bucketOf(kDay - 30 * 86400, 5), bucketOf(kDay, 100)});
        QCOMPARE(*read(StoredResolution::Day, {kDay, kDay + 86400}).facts.firstWithPosts, kDay - 30 * 86400);
        QCOMPARE(*read(StoredResolution::Day, {kDay, kDay + 86400}, kNow).facts.firstWithPosts, kDay);
    }

    void coverageOfWindows()
    {
        write(MinuteQuery{{kDay, kDay + 86400}}, kNow, {bucketOf(kDay + 60, 80)});
        const auto coverage = settled(m_store->coverage(m_key, StoredResolution::Minute,
                                                        {{kDay, kDay + 86400}, {kDay - 86400, kDay}, {kDay, kDay}},
                                                        StorePriority::Interactive));
        QVERIFY(coverage);
        QVERIFY(coverage->at(0).covered);
        QVERIFY(coverage->at(0).complete);
        QCOMPARE(coverage->at(0).oldestObservedAt, kNow);
        QVERIFY(!coverage->at(1).covered);
        QVERIFY(!coverage->at(2).covered);
    }

    void listsOfManyChannels()
    {
        // With a look for the newest list at every channel this took twelve seconds.
        ChannelList many;
        for (qint64 id = 10'000; id > 0; --id)
            many.append({ChannelId(id), u"Channel %1"_s.arg(id), {}, id});
        QVERIFY(settled(m_store->writeChannels(m_key.source, many, kNow, StorePriority::Interactive)));
        const auto all = settled(m_store->channels(m_key.source, StorePriority::Interactive));
        QVERIFY(all);
        QCOMPARE(*all, many);
        QVERIFY(settled(m_store->channels(u"https://another"_s, StorePriority::Interactive))->isEmpty());
    }

    void channelsKeepTheirOrderAndWhatIsKnown()
    {
        const ChannelList first{{ChannelId(5), u"Five"_s, u"five"_s, 10}, {ChannelId(3), u"Три"_s, {}, {}}};
        QVERIFY(settled(m_store->writeChannels(m_key.source, first, kNow, StorePriority::Interactive)));
        QCOMPARE(*settled(m_store->channels(m_key.source, StorePriority::Interactive)), first);
        QVERIFY(settled(m_store->writeChannels(m_key.source, {{ChannelId(5), u"Five!"_s, {}, {}}}, kNow + 1,
                                               StorePriority::Interactive)));
        const auto second = settled(m_store->channels(m_key.source, StorePriority::Interactive));
        QCOMPARE(second->size(), 1); // the newest list
        QCOMPARE(second->first().title, u"Five!"_s);
        QCOMPARE(second->first().username, u"five"_s);
        QCOMPARE(*second->first().subscribers, 10); // a list without the number does not unlearn it
        QCOMPARE(settled(m_store->channel({m_key.source, ChannelId(3)}, StorePriority::Interactive))->value().title,
                 u"Три"_s); // kept
        QVERIFY(!settled(m_store->channel({m_key.source, ChannelId(4)}, StorePriority::Interactive))->has_value());
        QVERIFY(settled(m_store->channels(u"https://other"_s, StorePriority::Interactive))->isEmpty());
    }

    void compactingLosesNothingThatIsShown()
    {
        const qint64 later = kNow + 30 * 86400;
        qint64 views = 100;
        for (int i = 0; i < 60; ++i) // every ten minutes for ten hours
            write(RollingQuery{Period::Days90}, kNow + i * 600, {bucketOf(kDay, ++views)});
        write(RollingQuery{Period::Days7}, later, {bucketOf(at("2025-12-20"), 1)});
        const qint64 lastOfFirstHour = at("2025-11-21T14:57:20Z");
        const qint64 expected = viewsOf(StoredResolution::Day, kDay, lastOfFirstHour);
        const qint64 inBetween = lastOfFirstHour - 600;

        const auto report = settled(m_store->compact(later));
        QVERIFY(report);
        QVERIFY(report->observations > 40);
        QVERIFY(report->versions > 40);
        QCOMPARE(viewsOf(StoredResolution::Day, kDay), views);
        QVERIFY(readOne(StoredResolution::Day, kDay).complete);
        QCOMPARE(viewsOf(StoredResolution::Day, kDay, lastOfFirstHour), expected);
        QVERIFY(!readOne(StoredResolution::Day, kDay, inBetween).covered); // thinned: nothing is claimed for it
        expectClean();
        QCOMPARE(settled(m_store->compact(later))->observations, 0);
    }

    void compactingLetsOthersInBetweenItsSteps()
    {
        qint64 views = 100;
        for (int i = 0; i < 600; ++i) // every minute for ten hours
            write(RollingQuery{Period::Days90}, kNow + i * 60, {bucketOf(kDay, ++views)});
        const qint64 later = kNow + 30 * 86400;
        const qint64 lastOfFirstHour = at("2025-11-21T14:59:20Z");
        const qint64 expected = viewsOf(StoredResolution::Day, kDay, lastOfFirstHour);

        SqlConnection connection(m_folder->filePath(u"postwave.sqlite"_s), SqlConnection::Access::ReadWrite);
        int steps = 0;
        const CompactReport report = compactStore(connection, later, [&](const std::function<void()> &step) {
            QCOMPARE(viewsOf(StoredResolution::Day, kDay), views);
            QCOMPARE(viewsOf(StoredResolution::Day, kDay, lastOfFirstHour), expected);
            write(RollingQuery{Period::Days90}, later + steps, {bucketOf(kDay, ++views)});
            QCOMPARE(viewsOf(StoredResolution::Day, kDay), views);
            ++steps;
            step();
        });
        QCOMPARE(steps, 6); // a checkpoint, observations and versions by 500, and the file made smaller
        QVERIFY(report.observations > 500 && report.versions > 500);
        QCOMPARE(viewsOf(StoredResolution::Day, kDay), views);
        QCOMPARE(viewsOf(StoredResolution::Day, kDay, lastOfFirstHour), expected);
        expectClean();
    }

    void aViewDoesNotWaitForMaintenance()
    {
        write(RollingQuery{Period::Days7}, kNow, {bucketOf(kDay, 100)});
        QSemaphore isRunning;
        QSemaphore mayEnd;
        const auto letGo = qScopeGuard([&mayEnd] {
            mayEnd.release();
        });
        const auto running = m_store->maintain([&](SqlConnection &) {
            isRunning.release();
            mayEnd.acquire();
            return Done{};
        });
        const auto verifying = m_store->verify();
        const auto compacting = m_store->compact(kNow);
        isRunning.acquire();
        write(RollingQuery{Period::Days7}, kNow + 600, {bucketOf(kDay, 130)});
        QCOMPARE(viewsOf(StoredResolution::Day, kDay), 130);
        QVERIFY(settled(
            m_store->coverage(m_key, StoredResolution::Day, {{kDay, kDay + 86400}}, StorePriority::Interactive)));
        QVERIFY(!running.isFinished() && !verifying.isFinished() && !compacting.isFinished());
        mayEnd.release();
        QVERIFY(settled(running));
        QCOMPARE(settled(verifying)->errors, QStringList());
        QVERIFY(settled(compacting));
    }

    void maintenanceIsInterruptedAtTheEnd()
    {
        const auto endless = m_store->maintain([](SqlConnection &connection) {
            while (true)
                connection.value(u"SELECT 1"_s);
            return Done{};
        });
        m_store.reset();
        QVERIFY(endless.isFinished());
        QCOMPARE(endless.result().error().kind, Error::Kind::ShuttingDown);
    }

    void everythingSurvivesClosing()
    {
        write(RollingQuery{Period::Days7}, kNow, {bucketOf(kDay, 100)});
        m_store.reset();
        m_store = std::make_unique<ObservationStore>(m_folder->filePath(u"postwave.sqlite"_s));
        QCOMPARE(viewsOf(StoredResolution::Day, kDay), 100);
    }

    void theQueueIsAnsweredAtTheEnd()
    {
        QList<QFuture<Result<Observation>>> futures;
        for (int i = 0; i < 200; ++i)
            futures.append(m_store->write(recordOf(m_key, RollingQuery{Period::Days7}, kNow + i, {bucketOf(kDay, i)}),
                                          StorePriority::Bulk));
        m_store.reset();
        for (const QFuture<Result<Observation>> &future : std::as_const(futures)) {
            QVERIFY(future.isFinished());
            const Result<Observation> outcome = future.result();
            QVERIFY(outcome || outcome.error().kind == Error::Kind::ShuttingDown);
        }
    }
};

POSTWAVE_TEST(ObservationStoreTest, QCoreApplication)
#include "observationstoretest.moc"
