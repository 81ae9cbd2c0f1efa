// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace Postwave
{
/** What went wrong, what still works, and what can be done: the bar above the chart. */
class Notice : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(bool shown READ isShown NOTIFY changed FINAL)
    Q_PROPERTY(QString text READ text NOTIFY changed FINAL)
    Q_PROPERTY(QString stillWorks READ stillWorks NOTIFY changed FINAL)
    Q_PROPERTY(Action action READ action NOTIFY changed FINAL)

public:
    enum class Action { None, Retry, SignIn };
    Q_ENUM(Action)

    using QObject::QObject;

    bool isShown() const
    {
        return !m_text.isEmpty();
    }
    QString text() const
    {
        return m_text;
    }
    QString stillWorks() const
    {
        return m_stillWorks;
    }
    Action action() const
    {
        return m_action;
    }

    void set(const Error &error, const QString &stillWorks);
    Q_INVOKABLE void clear();

Q_SIGNALS:
    void changed();

private:
    QString m_text;
    QString m_stillWorks;
    Action m_action = Action::None;
};
}
