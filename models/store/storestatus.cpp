// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/maintenance.h"

#include "store/storeversion.h"

#include <QFileInfo>
#include <QVariant>

using namespace Qt::StringLiterals;

namespace Postwave
{
StoreStatus readStatus(SqlConnection &connection)
{
    const auto number = [&](const QString &sql) {
        return connection.value(sql).toLongLong();
    };
    StoreStatus status;
    status.path = connection.path();
    for (const QString &suffix : {u""_s, u"-wal"_s, u"-shm"_s})
        status.bytes += QFileInfo(status.path + suffix).size();
    status.schemaVersion = StoreVersion::fromUserVersion(qint32(number(u"PRAGMA user_version"_s))).schema;
    status.sources = number(u"SELECT count(*) FROM source"_s);
    status.channels = number(u"SELECT count(*) FROM channel"_s);
    status.observations = number(u"SELECT count(*) FROM observation"_s);
    status.buckets = number(u"SELECT count(*) FROM bucket"_s);
    status.versions = number(u"SELECT count(*) FROM bucket_version"_s);
    status.posts = number(u"SELECT count(*) FROM post"_s);
    status.snapshots = number(u"SELECT count(*) FROM post_snapshot"_s);
    status.lastObservedAt = number(
        u"SELECT max(at) FROM (SELECT max(observed_at) AS at FROM observation"
        " UNION ALL SELECT max(observed_at) FROM post_reading)"_s);
    return status;
}
}
