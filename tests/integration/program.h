// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QProcess>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>

namespace Postwave::Integration
{
/** What a run of the program left behind. */
struct Ran {
    int exitCode = -1;
    bool crashed = true; ///< ended by a signal, or had to be killed
    QByteArray out;
    QByteArray err;
    qint64 milliseconds = 0;
};

/** For QVERIFY2: everything about the run. */
QByteArray describe(const Ran &ran);

/** How the program is started; its environment holds nothing but what is said here. */
struct Start {
    QStringList arguments;
    QMap<QString, QString> environment; ///< on top of the least that a program needs
    QByteArray input;
    /** A line for sh that starts the program, which is "$0", with the arguments, which are "$@". */
    QString shell = {};
};

/** The built program, in a process of its own. The caller's event loop runs on, so a stand-in can answer. */
class Program
{
public:
    explicit Program(const Start &start);
    ~Program();

    /** Waits for the end; after two minutes it is killed, which counts as a crash. */
    Ran finish();
    /** SIGKILL, as soon as `due` says so; false if the program came to its end before. */
    bool killWhen(const std::function<bool()> &due);

private:
    QProcess m_process;
};

Ran run(const Start &start);
}
