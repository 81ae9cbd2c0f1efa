// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/notice.h"
#include "format/errortext.h"

namespace Postwave
{
namespace
{
Notice::Action actionFor(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::RefusedSignIn:
    case Error::Kind::NoCredentials:
        return Notice::Action::SignIn;
    case Error::Kind::StoreForeign:
    case Error::Kind::StoreNewer:
    case Error::Kind::StoreDamaged:
    case Error::Kind::StoreVanished:
    case Error::Kind::StoreDriverMissing:
    case Error::Kind::UnknownChannel:
    case Error::Kind::Suspended:
    case Error::Kind::BadAddress:
        return Notice::Action::None;
    default:
        return Notice::Action::Retry;
    }
}

/** The sentences of the command line, where they name its options, in words that fit a window. */
QString sentenceInWindow(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::NoCredentials:
        return Notice::tr("Sign in to %1 to update.").arg(error.argument);
    case Error::Kind::RefusedSignIn:
        return Notice::tr("You were signed out: the server no longer accepts your session.");
    case Error::Kind::UnknownChannel:
        return Notice::tr("This channel is no longer in your account, so the server’s empty response was ignored.");
    default:
        return sentenceFor(error);
    }
}
}

const Notice::Message *Notice::shown() const
{
    for (const std::optional<Message> &message : m_messages) {
        if (message)
            return &*message;
    }
    return nullptr;
}

QString Notice::text() const
{
    const Message *message = shown();
    return message ? message->text : QString();
}

QString Notice::stillWorks() const
{
    const Message *message = shown();
    return message ? message->stillWorks : QString();
}

Notice::Action Notice::action() const
{
    const Message *message = shown();
    return message ? message->action : Action::None;
}

bool Notice::isConnectivity(const Error &error)
{
    return error.kind == Error::Kind::Offline || error.kind == Error::Kind::Timeout
        || error.kind == Error::Kind::Untrusted;
}

void Notice::show(About about, const Error &error, const QString &stillWorks)
{
    m_messages[size_t(about)] = {.text = sentenceInWindow(error),
                                 .stillWorks = stillWorks,
                                 .action = actionFor(error.kind),
                                 .isConnectivity = isConnectivity(error)};
    Q_EMIT changed();
}

void Notice::tell(About about, const QString &text)
{
    m_messages[size_t(about)] = Message{.text = text, .stillWorks = {}};
    Q_EMIT changed();
}

void Notice::clear(About about)
{
    std::optional<Message> &message = m_messages[size_t(about)];
    if (!message)
        return;
    message.reset();
    Q_EMIT changed();
}

void Notice::clearConnectivity(About about)
{
    const std::optional<Message> &message = m_messages[size_t(about)];
    if (message && message->isConnectivity)
        clear(about);
}

void Notice::close()
{
    for (std::optional<Message> &message : m_messages) {
        if (!message)
            continue;
        message.reset();
        Q_EMIT changed();
        return;
    }
}
}
