// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/latesttask.h"
#include "testcase.h"

#include <QTest>

#include <memory>

using namespace Postwave;

class LatestTaskTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onlyTheNewestIsCurrent()
    {
        LatestTask task;
        const LatestTask::Ticket first = task.start();
        QVERIFY(first.isCurrent());
        const LatestTask::Ticket second = task.start();
        QVERIFY(!first.isCurrent());
        QVERIFY(first.stopToken().stop_requested());
        QVERIFY(second.isCurrent());
        QVERIFY(!second.stopToken().stop_requested());
    }

    void whatIsCancelledIsNotCurrent()
    {
        LatestTask task;
        const LatestTask::Ticket ticket = task.start();
        task.cancel();
        QVERIFY(!ticket.isCurrent());
        QVERIFY(task.start().isCurrent());
        QVERIFY(!ticket.isCurrent());
    }

    void aTicketOutlivesItsTask()
    {
        auto task = std::make_unique<LatestTask>();
        const LatestTask::Ticket ticket = task->start();
        task.reset();
        QVERIFY(!ticket.isCurrent());
    }
};

POSTWAVE_TEST(LatestTaskTest, Postwave::Testing::NoApplication)
#include "latesttasktest.moc"
