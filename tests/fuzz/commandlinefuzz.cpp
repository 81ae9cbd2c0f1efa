// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"
#include "core/knowntimes.h"

using namespace Postwave;

/** One argument a line: understood, or refused with a sentence. */
extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, size_t size)
{
    const QString text = QString::fromUtf8(reinterpret_cast<const char *>(data), qsizetype(size));
    const Result<CommandLine> line = readCommandLine(text.split(QChar::LineFeed));
    if (!line && line.error().argument.isEmpty())
        qFatal("refused without a word");
    if (line && line->asOf && !kKnownTimes.contains(*line->asOf))
        qFatal("as of no time");
    return 0;
}
