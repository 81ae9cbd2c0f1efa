// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/command.h"

#include <utility>

namespace Postwave
{
namespace
{
constexpr qsizetype kShownKeys = 2;

/** As it stands on a keyboard. */
QString printed(const QKeySequence &sequence)
{
    switch (sequence[0].toCombined()) {
    case Qt::Key_Left:
        return QStringLiteral("←");
    case Qt::Key_Right:
        return QStringLiteral("→");
    case Qt::Key_Up:
        return QStringLiteral("↑");
    case Qt::Key_Down:
        return QStringLiteral("↓");
    default:
        return sequence.toString(QKeySequence::NativeText);
    }
}
}

void Command::setGroup(const QString &group)
{
    if (std::exchange(m_group, group) != group)
        Q_EMIT changed();
}

void Command::setText(const QString &text)
{
    if (std::exchange(m_text, text) != text)
        Q_EMIT changed();
}

void Command::setKeywords(const QString &keywords)
{
    if (std::exchange(m_keywords, keywords) != keywords)
        Q_EMIT changed();
}

void Command::setKeys(const QVariantList &keys)
{
    if (std::exchange(m_keys, keys) == keys)
        return;
    m_sequences.clear();
    for (const QVariant &key : keys) {
        if (key.typeId() == QMetaType::QString)
            m_sequences.append(QKeySequence(key.toString(), QKeySequence::PortableText));
        else
            m_sequences += QKeySequence::keyBindings(QKeySequence::StandardKey(key.toInt()));
    }
    Q_EMIT changed();
}

QVariantList Command::sequences() const
{
    QVariantList texts;
    for (const QKeySequence &sequence : m_sequences)
        texts.append(sequence.toString(QKeySequence::PortableText));
    return texts;
}

QVariantList Command::chords() const
{
    QVariantList texts;
    for (const QKeySequence &sequence : m_sequences) {
        const QKeyCombination first = sequence.isEmpty() ? QKeyCombination() : sequence[0];
        const bool types = first.key() < Qt::Key_Escape && !(first.keyboardModifiers() & ~Qt::ShiftModifier);
        if (!types)
            texts.append(sequence.toString(QKeySequence::PortableText));
    }
    return texts;
}

QStringList Command::keyTexts() const
{
    QStringList texts;
    for (const QKeySequence &sequence : m_sequences) {
        if (texts.size() < kShownKeys)
            texts.append(printed(sequence));
    }
    return texts;
}

void Command::setEnabled(bool enabled)
{
    if (std::exchange(m_enabled, enabled) != enabled)
        Q_EMIT changed();
}

void Command::setLocal(bool local)
{
    if (std::exchange(m_local, local) != local)
        Q_EMIT changed();
}

void Command::trigger()
{
    if (m_enabled && !m_local)
        Q_EMIT triggered();
}
}
