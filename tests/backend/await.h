// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoroTask>

#include <QEventLoop>
#include <QTimer>

#include <optional>

namespace Postwave
{
template<typename T>
QCoro::Task<> finish(QCoro::Task<T> *task, std::optional<T> *result, QEventLoop *loop)
{
    T value = co_await *task;
    *result = std::move(value);
    loop->quit();
}

/** Runs the event loop until a coroutine is done; ends the program when that takes too long. */
template<typename T>
std::optional<T> settled(QCoro::Task<T> task, int milliseconds = 20'000)
{
    std::optional<T> result;
    QEventLoop loop;
    const QCoro::Task<> running = finish(&task, &result, &loop);
    if (!result) {
        QTimer::singleShot(milliseconds, &loop, [] {
            qFatal("a coroutine did not end");
        });
        loop.exec();
    }
    return result;
}
}
