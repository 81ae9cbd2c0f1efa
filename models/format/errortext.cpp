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
        return Sentence::tr("%1 cannot be reached. Check the address and your connection, or work offline.")
            .arg(error.argument);
    case Error::Kind::Timeout:
        return Sentence::tr("%1 did not answer in time. Try again, or work offline.").arg(error.argument);
    case Error::Kind::RefusedSignIn:
        return Sentence::tr("The server refused the sign-in. Check the e-mail and password.");
    case Error::Kind::Suspended:
        return Sentence::tr(
            "Your account on this server is suspended or closed. Saved data still works; ask the server’s "
            "administrator for access.");
    case Error::Kind::NoCredentials:
        return Sentence::tr("Sign in to %1: use --email with a password, or POSTWAVE_TOKEN.").arg(error.argument);
    case Error::Kind::Forbidden:
        return Sentence::tr("Your account has no access to this. Ask the server’s administrator for access.");
    case Error::Kind::Redirected:
        return Sentence::tr(
                   "The server redirects to %1; the redirect was not followed. Use that address if you trust it.")
            .arg(error.argument);
    case Error::Kind::Untrusted:
        return Sentence::tr(
                   "The identity of %1 could not be verified, so nothing was sent. Check the address and the server’s "
                   "certificate.")
            .arg(error.argument);
    case Error::Kind::NotFound:
        return Sentence::tr("%1 has nothing at this address. Check the address and its path.").arg(error.argument);
    case Error::Kind::BadRequest:
        if (error.argument.isEmpty())
            return Sentence::tr("The server did not accept the request. Check what was entered.");
        return Sentence::tr("The server did not accept the request: %1. Check what was entered.").arg(error.argument);
    case Error::Kind::RateLimited:
        return Sentence::tr("The server is limiting requests. Try again in %n s.", nullptr, int(error.waitSeconds));
    case Error::Kind::ServerFailed:
        return Sentence::tr("The server reported an error (status %1). Saved data still works; try again later.")
            .arg(error.httpStatus);
    case Error::Kind::BadAnswer:
        return Sentence::tr(
            "The server sent an invalid response, so nothing was saved. Check the address, or tell the server’s "
            "administrator.");
    case Error::Kind::UnknownChannel:
        return Sentence::tr("Channel %1 is not in the channel list. Run “postwave channels” to see the list.")
            .arg(error.argument);
    case Error::Kind::BadAddress:
        return Sentence::tr(
                   "“%1” is not a server address. Use one like https://example.org, without a user name, ? or #.")
            .arg(error.argument);
    case Error::Kind::PlainHttp:
        return Sentence::tr(
                   "The connection to %1 is not encrypted, so your password could be read in transit. Use HTTPS, or "
                   "allow plain HTTP for this server (--allow-http).")
            .arg(error.argument);
    case Error::Kind::WrongUsage:
        return error.argument;
    case Error::Kind::StoreDamaged:
        return Sentence::tr("The store was damaged. It was moved to %1 unchanged, and a new one was created.")
            .arg(error.argument);
    case Error::Kind::StoreForeign:
        return Sentence::tr("%1 is not a Postwave file. It was left untouched; choose another data folder.")
            .arg(error.argument);
    case Error::Kind::StoreNewer:
        return Sentence::tr("%1 was written by a newer version of Postwave. It was left untouched; update Postwave.")
            .arg(error.argument);
    case Error::Kind::StoreBusy:
        return Sentence::tr("Another Postwave process has locked the store %1. Try again when it is done.")
            .arg(error.argument);
    case Error::Kind::DiskFull:
        return Sentence::tr("The disk that holds %1 is full. Free some space and try again.").arg(error.argument);
    case Error::Kind::StoreDriverMissing:
        return Sentence::tr("Qt’s SQLite driver is missing. On Debian, install the package libqt6sql6-sqlite.");
    case Error::Kind::StoreLocksMissing:
        return Sentence::tr(
                   "The file system that holds %1 does not support file locks, which the store needs. Use a data "
                   "folder on a local disk (--data-dir).")
            .arg(error.argument);
    case Error::Kind::StoreDenied:
        return Sentence::tr(
                   "You do not have permission to open %1. Fix the permissions of the file and its folder, or use "
                   "another data folder (--data-dir).")
            .arg(error.argument);
    case Error::Kind::StoreReadOnly:
        return Sentence::tr(
                   "%1 cannot be written, so nothing new can be saved. Anything already saved still works offline. To "
                   "download, make it writable or use another data folder (--data-dir).")
            .arg(error.argument);
    case Error::Kind::StoreFolderIsFile:
        return Sentence::tr(
                   "%1 is a file, but Postwave needs a folder there. Move the file, or use another data folder "
                   "(--data-dir).")
            .arg(error.argument);
    case Error::Kind::StoreFileIsFolder:
        return Sentence::tr(
                   "%1 is a folder, but Postwave needs a file there. Move the folder, or use another data folder "
                   "(--data-dir).")
            .arg(error.argument);
    case Error::Kind::StoreNotUpgradable:
        return Sentence::tr(
                   "%1 was written by an older version of Postwave and is read-only, so it cannot be upgraded. Make it "
                   "writable, or use a writable copy in another data folder (--data-dir).")
            .arg(error.argument);
    case Error::Kind::StoreVanished:
        return Sentence::tr(
            "The store was deleted or moved while Postwave was running, so a new one was created. Data is downloaded "
            "again as you need it.");
    case Error::Kind::TooManyFiles:
        return Sentence::tr(
                   "%1 cannot be opened because too many files are open. Close other programs, or raise the limit "
                   "(ulimit -n).")
            .arg(error.argument);
    case Error::Kind::StoreFailed:
        return Sentence::tr(
                   "Something went wrong with the store %1. Try again, or run “postwave store verify” to check it.")
            .arg(error.argument);
    case Error::Kind::OwnFolder:
        return Sentence::tr("%1 is in the folder that Postwave keeps its own data in. Choose another location.")
            .arg(error.argument);
    case Error::Kind::FileFailed:
        return Sentence::tr("%1 cannot be written. Choose another location.").arg(error.argument);
    case Error::Kind::NothingStored:
        return Sentence::tr("There is no saved data for this view. Go online to download it.");
    case Error::Kind::Unsupported:
        return Sentence::tr("This source does not offer this data.");
    case Error::Kind::Cancelled:
        return Sentence::tr("Cancelled.");
    case Error::Kind::ShuttingDown:
        return Sentence::tr("Postwave closed before this was finished.");
    }
    return {};
}
}
