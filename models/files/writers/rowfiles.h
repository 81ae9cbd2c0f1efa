// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/channel.h"
#include "series/seriesview.h"

#include <QByteArray>

namespace Postwave
{
/** How a CSV file is written. */
struct CsvFormat {
    char16_t separator = u',';
    bool byteOrderMark = false;
};

/**
 * The rows of a view as CSV: UTF-8, RFC 4180, one row for every bucket in time order.
 * @param metrics which counters; their columns stand in the fixed order of the format
 */
QByteArray csvOf(const SeriesView &view, const QList<Metric> &metrics, CsvFormat format);

/** What a JSON file says about its rows. */
struct JsonFacts {
    QString source; ///< normalised server address or "demo"
    Channel channel;
};

/** The rows of a view as JSON, format 1: the CSV's keys in its order, with totals and definitions. */
QByteArray jsonOf(const SeriesView &view, const QList<Metric> &metrics, const JsonFacts &facts);

/** The list of a source as JSON, format 1. */
QByteArray channelsJson(const ChannelList &channels);

/** A JSON string with its quotes. */
QByteArray jsonString(const QString &text);

/** "complete", "partial", "unknown" or "future". */
QString stateName(BucketState state);
}
