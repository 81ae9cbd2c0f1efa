// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "navigation/location.h"

#include <QString>

namespace Postwave
{
/**
 * The one text form of a location, for settings, saved views, links and exports:
 * `postwave:channel/1001234567890?source=https://bot.example.org&view=90d/2025-11-21&metrics=views,likes`, and
 * where they are not as usual `compare`, `zone`, `scale`, `zoom`, `selected`, `sort`, `channels_sort`. What one
 * program writes every later one reads.
 */
QString locationText(const Location &location);

/**
 * The location of such a text, or of one as version 0.1.0 wrote it. Items with other names are passed over, so that
 * what a later version adds does not lock this one out; a known item with a value that means nothing here does.
 * Nothing for any other text, nor for times before 2000, after 2200, or more buckets than anybody looks at.
 */
std::optional<Location> locationFromText(const QString &text);
}
