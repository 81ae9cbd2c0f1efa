// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "format/errortext.h"

#include <QCoreApplication>

namespace Postwave
{
namespace
{
/** The context of these sentences for translators. */
class Sentence
{
    Q_DECLARE_TR_FUNCTIONS(Error)
};
}

QString sentenceFor(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::Offline:
        return Sentence::tr("The server %1 cannot be reached. Check the address and the connection, or work offline.")
            .arg(error.argument);
    case Error::Kind::Timeout:
        return Sentence::tr("The server %1 did not answer in time. Try again, or work offline.").arg(error.argument);
    case Error::Kind::RefusedSignIn:
        return Sentence::tr("The server refused the sign-in. Check the e-mail and the password.");
    case Error::Kind::NoCredentials:
        return Sentence::tr("The server %1 wants a sign-in. Give --email with a password, or an access token.")
            .arg(error.argument);
    case Error::Kind::Forbidden:
        return Sentence::tr("This account may not see what was asked. Ask the owner of the server for access.");
    case Error::Kind::Redirected:
        return Sentence::tr(
                   "The server points to another address, %1, and was not followed there. Enter that address if you "
                   "trust it.")
            .arg(error.argument);
    case Error::Kind::Untrusted:
        return Sentence::tr(
                   "The identity of %1 could not be verified, so nothing was sent. Check the address and the "
                   "certificate of the server.")
            .arg(error.argument);
    case Error::Kind::NotFound:
        return Sentence::tr("The server %1 does not know this address. Check the address and its path.")
            .arg(error.argument);
    case Error::Kind::BadRequest:
        if (error.argument.isEmpty())
            return Sentence::tr("The server did not accept the request. Check what was entered.");
        return Sentence::tr("The server did not accept the request: %1. Check what was entered.").arg(error.argument);
    case Error::Kind::RateLimited:
        return Sentence::tr("The server asks us to wait %n s. Try again after that.", nullptr, int(error.waitSeconds));
    case Error::Kind::ServerFailed:
        return Sentence::tr(
                   "The server failed to answer (status %1). What was stored can still be read; try again later.")
            .arg(error.httpStatus);
    case Error::Kind::BadAnswer:
        return Sentence::tr(
            "The server's answer cannot be used, and nothing of it was stored. Check the address, or tell the "
            "owner of the server.");
    case Error::Kind::UnknownChannel:
        return Sentence::tr("Channel %1 is not in the list of this account. Run “postwave channels” to see the list.")
            .arg(error.argument);
    case Error::Kind::BadAddress:
        return Sentence::tr(
                   "“%1” is no address of a server. It looks like https://example.org, without user name, ? or #.")
            .arg(error.argument);
    case Error::Kind::PlainHttp:
        return Sentence::tr(
                   "%1 is not encrypted, so the password could be read on its way. Use https, or allow plain http for "
                   "this server (--allow-http).")
            .arg(error.argument);
    case Error::Kind::WrongUsage:
        return error.argument;
    case Error::Kind::StoreDamaged:
        return Sentence::tr("The store was damaged. It was moved aside unchanged as %1, and a new one was started.")
            .arg(error.argument);
    case Error::Kind::StoreForeign:
        return Sentence::tr("%1 is not a file of Postwave. It was left untouched; choose another data folder.")
            .arg(error.argument);
    case Error::Kind::StoreNewer:
        return Sentence::tr("%1 was written by a newer Postwave. It was left untouched; update Postwave.")
            .arg(error.argument);
    case Error::Kind::StoreBusy:
        return Sentence::tr("The store %1 is in use by another Postwave for long. Try again when it is done.")
            .arg(error.argument);
    case Error::Kind::StoreFull:
        return Sentence::tr("The disk that holds %1 is full. Free some space and try again.").arg(error.argument);
    case Error::Kind::StoreDriverMissing:
        return Sentence::tr(
            "Qt's driver for SQLite is missing. Install it: on Debian it is the package libqt6sql6-sqlite.");
    case Error::Kind::StoreFailed:
        return Sentence::tr("The store %1 cannot be used. Check the permissions of the data folder.")
            .arg(error.argument);
    case Error::Kind::FileFailed:
        return Sentence::tr("%1 cannot be written. Choose another place.").arg(error.argument);
    case Error::Kind::NothingStored:
        return Sentence::tr("Nothing of this view was ever stored. Ask for it online first.");
    case Error::Kind::Unsupported:
        return Sentence::tr("This source does not offer this data.");
    case Error::Kind::Cancelled:
        return Sentence::tr("Stopped on request.");
    case Error::Kind::ShuttingDown:
        return Sentence::tr("Postwave is closing; the work was not done.");
    }
    return {};
}
}
