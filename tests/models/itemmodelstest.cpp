// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes.h"
#include "items/buckettablemodel.h"
#include "items/channelfiltermodel.h"
#include "items/channellistmodel.h"
#include "items/metriclistmodel.h"
#include "items/periodlistmodel.h"
#include "items/summarymodel.h"
#include "items/zonelistmodel.h"
#include "testcase.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Postwave;
using namespace Qt::StringLiterals;
using Mode = QAbstractItemModelTester::FailureReportingMode;

namespace
{
Row rowOf(const char *day, qint64 views, qint64 posts)
{
    Row row{.start = at(day), .state = BucketState::Complete, .counters = Counters::zero(), .viral = false};
    row.counters[Metric::Views] = views;
    row.counters[Metric::Likes] = views / 100;
    row.counters[Metric::PostCount] = posts;
    return row;
}

SeriesView threeDays()
{
    SeriesView view;
    view.question = Period::Days7;
    view.step = ViewStep::Day;
    view.window = {at("2025-11-19"), at("2025-11-22")};
    view.rows = {rowOf("2025-11-19", 1'000, 2), rowOf("2025-11-20", 120'345, 1), rowOf("2025-11-21", 0, 0)};
    view.asOf = at("2025-11-21T12:00:00Z");
    view.observed = QList<qint64>(3, view.asOf);
    return view;
}

/** As if all of it had been fetched once more. */
void seenLast(SeriesView &view, const char *time)
{
    view.now = at(time);
    view.asOf = view.now;
    view.observed = QList<qint64>(view.rows.size(), view.now);
}

QString figure(const SummaryModel &model, int row, int role = SummaryModel::ValueRole)
{
    return model.index(row).data(role).toString();
}
}

class ItemModelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(u"en_GB"_s));
    }

    void tableIsNewestFirst()
    {
        BucketTableModel model;
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        model.setView(threeDays());
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(0).data(BucketTableModel::TimeRole).toString(), u"Fri 21 Nov 2025"_s);
        QCOMPARE(model.index(1).data(BucketTableModel::ViewsRole).toString(), u"120,345"_s);
        QCOMPARE(model.index(1).data(BucketTableModel::BucketRole).toInt(), 1);
        QCOMPARE(model.rowOfBucket(0), 2);
        QCOMPARE(model.rowOfBucket(3), -1);
        QCOMPARE(model.rowOfBucket(-1), -1);
        QVERIFY(model.index(0).data(BucketTableModel::OpenableRole).toBool());
        model.setView({});
        QCOMPARE(model.rowCount(), 0);
    }

    void aRefreshKeepsThePlaceInTheTable()
    {
        BucketTableModel model;
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        SeriesView view = threeDays();
        model.setView(view);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        view.rows[1].counters[Metric::Views] = 120'400;
        model.setView(view);
        QCOMPARE(resets.size(), 0);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(changes[0][0].toModelIndex().row(), 1);
    }

    void anotherViewTakesTheRowsThatAreThere()
    {
        BucketTableModel model;
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        SeriesView view = threeDays();
        model.setView(view);
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy replacements(&model, &BucketTableModel::replaced);
        view.step = ViewStep::Hour; // as many
        model.setView(view);
        QCOMPARE(model.timeHeader(), u"Hour (UTC)"_s);
        QCOMPARE(changes.constLast()[0].toModelIndex().row(), 0);
        QCOMPARE(changes.constLast()[1].toModelIndex().row(), 2);
        view = threeDays(); // more
        view.rows.prepend(rowOf("2025-11-18", 7, 1));
        view.window.from = at("2025-11-18");
        view.observed.append(view.asOf);
        model.setView(view);
        QCOMPARE(model.rowCount(), 4);
        QCOMPARE(model.index(3).data(BucketTableModel::ViewsRole).toString(), u"7"_s);
        QCOMPARE(model.rowOfBucket(0), 3);
        view.rows = view.rows.mid(0, 2); // fewer
        view.observed.resize(2);
        view.window.until = at("2025-11-20");
        model.setView(view);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0).data(BucketTableModel::ViewsRole).toString(), u"1,000"_s);
        QCOMPARE(changes.constLast()[1].toModelIndex().row(), 1);
        model.setView({});
        QCOMPARE(model.rowCount(), 0);
        model.setView(view);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(replacements.size(), 5);
        QCOMPARE(resets.size(), 0);
    }

    void theTableIsSortedByAColumn()
    {
        BucketTableModel model;
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        SeriesView view = threeDays(); // 1,000, 120,345 and 0 views
        view.rows.append({.start = at("2025-11-22"), .state = BucketState::Unknown, .counters = {}, .viral = false});
        view.rows.append(rowOf("2025-11-23", 1'000, 9));
        view.window.until = at("2025-11-24");
        view.observed = QList<qint64>(5, view.asOf);
        const auto order = [&model] {
            QByteArray buckets;
            for (int row = 0; row < model.rowCount(); ++row)
                buckets += QByteArray::number(model.bucketOfRow(row));
            return buckets;
        };
        model.setView(view);
        QCOMPARE(order(), "43210");
        model.sortBy(u"views"_s);
        QVERIFY(model.isSortDescending());
        QCOMPARE(order(), "14023"); // the newer of equals first, the unknown last
        for (int bucket = 0; bucket < 5; ++bucket)
            QCOMPARE(model.bucketOfRow(model.rowOfBucket(bucket)), bucket);
        QCOMPARE(model.rowOfBucket(5), -1);
        model.sortBy(u"views"_s);
        QCOMPARE(order(), "24013");
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        view.rows[2].counters[Metric::Views] = 500; // still the smallest
        model.setView(view);
        QCOMPARE(resets.size(), 0);
        view.rows[2].counters[Metric::Views] = 5000;
        const QPersistentModelIndex held = model.index(model.rowOfBucket(2));
        model.setView(view);
        QCOMPARE(resets.size(), 0); // whoever looks at a row keeps it, though it moved
        QCOMPARE(held.row(), model.rowOfBucket(2));
        QCOMPARE(order(), "40213");
        model.sortBy(u"post_count"_s);
        QCOMPARE(order(), "40123");
        model.sortBy(u"time"_s);
        QCOMPARE(order(), "43210");
        // An hour turned: the same buckets, before which the chart has one less.
        model.setView(view, 3);
        QCOMPARE(order(), "76543");
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy orders(&model, &BucketTableModel::orderChanged);
        model.setView(view, 2);
        QCOMPARE(order(), "65432");
        QCOMPARE(model.rowOfBucket(2), 4);
        QCOMPARE(changes.size(), 1);
        QCOMPARE(orders.size(), 1);
        model.setView(view, 0);
        QCOMPARE(order(), "43210");
        model.sortBy(u"time"_s);
        QCOMPARE(order(), "01234");
    }

    void changesAreSortedWhereThereAreSome()
    {
        BucketTableModel model;
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        SeriesView view = threeDays();
        seenLast(view, "2026-01-01");
        view.compared = ComparisonRows{
            .comparison = {},
            .alignment = {},
            .window = {at("2025-11-12"), at("2025-11-15")},
            .ends = {at("2025-11-13"), at("2025-11-14"), at("2025-11-15")},
            .rows = {rowOf("2025-11-12", 2'000, 1), rowOf("2025-11-13", 100'000, 1), rowOf("2025-11-14", 5, 9)},
            .observed = QList<qint64>(3, view.asOf),
            .asOf = view.asOf};
        model.setView(view);
        model.sortBy(u"change"_s);
        QCOMPARE(model.bucketOfRow(0), 1); // +20 %, −50 %, −100 %
        QCOMPARE(model.bucketOfRow(2), 2);
        view.compared.reset();
        model.setView(view);
        QCOMPARE(model.sortColumn(), u"time"_s);
        QCOMPARE(model.bucketOfRow(0), 2);
    }

    void summaryAddsUp()
    {
        SummaryModel model;
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        for (int row = 0; row < model.rowCount(); ++row)
            QCOMPARE(figure(model, row), u"–"_s); // nothing known is no zero
        model.setView(threeDays());
        QCOMPARE(figure(model, 0), u"3"_s);
        QCOMPARE(figure(model, 1), u"121.3k"_s);
        QCOMPARE(figure(model, 1, SummaryModel::ExactRole), u"121,345"_s);
        QCOMPARE(figure(model, 2), u"40,448"_s); // 121,345 ÷ 3, rounded
        QCOMPARE(figure(model, 3), u"1.0 %"_s); // 1,213 ÷ 121,345
        QCOMPARE(figure(model, 4), u"120.3k"_s);
        QCOMPARE(figure(model, 4, SummaryModel::DetailRole), u"Thu 20 Nov 2025"_s);
        QCOMPARE(model.sentence(), QString());
    }

    void theTableFollowsTheComparison()
    {
        BucketTableModel model;
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        SeriesView view = threeDays();
        seenLast(view, "2026-01-01");
        model.setView(view);
        QVERIFY(model.comparedHeaders().isEmpty());
        QVERIFY(model.index(0).data(BucketTableModel::ComparedRole).toStringList().isEmpty());
        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        QSignalSpy headers(&model, &BucketTableModel::headerChanged);
        QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
        view.compared = ComparisonRows{
            .comparison = {},
            .alignment = {},
            .window = {at("2025-11-12"), at("2025-11-15")},
            .ends = {at("2025-11-13"), at("2025-11-14"), at("2025-11-15")},
            .rows = {rowOf("2025-11-12", 2'000, 1), rowOf("2025-11-13", 0, 0), rowOf("2025-11-14", 5, 9)},
            .observed = QList<qint64>(3, view.asOf),
            .asOf = view.asOf};
        model.setView(view);
        QCOMPARE(resets.size(), 0);
        QCOMPARE(changes.size(), 3);
        QCOMPARE(headers.size(), 1);
        QCOMPARE(model.comparedHeaders().size(), 2);
        QCOMPARE(model.index(2).data(BucketTableModel::ComparedRole).toStringList(),
                 (QStringList{u"2,000"_s, u"−1,000 (−50.0 %)"_s}));
        QCOMPARE(model.index(1).data(BucketTableModel::ComparedRole).toStringList(), (QStringList{u"0"_s, u"new"_s}));
    }

    void summaryComparesWhatIsOverOnBothSides()
    {
        SummaryModel model;
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        SeriesView view = threeDays();
        view.rows[2].state = BucketState::Partial;
        view.now = at("2025-11-21T12:00:00Z");
        view.compared = ComparisonRows{
            .comparison = {},
            .alignment = {},
            .window = {at("2025-11-12"), at("2025-11-15")},
            .ends = {at("2025-11-13"), at("2025-11-14"), at("2025-11-15")},
            .rows = {rowOf("2025-11-12", 2'000, 1), rowOf("2025-11-13", 119'345, 1), rowOf("2025-11-14", 900'000, 9)},
            .observed = QList<qint64>(3, view.asOf),
            .asOf = view.asOf};
        model.setView(view);
        QCOMPARE(figure(model, 0, SummaryModel::ChangeRole), u"+50.0 %"_s); // 3 against 2, the running day left out
        QCOMPARE(model.index(0).data(SummaryModel::DirectionRole).toInt(), 1);
        QCOMPARE(figure(model, 1, SummaryModel::ChangeRole), u"not comparable yet"_s);
        QCOMPARE(figure(model, 2, SummaryModel::ChangeRole), u"not comparable yet"_s);
        QCOMPARE(figure(model, 3, SummaryModel::ChangeRole), u"not comparable yet"_s);
        QCOMPARE(model.index(1).data(SummaryModel::DirectionRole).toInt(), 0);
        QCOMPARE(figure(model, 4, SummaryModel::ChangeRole), QString());
        QCOMPARE(model.sentence(), u"Comparing 2 of 3 days; days in progress excluded."_s);

        view.now = at("2025-12-06"); // both are over for 14 days, but were looked at before
        model.setView(view);
        QCOMPARE(figure(model, 1, SummaryModel::ChangeRole), u"not comparable yet"_s);
        QCOMPARE(figure(model, 0, SummaryModel::ChangeRole), u"+50.0 %"_s);
        seenLast(view, "2025-12-06");
        model.setView(view);
        QCOMPARE(figure(model, 1, SummaryModel::ChangeRole), u"not comparable yet"_s); // of the other side
        view.compared->observed = view.observed;
        model.setView(view);
        QCOMPARE(figure(model, 1, SummaryModel::ChangeRole), u"±0 %"_s); // 121,345 on both sides
        QCOMPARE(figure(model, 2, SummaryModel::ChangeRole), u"−33.3 %"_s);
        QCOMPARE(model.index(2).data(SummaryModel::DirectionRole).toInt(), -1);
    }

    void summarySaysWhatLacks()
    {
        SummaryModel model;
        SeriesView view = threeDays();
        view.rows[0].state = BucketState::Unknown;
        view.rows[0].counters = {};
        view.rows[1].counters[Metric::PostCount].reset(); // old servers do not tell
        model.setView(view);
        QCOMPARE(model.sentence(), u"1 day(s) not downloaded; totals exclude them."_s);
        QCOMPARE(figure(model, 0), u"–"_s);
        QCOMPARE(figure(model, 1), u"120.3k"_s);
        QCOMPARE(figure(model, 2), u"–"_s);
        for (Row &row : view.rows)
            row.counters = Counters::zero();
        model.setView(view);
        QCOMPARE(figure(model, 3), u"–"_s); // no views, no rate
        QCOMPARE(figure(model, 4), u"–"_s);
    }

    void channels()
    {
        ChannelListModel model;
        QAbstractItemModelTester tester(&model, Mode::QtTest);
        const Channel named{.id = ChannelId(1001234567890),
                            .title = u"Harbour\nLights"_s,
                            .username = u"harbour"_s,
                            .subscribers = 18240};
        const Channel bare{.id = ChannelId(7), .title = {}, .username = {}, .subscribers = {}};
        model.setChannels({named, bare});
        QCOMPARE(model.index(0).data(ChannelListModel::TitleRole).toString(), u"Harbour Lights"_s);
        QCOMPARE(model.index(0).data(ChannelListModel::UsernameRole).toString(), u"@harbour"_s);
        QVERIFY(model.index(0).data(ChannelListModel::SubscribersRole).toString().startsWith(u"18,240"_s));
        QCOMPARE(model.index(1).data(ChannelListModel::TitleRole).toString(), u"7"_s);
        QCOMPARE(model.index(1).data(ChannelListModel::SubscribersRole).toString(), QString());
        QCOMPARE(model.rowOf(u"1001234567890"_s), 0);
        QCOMPARE(model.rowOf(u"8"_s), -1);

        QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
        Channel grown = named;
        grown.subscribers = 18241;
        model.setChannels({grown, bare});
        QCOMPARE(resets.size(), 0);
        grown.subscribers = 5'000'000'000; // more than an int holds
        model.setChannels({grown, bare});
        QVERIFY(model.index(0).data(ChannelListModel::SubscribersRole).toString().startsWith(u"5,000,000,000 "_s));
        model.setChannels({bare, grown});
        QCOMPARE(resets.size(), 1);
        model.setChannels({});
        QCOMPARE(model.count(), 0);
    }

    void channelsBySearch()
    {
        ChannelListModel channels;
        ChannelFilterModel filtered;
        filtered.setSourceModel(&channels);
        QAbstractItemModelTester tester(&filtered, Mode::QtTest);
        QSignalSpy counts(&filtered, &ChannelFilterModel::countChanged);
        channels.setChannels({{ChannelId(1001), u"Harbour & Pine"_s, u"harbour"_s, {}},
                              {ChannelId(1002), u"Вечерний Ташкент"_s, {}, {}},
                              {ChannelId(2003), {}, {}, {}}});
        QCOMPARE(filtered.count(), 3);
        QVERIFY(counts.size() > 0);
        QCOMPARE(filtered.idAt(1), u"1002"_s);
        filtered.setWanted(u" pine "_s);
        QCOMPARE(filtered.count(), 1);
        QCOMPARE(filtered.rowOf(u"1001"_s), 0);
        QCOMPARE(filtered.rowOf(u"1002"_s), -1);
        filtered.setWanted(u"@HARB"_s);
        QCOMPARE(filtered.count(), 1);
        filtered.setWanted(u"@"_s); // those that have a name
        QCOMPARE(filtered.count(), 1);
        filtered.setWanted(u"таш"_s);
        QCOMPARE(filtered.idAt(0), u"1002"_s);
        filtered.setWanted(u"2003"_s);
        QCOMPARE(filtered.idAt(0), u"2003"_s);
        QCOMPARE(filtered.rowOf(u"2003"_s), 0);
        filtered.setWanted(u"nobody"_s);
        QCOMPARE(filtered.count(), 0);
        QCOMPARE(filtered.idAt(0), QString());
        filtered.setWanted({});
        const auto initials = [&](int row) {
            return filtered.index(row, 0).data(ChannelListModel::InitialsRole).toString();
        };
        QCOMPARE(initials(0), u"HP"_s); // the sign between is no word
        QCOMPARE(initials(1), u"ВТ"_s);
        QCOMPARE(initials(2), u"2"_s);
    }

    /** A list view pays for each change it is told of: 5,000 channels with one between each two. */
    void searchesAreTwoChanges()
    {
        ChannelList many;
        for (int i = 1; i <= 10'000; ++i)
            many.append({ChannelId(i), i % 2 == 0 ? u"even"_s : u"odd"_s, {}, {}});
        ChannelListModel channels;
        channels.setChannels(many);
        ChannelFilterModel filtered;
        filtered.setSourceModel(&channels);
        QCOMPARE(filtered.count(), 10'000);
        QSignalSpy come(&filtered, &QAbstractItemModel::rowsInserted);
        QSignalSpy gone(&filtered, &QAbstractItemModel::rowsRemoved);
        filtered.setWanted(u"odd"_s);
        QCOMPARE(filtered.count(), 5'000);
        filtered.setWanted(u"even"_s);
        filtered.setWanted({});
        QCOMPARE(filtered.count(), 10'000);
        QCOMPARE(filtered.rowOf(u"9999"_s), 9'998);
        QCOMPARE(come.size(), 3);
        QCOMPARE(gone.size(), 3);
    }

    void zonesBySearch()
    {
        ZoneListModel zones;
        QAbstractItemModelTester tester(&zones, Mode::QtTest);
        QVERIFY(zones.rowCount() > 300);
        QCOMPARE(zones.zoneAt(0), u"UTC"_s);
        zones.setFilter(u"new york"_s);
        QCOMPARE(zones.rowCount(), 1);
        QCOMPARE(zones.zoneAt(0), u"America/New_York"_s);
        QCOMPARE(zones.index(0).data(ZoneListModel::NameRole).toString(), u"New York"_s);
        QVERIFY(zones.index(0).data(ZoneListModel::DetailRole).toString().contains(u"UTC−0"_s)
                || zones.index(0).data(ZoneListModel::DetailRole).toString().contains(u"UTC-0"_s));
        zones.setFilter(u"no such place"_s);
        QCOMPARE(zones.rowCount(), 0);
        QCOMPARE(zones.zoneAt(0), QString());
        zones.setFilter(QString());
        QVERIFY(zones.rowCount() > 300);
        for (const QString &old : {u"Etc/GMT+5"_s, u"US/Eastern"_s}) {
            for (int row = 0; row < zones.rowCount(); ++row)
                QVERIFY(zones.zoneAt(row) != old);
        }
    }

    void periodsAndMetrics()
    {
        PeriodListModel periods;
        QAbstractItemModelTester periodTester(&periods, Mode::QtTest);
        QCOMPARE(periods.rowCount(), 16);
        periods.setCurrent(Period::Days90, at("2025-11-21"));
        int current = 0;
        int main = 0;
        for (int row = 0; row < 8; ++row) {
            current += periods.index(row).data(PeriodListModel::CurrentRole).toBool();
            main += periods.index(row).data(PeriodListModel::MainRole).toBool();
        }
        QCOMPARE(current, 1);
        QCOMPARE(main, 4);

        MetricListModel metrics;
        QAbstractItemModelTester metricTester(&metrics, Mode::QtTest);
        QVERIFY(metrics.index(0).data(MetricListModel::LastRole).toBool());
        metrics.setShown({Metric::Views, Metric::Likes});
        QVERIFY(!metrics.index(0).data(MetricListModel::LastRole).toBool());
        QVERIFY(metrics.index(1).data(MetricListModel::ShownRole).toBool());
        QCOMPARE(metrics.index(1).data(MetricListModel::NameRole).toString(), u"Reactions"_s);
    }
};

POSTWAVE_TEST(ItemModelsTest, QCoreApplication)
#include "itemmodelstest.moc"
