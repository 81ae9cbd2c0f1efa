// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scene.h"

namespace Postwave::Integration
{
/** Nothing, or what the CSV export of the view has wrong. */
QByteArray wrongCsv(Scene &scene, qint64 channel, const View &view, const Expected &expected,
                    const QStringList &extra = {});
/** The same of the JSON export. */
QByteArray wrongJson(Scene &scene, qint64 channel, const View &view, const Expected &expected,
                     const QStringList &extra = {});
/** The first lines that differ. */
QByteArray difference(const QByteArray &actual, const QByteArray &expected);
}

/* scene, channel, view, expected, and more arguments where there are some */
#define EXPECT_CSV(...)                                                                                                \
    do {                                                                                                               \
        const QByteArray wrong = wrongCsv(__VA_ARGS__);                                                                \
        QVERIFY2(wrong.isEmpty(), wrong.constData());                                                                  \
    } while (false)

#define EXPECT_JSON(...)                                                                                               \
    do {                                                                                                               \
        const QByteArray wrong = wrongJson(__VA_ARGS__);                                                               \
        QVERIFY2(wrong.isEmpty(), wrong.constData());                                                                  \
    } while (false)
