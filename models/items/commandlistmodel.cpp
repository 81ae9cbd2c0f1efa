// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/commandlistmodel.h"

#include <algorithm>

namespace Postwave
{
int CommandListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_commands.size());
}

QVariant CommandListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    Command *command = m_commands[index.row()];
    switch (role) {
    case CommandRole:
        return QVariant::fromValue(command);
    case Qt::DisplayRole:
    case TextRole:
        return command->text();
    case GroupRole:
        return command->group();
    case KeywordsRole:
        return command->keywords();
    case KeyTextsRole:
        return command->keyTexts();
    case EnabledRole:
        return command->isEnabled();
    case LocalRole:
        return command->isLocal();
    default:
        return {};
    }
}

QHash<int, QByteArray> CommandListModel::roleNames() const
{
    // Not "text" and "enabled", which delegates have themselves.
    return {{CommandRole, "command"}, {TextRole, "name"}, {GroupRole, "group"}, {KeyTextsRole, "keyTexts"}};
}

QQmlListProperty<Command> CommandListModel::commands()
{
    return {this, nullptr, &CommandListModel::appendTo, &CommandListModel::countOf, &CommandListModel::at, nullptr};
}

void CommandListModel::append(Command *command)
{
    if (!command || m_commands.contains(command))
        return;
    beginInsertRows({}, rowCount(), rowCount());
    m_commands.append(command);
    endInsertRows();
    connect(command, &Command::changed, this, [this, command] {
        const QModelIndex changed = index(int(m_commands.indexOf(command)));
        Q_EMIT dataChanged(changed, changed);
    });
    connect(command, &QObject::destroyed, this, &CommandListModel::takeOut);
}

void CommandListModel::remove(Command *command)
{
    if (!command)
        return;
    disconnect(command, nullptr, this, nullptr);
    takeOut(command);
}

/** It may be half destroyed: only its address is used. */
void CommandListModel::takeOut(const QObject *command)
{
    const auto found = std::ranges::find(std::as_const(m_commands), command);
    if (found == m_commands.cend())
        return;
    const int row = int(found - m_commands.cbegin());
    beginRemoveRows({}, row, row);
    m_commands.removeAt(row);
    endRemoveRows();
}

void CommandListModel::appendTo(QQmlListProperty<Command> *list, Command *command)
{
    static_cast<CommandListModel *>(list->object)->append(command);
}

qsizetype CommandListModel::countOf(QQmlListProperty<Command> *list)
{
    return static_cast<CommandListModel *>(list->object)->m_commands.size();
}

Command *CommandListModel::at(QQmlListProperty<Command> *list, qsizetype index)
{
    return static_cast<CommandListModel *>(list->object)->m_commands.value(index);
}
}
