// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/commandfiltermodel.h"

#include "items/commandlistmodel.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Postwave
{
CommandFilterModel::CommandFilterModel(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    sort(0);
}

void CommandFilterModel::setWanted(const QString &wanted)
{
    const QString simple = wanted.simplified();
    if (simple == m_wanted)
        return;
    m_wanted = simple;
    invalidate();
    Q_EMIT wantedChanged();
}

void CommandFilterModel::setKeysOnly(bool keysOnly)
{
    if (keysOnly == m_keysOnly)
        return;
    m_keysOnly = keysOnly;
    invalidate();
    Q_EMIT keysOnlyChanged();
}

void CommandFilterModel::run(int row)
{
    if (auto *command = index(row, 0).data(CommandListModel::CommandRole).value<Command *>())
        command->trigger();
}

bool CommandFilterModel::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex command = sourceModel()->index(row, 0, parent);
    if (m_keysOnly)
        return !command.data(CommandListModel::KeyTextsRole).toStringList().isEmpty();
    if (!command.data(CommandListModel::EnabledRole).toBool() || command.data(CommandListModel::LocalRole).toBool())
        return false;
    const QString words = command.data(CommandListModel::TextRole).toString() + u' '
        + command.data(CommandListModel::GroupRole).toString() + u' '
        + command.data(CommandListModel::KeywordsRole).toString();
    const QStringList parts = m_wanted.split(u' ', Qt::SkipEmptyParts);
    return std::ranges::all_of(parts, [&words](const QString &part) {
        return words.contains(part, Qt::CaseInsensitive);
    });
}

/** 0 where the text begins with what was typed, 1 where a word of it does, 2 elsewhere. */
int CommandFilterModel::distanceOf(const QModelIndex &index) const
{
    const QString text = index.data(CommandListModel::TextRole).toString();
    if (text.startsWith(m_wanted, Qt::CaseInsensitive))
        return 0;
    return text.contains(QString(u' ' + m_wanted), Qt::CaseInsensitive) ? 1 : 2;
}

bool CommandFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const int first = m_keysOnly ? 0 : distanceOf(left);
    const int second = m_keysOnly ? 0 : distanceOf(right);
    return first != second ? first < second : left.row() < right.row();
}
}
