// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/post.h"
#include "store/sql/sqlstatement.h"

#include <QStringList>

namespace Postwave
{
/** The columns of a run as they stand in a list of SQL: observed_at, seen_until, and its counters with their grain. */
const QStringList &runColumns();
/** The run of a row whose columns from @p first on are runColumns(). */
PostSnapshot runAt(const SqlRows &rows, int first);
/** @param places in the order of runColumns() */
void bindRun(SqlStatement &statement, const QStringList &places, const PostSnapshot &run);

/** The columns of what a post is, from its time to its link. */
const QStringList &postColumns();
/** The post of a row whose columns from @p first on are postColumns(). */
Post postAt(const SqlRows &rows, PostId id, int first);
/** @param places in the order of postColumns() */
void bindPost(SqlStatement &statement, const QStringList &places, const Post &post);
}
