// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bench.h"

#include <QEventLoop>
#include <QQuickItem>
#include <QQuickWindow>

namespace Postwave::Bench
{
inline constexpr QSize kSize(1600, 900);

/** A shown window with one item that fills it. */
class ShownItem
{
public:
    explicit ShownItem(QQuickItem *item)
    {
        m_window.setGeometry({{0, 0}, kSize});
        item->setParentItem(m_window.contentItem());
        item->setSize(kSize);
        m_window.show();
        waitForFrame();
    }

    void waitForFrame()
    {
        QEventLoop loop;
        QObject::connect(&m_window, &QQuickWindow::frameSwapped, &loop, &QEventLoop::quit);
        m_window.update();
        loop.exec();
    }

    /** Milliseconds of the processor, in all threads, for a change and the frame that shows it. */
    double cpuOf(const std::function<void()> &change)
    {
        constexpr int kTimes = 10;
        const auto changes = [&] {
            for (int i = 0; i < kTimes; ++i) {
                change();
                waitForFrame();
            }
        };
        return cpuTimeOf(changes) / kTimes;
    }

private:
    QQuickWindow m_window;
};
}
