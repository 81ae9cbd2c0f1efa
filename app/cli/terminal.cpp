// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/terminal.h"

#include <QCoreApplication>

#include <cstdio>

namespace Postwave
{
bool print(const QByteArray &text)
{
    return std::fwrite(text.constData(), 1, size_t(text.size()), stdout) == size_t(text.size())
        && std::fflush(stdout) == 0;
}

QString printFailure()
{
    return QCoreApplication::translate("CommandLine", "Cannot write to standard output. Its disk may be full.");
}
}
