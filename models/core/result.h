// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace Postwave
{
/** Why something failed. The kind decides what the user reads; detail is for the log alone. */
struct Error {
    enum class Kind {
        Offline, ///< no connection to the server, or the circuit breaker is open
        Timeout, ///< the server was silent, or too slow as a whole
        RefusedSignIn, ///< wrong e-mail or password, session over
        Suspended, ///< the password may be right, but the server has closed the account
        NoCredentials, ///< the server wants a sign-in, and there is nothing to sign in with
        Forbidden,
        Redirected, ///< the server points elsewhere; nothing is followed with a token in hand
        Untrusted, ///< TLS could not verify the server
        NotFound,
        BadRequest, ///< the server rejected what was sent (422)
        RateLimited, ///< waitSeconds says how long the server wants us to wait
        ServerFailed, ///< 5xx
        BadAnswer, ///< an answer that cannot be true or cannot be read
        UnknownChannel, ///< not in the user's list
        BadAddress, ///< what was entered is no server's address
        PlainHttp, ///< an unencrypted address beyond this computer, without consent
        WrongUsage, ///< argument is the whole sentence, translated
        StoreDamaged,
        StoreForeign, ///< a database, but not ours
        StoreNewer, ///< written by a newer Postwave
        DiskFull, ///< there is no room for the store, or for an output file
        StoreBusy, ///< another process kept it locked
        StoreLocksMissing, ///< the file system of the store knows no locks
        StoreDenied, ///< the store or its folder belongs to somebody else
        StoreReadOnly, ///< the store can be read, but not written
        StoreFolderIsFile, ///< a file lies where the store's folder should be
        StoreFileIsFolder, ///< a folder lies where the store's file should be
        StoreNotUpgradable, ///< of an older Postwave, and it cannot be written
        StoreVanished, ///< the file was deleted or moved while it was open, and a new one was started
        TooManyFiles, ///< this process, or the computer, may open no more files
        StoreDriverMissing, ///< Qt's driver for SQLite is a package of its own
        StoreFailed, ///< any other failure of the store
        OwnFolder, ///< an output file would lie among Postwave's own data
        FileFailed, ///< an output file or folder cannot be written
        Unsupported, ///< the source has nothing of that kind
        NothingStored, ///< offline, and nothing is known of what was asked
        Cancelled,
        ShuttingDown,
    };

    Kind kind = Kind::BadAnswer;
    QString detail = {}; ///< the server's or library's words; never shown unasked, never with secrets
    QString argument = {}; ///< what the sentence is about: a host, a path, a channel id
    qint64 waitSeconds = 0; ///< for RateLimited
    int httpStatus = 0; ///< 0 when no status line was read
};

/** A value, or the reason why there is none. */
template<typename T>
class [[nodiscard]] Result
{
public:
    Result(T value)
        : m_content(std::in_place_index<0>, std::move(value))
    {
    }
    Result(Error error)
        : m_content(std::in_place_index<1>, std::move(error))
    {
    }
    /** QPromise and QCoro 0.8 want a value to start from; it says that nothing was delivered. */
    Result()
        : m_content(std::in_place_index<1>, Error{Error::Kind::ShuttingDown, {}, {}, 0, 0})
    {
    }

    explicit operator bool() const
    {
        return m_content.index() == 0;
    }
    const T &operator*() const &
    {
        return std::get<0>(m_content);
    }
    T &operator*() &
    {
        return std::get<0>(m_content);
    }
    T &&operator*() &&
    {
        return std::get<0>(std::move(m_content));
    }
    const T *operator->() const
    {
        return &std::get<0>(m_content);
    }
    T *operator->()
    {
        return &std::get<0>(m_content);
    }
    const Error &error() const
    {
        return std::get<1>(m_content);
    }

private:
    std::variant<T, Error> m_content;
};

/** For calls that return nothing but may fail. */
struct Done {
};
}
