// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"

#include <QElapsedTimer>
#include <QEventLoop>
#include <QTest>

using namespace Qt::StringLiterals;

namespace Postwave::Integration
{
namespace
{
constexpr int kLongestRun = 120'000;

QProcessEnvironment environmentOf(const QMap<QString, QString> &extra)
{
    QProcessEnvironment environment;
    const QProcessEnvironment own = QProcessEnvironment::systemEnvironment();
    for (const QString &name : {u"PATH"_s, u"ASAN_OPTIONS"_s, u"UBSAN_OPTIONS"_s, u"LD_LIBRARY_PATH"_s}) {
        if (own.contains(name))
            environment.insert(name, own.value(name));
    }
    for (const auto &[name, value] : extra.asKeyValueRange())
        environment.insert(name, value);
    return environment;
}
}

QByteArray describe(const Ran &ran)
{
    return "exit " + QByteArray::number(ran.exitCode) + (ran.crashed ? ", crashed" : "") + " after "
        + QByteArray::number(ran.milliseconds) + " ms\nstdout: " + ran.out.left(2000)
        + "\nstderr: " + ran.err.left(4000);
}

Program::Program(const Start &start)
{
    const QString program = QStringLiteral(POSTWAVE_PROGRAM);
    m_process.setProgram(start.shell.isEmpty() ? program : u"/bin/sh"_s);
    m_process.setArguments((start.shell.isEmpty() ? QStringList() : QStringList{u"-c"_s, start.shell, program})
                           + start.arguments);
    m_process.setProcessEnvironment(environmentOf(start.environment));
    m_process.start();
    m_process.write(start.input);
    m_process.closeWriteChannel();
}

Program::~Program() = default;

Ran Program::finish()
{
    Ran ran;
    QElapsedTimer taken;
    taken.start();
    const bool ended = QTest::qWaitFor(
        [this] {
            return m_process.state() == QProcess::NotRunning;
        },
        kLongestRun);
    if (!ended)
        m_process.kill();
    m_process.waitForFinished(5000);
    ran.milliseconds = taken.elapsed();
    ran.out = m_process.readAllStandardOutput();
    ran.err = m_process.readAllStandardError();
    ran.crashed = !ended || m_process.exitStatus() != QProcess::NormalExit;
    ran.exitCode = m_process.exitCode();
    return ran;
}

bool Program::killWhen(const std::function<bool()> &due)
{
    const bool reached = QTest::qWaitFor(
        [this, &due] {
            return m_process.state() == QProcess::NotRunning || due();
        },
        kLongestRun);
    const bool alive = reached && m_process.state() != QProcess::NotRunning;
    m_process.kill();
    m_process.waitForFinished(5000);
    return alive && m_process.exitStatus() == QProcess::CrashExit;
}

Ran run(const Start &start)
{
    return Program(start).finish();
}
}
