// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/keysbyplace.h"

#include <QGuiApplication>
#include <QInputMethodQueryEvent>
#include <QKeyEvent>

#include <string_view>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
/** The letters of one row of keys, and the scan code of its first one, as X11 and Wayland count. */
struct LetterRow {
    quint32 firstCode;
    std::string_view letters;
};
constexpr LetterRow kRows[] = {{24, "QWERTYUIOP"}, {38, "ASDFGHJKL"}, {52, "ZXCVBNM"}};

int letterAt(quint32 scanCode)
{
    for (const LetterRow &row : kRows) {
        if (scanCode >= row.firstCode && scanCode < row.firstCode + row.letters.size())
            return row.letters[scanCode - row.firstCode];
    }
    return 0;
}

/** A letter, but none that a command could be named by. */
bool isForeignLetter(int key)
{
    return key > 0x7F && key < Qt::Key_Escape;
}

bool takesText(QObject *focus)
{
    if (!focus)
        return false;
    QInputMethodQueryEvent query(Qt::ImEnabled);
    QCoreApplication::sendEvent(focus, &query);
    return query.value(Qt::ImEnabled).toBool();
}
}

void KeysByPlace::setWindow(QObject *object)
{
    auto *window = qobject_cast<QWindow *>(object);
    if (m_window == window)
        return;
    if (m_window)
        m_window->removeEventFilter(this);
    m_window = window;
    if (window)
        window->installEventFilter(this);
    Q_EMIT changed();
}

Command *KeysByPlace::commandOf(const QKeyEvent &event) const
{
    const int letter = letterAt(event.nativeScanCode());
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const bool isBare = !(modifiers & ~Qt::ShiftModifier);
    if (!m_commands || letter == 0 || !isForeignLetter(event.key()) || (isBare && !m_bareKeys))
        return nullptr;
    if (isBare && takesText(m_window->focusObject()))
        return nullptr;
    const QKeySequence pressed(QKeyCombination(modifiers, Qt::Key(letter)));
    for (int row = 0; row < m_commands->rowCount(); ++row) {
        auto *command = m_commands->index(row).data(CommandListModel::CommandRole).value<Command *>();
        if (command && command->isEnabled() && !command->isLocal()
            && command->sequences().contains(pressed.toString(QKeySequence::PortableText)))
            return command;
    }
    return nullptr;
}

bool KeysByPlace::eventFilter(QObject *watched, QEvent *event)
{
    // What is a shortcut by its letter never comes here as a key.
    if (event->type() != QEvent::KeyPress || !m_listening)
        return QObject::eventFilter(watched, event);
    Command *command = commandOf(*static_cast<QKeyEvent *>(event));
    if (!command)
        return QObject::eventFilter(watched, event);
    command->trigger();
    return true;
}
}
