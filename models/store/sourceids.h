// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sql/sqlconnection.h"

#include <optional>

namespace Postwave
{
/** The number that rows name a source by; nothing where there is none of it yet. */
std::optional<qint64> findSourceId(SqlConnection &connection, const QString &source);
/** The same, made if need be. */
qint64 makeSourceId(SqlConnection &connection, const QString &source);
}
