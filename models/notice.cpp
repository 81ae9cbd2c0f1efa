// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/notice.h"

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
    case Error::Kind::StoreDriverMissing:
    case Error::Kind::UnknownChannel:
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
        return Notice::tr("The server %1 wants a sign-in for this.").arg(error.argument);
    case Error::Kind::RefusedSignIn:
        return Notice::tr("The server refused the sign-in, or the session is over.");
    case Error::Kind::UnknownChannel:
        return Notice::tr(
            "The server does not list this channel for your account any more, so its answer was not believed.");
    default:
        return sentenceFor(error);
    }
}
}

void Notice::set(const Error &error, const QString &stillWorks)
{
    m_text = sentenceInWindow(error);
    m_stillWorks = stillWorks;
    m_action = actionFor(error.kind);
    Q_EMIT changed();
}

void Notice::clear()
{
    if (m_text.isEmpty())
        return;
    m_text.clear();
    m_stillWorks.clear();
    m_action = Action::None;
    Q_EMIT changed();
}
}
