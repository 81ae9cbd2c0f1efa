// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QTest>

// The tests of a folder are linked into one program, for linking costs more than most of them take. Each still runs
// in a process of its own, which is told the name of the one class it is for: `charttests decimatetest`.
namespace Postwave::Testing
{

using Run = int (*)(int argc, char **argv);

/** Makes a test known to main(), under the name of its class in lower case. */
bool add(const char *className, Run run);

/** Stands in for an application where a test looks at values alone. */
struct NoApplication {
    NoApplication(int & /*argc*/, char ** /*argv*/)
    {
        // Nothing: the class takes what an application takes.
    }
};

template<typename Test, typename Application>
int run(int argc, char **argv)
{
    QTest::Internal::callInitMain<Test>();
    const Application application(argc, argv);
    // The same text metrics on every screen, as QTEST_MAIN has them.
    QCoreApplication::setAttribute(Qt::AA_Use96Dpi, true);
    Test test;
    return QTest::qExec(&test, argc, argv);
}

}

/** Takes the place of QTEST_MAIN; the second argument is the class of the application that the test runs in. */
#define POSTWAVE_TEST(Test, Application)                                                                               \
    [[maybe_unused]] static const bool is##Test##Known =                                                               \
        Postwave::Testing::add(#Test, &Postwave::Testing::run<Test, Application>);
