// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "profile.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace Postwave::StandIn
{
/** How one stand-in behaves; each field is a switch of the command line. */
struct Options {
    quint16 port = 0; ///< 0: any free one
    Profile profile = Profile::Dec23;
    QByteArray prefix; ///< `/api`, or empty: where a stripping proxy has mounted the application
    std::optional<qint64> now; ///< microseconds since the epoch; absent: the machine's time
    std::optional<double> clockRate;
    quint64 seed = 1;
    bool limitLoopback = false; ///< apply the login limit although everybody comes from loopback
    int rateLimit = 0; ///< post-dynamics requests in 60 s; 0: no limit
    int latencyMs = 0;
    QString worldFile;
    bool wideSums = false; ///< counters whose sums exceed 32 bits, answered instead of refused
    bool growth = false; ///< counters grow with the age of the post
    bool drillCache = false; ///< drill-downs are answered from a cache, as the real server does
    QString requestLog;
    int accessTtl = 0; ///< real seconds an access token lives; 0: 8 hours of the server's clock
    bool refreshFails = false;
    int processOffset = 0; ///< seconds that the server's own zone is ahead of UTC
    int sessionOffset = 0; ///< the same of its database's session
};

/** Options, or the sentence for the user in `error`. */
struct ParsedOptions {
    Options options;
    QString error;
    QString help; ///< filled when help was asked for
};

ParsedOptions optionsFromArguments(const QStringList &arguments);
}
