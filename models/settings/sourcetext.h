// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/sourceinfo.h"

#include <optional>

namespace Postwave
{
/**
 * A source as one line of the settings: "1 analyticbot ADDRESS NAME [allow-http] [trust-clock]", where 1 is the
 * version.
 */
QString sourceText(const SourceInfo &source);

/** Nothing for lines of another version or of a kind that this program does not know. */
std::optional<SourceInfo> sourceFromText(const QString &line);

/** Version 0.1.0 knew servers alone and wrote "ADDRESS NAME [allow-http]". */
std::optional<SourceInfo> sourceFromText010(const QString &line);
}
