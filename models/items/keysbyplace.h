// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/commandlistmodel.h"

#include <QPointer>
#include <QWindow>

class QKeyEvent;

namespace Postwave
{
/**
 * Finds the commands of letter keys where the keyboard has no Latin letters: by the place of the key, as a keyboard of
 * the United States names it. Qt finds them itself where one of several layouts has them.
 */
class KeysByPlace : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    /** A QWindow. */
    Q_PROPERTY(QObject *window READ window WRITE setWindow NOTIFY changed FINAL)
    Q_PROPERTY(Postwave::CommandListModel *commands MEMBER m_commands NOTIFY changed FINAL)
    Q_PROPERTY(bool listening MEMBER m_listening NOTIFY changed FINAL)
    /** Whether keys without Ctrl or Alt do anything. */
    Q_PROPERTY(bool bareKeys MEMBER m_bareKeys NOTIFY changed FINAL)

public:
    using QObject::QObject;

    QObject *window() const
    {
        return m_window;
    }
    void setWindow(QObject *object);

    bool eventFilter(QObject *watched, QEvent *event) override;

Q_SIGNALS:
    void changed();

private:
    Command *commandOf(const QKeyEvent &event) const;

    QPointer<QWindow> m_window;
    QPointer<CommandListModel> m_commands;
    bool m_listening = true;
    bool m_bareKeys = true;
};
}
