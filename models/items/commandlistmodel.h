// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/command.h"

#include <QAbstractListModel>
#include <QList>
#include <QQmlListProperty>

namespace Postwave
{
/** Everything that can be done in the window, in the order of its lists. The commands belong to who made them. */
class CommandListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    Q_CLASSINFO("DefaultProperty", "commands")
    Q_PROPERTY(QQmlListProperty<Postwave::Command> commands READ commands CONSTANT FINAL)

public:
    enum Role {
        CommandRole = Qt::UserRole + 1, ///< the Command itself
        TextRole,
        GroupRole,
        KeywordsRole, ///< what else it may be looked for by
        KeyTextsRole, ///< list of texts
        EnabledRole,
        LocalRole,
    };
    Q_ENUM(Role)

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    QQmlListProperty<Command> commands();
    /** Puts one at the end, unless it is there. One that is destroyed goes by itself. */
    Q_INVOKABLE void append(Postwave::Command *command);
    Q_INVOKABLE void remove(Postwave::Command *command);

private:
    static void appendTo(QQmlListProperty<Command> *list, Command *command);
    static qsizetype countOf(QQmlListProperty<Command> *list);
    static Command *at(QQmlListProperty<Command> *list, qsizetype index);
    void takeOut(const QObject *command);

    QList<Command *> m_commands;
};
}
