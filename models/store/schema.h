// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "store/sql/sqlconnection.h"

namespace Postwave
{
/** What became of a store's schema when it was opened. */
enum class SchemaOutcome {
    Current, ///< or newer, but made so that this program can work with it; untouched
    Upgraded,
    OlderThanApp, ///< of inspectSchema() alone: it would have to be upgraded first
    NewerThanApp, ///< made so that this program would misread it; untouched
    Failed, ///< our file, but its tables are not; untouched
};

/** The schema version that this program writes. */
int newestSchemaVersion();

/** Brings the schema up to date: one transaction a step, so that a failed step leaves the old one. */
SchemaOutcome upgradeSchema(SqlConnection &connection);

/** Says what the schema is, and changes nothing. */
SchemaOutcome inspectSchema(SqlConnection &connection);
}
