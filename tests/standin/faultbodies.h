// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "httpmessage.h"

namespace Postwave::StandIn
{
/** A list of points of @p megabytes MiB, never held in memory; packed it is some thousand times smaller. */
Response hugeBody(qint64 megabytes, bool gzip);

/** Arrays in arrays, @p depth deep. */
QByteArray nestedBody(qint64 depth);

/** Bytes that are no JSON and no UTF-8, the same every time. */
QByteArray garbageBody(qint64 bytes);

/** The page of a proxy whose server does not answer. */
QByteArray proxyPage(int status);
}
