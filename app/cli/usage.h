// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QString>

namespace Postwave::Usage
{
/** The context of the texts of the command line for translators. */
class Words
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

/** Thrown while a command line is read; readCommandLine() makes it a Result. */
struct Problem {
    QString text;
};

[[noreturn]] inline void refuse(const QString &text)
{
    throw Problem{text};
}
}
