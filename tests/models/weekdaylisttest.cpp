// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes.h"
#include "items/weekdaylistmodel.h"
#include "testcase.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace Postwave;
using namespace Qt::StringLiterals;

namespace
{
/** Weeks from a Monday on, with one post a day: 100 views, on Fridays 400. */
SeriesView weeks(int count)
{
    SeriesView view;
    view.question = Period::Days30;
    view.step = ViewStep::Day;
    const qint64 from = at("2025-10-20");
    for (int i = 0; i < 7 * count; ++i) {
        Row row{.start = from + i * secondsOf(StoredResolution::Day),
                .state = BucketState::Complete,
                .counters = Counters::zero(),
                .viral = false};
        row.counters[Metric::PostCount] = 1;
        row.counters[Metric::Views] = i % 7 == 4 ? 400 : 100;
        row.counters[Metric::Likes] = 2;
        view.rows.append(row);
    }
    view.window = {from, from + 7 * count * secondsOf(StoredResolution::Day)};
    view.now = at("2025-12-24");
    view.observed = QList<qint64>(view.rows.size(), view.now);
    return view;
}

QString text(const WeekdayListModel &model, int row, int role)
{
    return model.index(row).data(role).toString();
}
}

/** Weekdays in words. */
class WeekdayListTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale(u"en_GB"_s));
    }

    void nobodyLooks()
    {
        WeekdayListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setView(weeks(4));
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.reason(), QString());
        model.setActive(true);
        QCOMPARE(model.rowCount(), 7);
        model.setActive(false);
        QCOMPARE(model.rowCount(), 0);
    }

    void rowsInWords()
    {
        WeekdayListModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setActive(true);
        model.setView(weeks(4));
        QCOMPARE(text(model, 0, WeekdayListModel::NameRole), u"Monday"_s);
        QCOMPARE(text(model, 4, WeekdayListModel::NameRole), u"Friday"_s);
        QCOMPARE(text(model, 4, WeekdayListModel::PostsRole), u"4"_s);
        QCOMPARE(text(model, 4, WeekdayListModel::PerPostRole), u"400"_s);
        QCOMPARE(text(model, 4, WeekdayListModel::RateRole), u"0.5 %"_s);
        QCOMPARE(text(model, 4, WeekdayListModel::BasisRole), u"4 post(s)"_s);
        QCOMPARE(model.index(4).data(WeekdayListModel::ShareRole).toDouble(), 1.0);
        QCOMPARE(model.index(0).data(WeekdayListModel::ShareRole).toDouble(), 0.25);
        QVERIFY(!model.index(0).data(WeekdayListModel::FewRole).toBool());
        QCOMPARE(text(model, 4, WeekdayListModel::SentenceRole),
                 u"Friday: posts 4; views per post 400, ER 0.5 %, based on 4 post(s)"_s);
        QVERIFY(model.note().contains(u"at least 14 day(s) old when last updated"_s));
        QCOMPARE(model.reason(), QString());
    }

    void fewPostsSayNothing()
    {
        WeekdayListModel model;
        model.setActive(true);
        model.setView(weeks(2));
        QVERIFY(model.index(4).data(WeekdayListModel::FewRole).toBool());
        QCOMPARE(model.index(4).data(WeekdayListModel::ShareRole).toDouble(), 0.0);
        QCOMPARE(text(model, 4, WeekdayListModel::BasisRole), u"2 post(s) (too few)"_s);
        // The best weekday is the best of those that have enough.
        SeriesView view = weeks(4);
        for (const int friday : {4, 11})
            view.rows[friday].counters = Counters::zero();
        model.setView(view);
        QVERIFY(model.index(4).data(WeekdayListModel::FewRole).toBool());
        QCOMPARE(model.index(0).data(WeekdayListModel::ShareRole).toDouble(), 1.0);
    }

    void youngPostsAreNotCompared()
    {
        WeekdayListModel model;
        model.setActive(true);
        SeriesView view = weeks(1);
        view.observed = QList<qint64>(7, view.window.until);
        model.setView(view);
        QCOMPARE(text(model, 0, WeekdayListModel::PostsRole), u"1"_s);
        QCOMPARE(text(model, 0, WeekdayListModel::PerPostRole), u"–"_s);
        QCOMPARE(text(model, 0, WeekdayListModel::RateRole), u"–"_s);
        QCOMPARE(text(model, 0, WeekdayListModel::BasisRole), u"0 post(s)"_s);
        QVERIFY2(model.note().startsWith(u"No post here was 14 day(s) old when last updated"_s),
                 qPrintable(model.note()));
    }

    void whatHasNoWeekdaysSaysSo()
    {
        WeekdayListModel model;
        QSignalSpy told(&model, &WeekdayListModel::told);
        model.setActive(true);
        SeriesView view = weeks(4);
        view.step = ViewStep::Week;
        model.setView(view);
        QCOMPARE(model.rowCount(), 0);
        QVERIFY(model.reason().endsWith(u"Set the granularity to Day."_s));
        view.step = ViewStep::Hour;
        model.setView(view);
        QVERIFY(model.reason().startsWith(u"Comparing weekdays takes several days"_s));
        QCOMPARE(model.note(), QString());
        QCOMPARE(told.size(), 3);
    }

    void theWeekBeginsAsTheLocaleWantsIt()
    {
        QLocale::setDefault(QLocale(u"en_US"_s));
        WeekdayListModel model;
        model.setActive(true);
        model.setView(weeks(4));
        QCOMPARE(text(model, 0, WeekdayListModel::NameRole), u"Sunday"_s);
        QCOMPARE(text(model, 5, WeekdayListModel::NameRole), u"Friday"_s);
        QCOMPARE(text(model, 5, WeekdayListModel::PerPostRole), u"400"_s);
    }
};

POSTWAVE_TEST(WeekdayListTest, QCoreApplication)
#include "weekdaylisttest.moc"
