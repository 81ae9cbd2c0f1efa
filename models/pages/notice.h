// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <array>
#include <optional>

namespace Postwave
{
/**
 * What went wrong, what still works, and what can be done: the bar above the chart. One message is shown; what else
 * there is to tell waits behind it.
 */
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

    /** What a message is about; what comes first is shown first. */
    enum class About {
        Store, ///< told until somebody closes it
        Source, ///< one that cannot be opened
        View,
        Channels,
        Clock, ///< of this computer, or of the source
    };

    using QObject::QObject;

    bool isShown() const
    {
        return shown() != nullptr;
    }
    QString text() const;
    QString stillWorks() const;
    Action action() const;

    /** Takes the place of an older message about the same. */
    void show(About about, const Error &error, const QString &stillWorks);
    /** The same for what is no error. */
    void tell(About about, const QString &text);
    /** There is nothing wrong with it any more. */
    void clear(About about);
    /** The same, if it was that the source could not be reached. */
    void clearConnectivity(About about);
    /** Closes what is shown; what waits behind it comes next. */
    Q_INVOKABLE void close();

    /** Whether the error says that the source was not reached at all. */
    static bool isConnectivity(const Error &error);

Q_SIGNALS:
    void changed();

private:
    struct Message {
        QString text;
        QString stillWorks;
        Action action = Action::None;
        bool isConnectivity = false;
    };

    const Message *shown() const;

    std::array<std::optional<Message>, 5> m_messages; ///< by what they are about
};
}
