// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoroTask>

#include <QTest>

#include <optional>

namespace Postwave
{
template<typename T>
QCoro::Task<> store(QCoro::Task<T> *task, std::optional<T> *result)
{
    *result = co_await *task;
}

/** Runs the event loop until a coroutine is done; nothing when that takes too long. */
template<typename T>
std::optional<T> settled(QCoro::Task<T> task, int milliseconds = 20'000)
{
    std::optional<T> result;
    const QCoro::Task<> running = store(&task, &result);
    const bool done = QTest::qWaitFor(
        [&] {
            return result.has_value();
        },
        milliseconds);
    if (!done)
        qFatal("a coroutine did not end");
    return result;
}
}
