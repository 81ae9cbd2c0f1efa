// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/bucket.h"
#include "store/sql/sqlstatement.h"

namespace Postwave
{
/**
 * The columns of a bucket's counters as they stand in a list of SQL: "views, likes, …", in the
 * order of kMetrics. Only the steps of the schema name them themselves, for those never change.
 */
const QString &counterColumns();

/** The counters of a row whose columns from @p first on are counterColumns(). */
Counters countersAt(const SqlRows &rows, int first);
}
