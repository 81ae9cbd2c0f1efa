// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/commandfiltermodel.h"
#include "items/commandlistmodel.h"
#include "testcase.h"

#include <QAbstractItemModelTester>
#include <QGuiApplication>
#include <QSignalSpy>
#include <QTest>

using namespace Postwave;
using namespace Qt::StringLiterals;

/** The registry of what can be done, found by typing and learned by reading. */
class CommandsTest : public QObject
{
    Q_OBJECT

private:
    Command *add(const QString &group, const QString &text, const QVariantList &keys = {})
    {
        auto *command = new Command(m_list.get());
        command->setGroup(group);
        command->setText(text);
        command->setKeys(keys);
        m_list->append(command);
        return command;
    }

    QStringList texts() const
    {
        QStringList texts;
        for (int row = 0; row < m_filter->rowCount(); ++row)
            texts.append(m_filter->index(row, 0).data(CommandListModel::TextRole).toString());
        return texts;
    }

    std::unique_ptr<CommandListModel> m_list;
    std::unique_ptr<CommandFilterModel> m_filter;

private Q_SLOTS:
    void init()
    {
        m_filter = std::make_unique<CommandFilterModel>();
        m_list = std::make_unique<CommandListModel>();
        m_filter->setSourceModel(m_list.get());
        new QAbstractItemModelTester(m_list.get(), m_list.get());
        new QAbstractItemModelTester(m_filter.get(), m_filter.get());
    }
    void cleanup()
    {
        m_filter.reset();
        m_list.reset();
    }

    void keysOfAllKinds()
    {
        Command command;
        command.setKeys({int(QKeySequence::Refresh), u"Ctrl+K"_s, u"?"_s});
        QVERIFY(command.sequences().contains(u"F5"_s));
        QVERIFY(command.sequences().endsWith(u"?"_s));
        QCOMPARE(command.keyTexts().size(), 2);
    }

    void whatCanBeDoneIsFoundByItsWords_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("nothing") << u""_s
                                 << QStringList{u"Show 7 days"_s, u"Go back"_s, u"Back up a day"_s,
                                                u"Show the 30 days"_s};
        QTest::newRow("in the middle") << u"days"_s << QStringList{u"Show 7 days"_s, u"Show the 30 days"_s};
        QTest::newRow("the beginning first") << u"back"_s << QStringList{u"Back up a day"_s, u"Go back"_s};
        QTest::newRow("two words, in any order")
            << u"  days   SHOW "_s << QStringList{u"Show 7 days"_s, u"Show the 30 days"_s};
        QTest::newRow("by the group") << u"period 30"_s << QStringList{u"Show the 30 days"_s};
        QTest::newRow("none") << u"zzz"_s << QStringList{};
    }
    void whatCanBeDoneIsFoundByItsWords()
    {
        QFETCH(const QString, typed);
        QFETCH(const QStringList, found);
        add(u"Period"_s, u"Show 7 days"_s, {u"1"_s});
        add(u"Navigation"_s, u"Go back"_s);
        add(u"Navigation"_s, u"Back up a day"_s);
        add(u"Period"_s, u"Show the 30 days"_s);
        add(u"Navigation"_s, u"Go forward in the days"_s)->setEnabled(false);
        add(u"Chart"_s, u"Walk through the days"_s, {u"Left"_s})->setLocal(true);
        m_filter->setWanted(typed);
        QCOMPARE(texts(), found);
    }

    void keywordsAreLookedForToo()
    {
        Command *command = add(u"View"_s, u"Stop comparing"_s);
        m_filter->setWanted(u"compare"_s);
        QCOMPARE(m_filter->rowCount(), 0);
        command->setKeywords(u"compare previous period"_s);
        QCOMPARE(m_filter->rowCount(), 1);
        m_filter->setWanted(u"previous compare"_s);
        QCOMPARE(m_filter->rowCount(), 1);
    }

    void runsOnlyWhatCanBeDone()
    {
        Command *command = add(u"Navigation"_s, u"Go back"_s);
        const QSignalSpy done(command, &Command::triggered);
        m_filter->run(0);
        m_filter->run(1);
        m_filter->run(-1);
        QCOMPARE(done.size(), 1);
        command->setEnabled(false);
        QCOMPARE(m_filter->rowCount(), 0);
        command->trigger();
        QCOMPARE(done.size(), 1);
    }

    void allKeysAreListedInTheirOrder()
    {
        add(u"Navigation"_s, u"Zoom"_s, {u"+"_s})->setLocal(true);
        add(u"Navigation"_s, u"No keys"_s);
        add(u"Navigation"_s, u"Back"_s, {u"Alt+Left"_s})->setEnabled(false);
        m_filter->setKeysOnly(true);
        m_filter->setWanted(u"back"_s);
        QCOMPARE(texts(), QStringList({u"Zoom"_s, u"Back"_s}));
    }

    void commandsComeAndGo()
    {
        Command *first = add(u"Channel"_s, u"Open Harbour"_s);
        Command *second = add(u"Channel"_s, u"Open Lights"_s);
        m_list->append(first); // is there
        QCOMPARE(texts(), QStringList({u"Open Harbour"_s, u"Open Lights"_s}));
        second->setText(u"Open Evening"_s);
        QCOMPARE(texts(), QStringList({u"Open Harbour"_s, u"Open Evening"_s}));
        delete first;
        QCOMPARE(texts(), QStringList{u"Open Evening"_s});
        m_list->remove(second);
        QCOMPARE(texts(), QStringList());
        m_list->remove(second);
    }
};

POSTWAVE_TEST(CommandsTest, QGuiApplication)
#include "commandstest.moc"
