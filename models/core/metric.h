// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <optional>

namespace Postwave
{
/** A counter of a bucket. The names in files and in the API are those of metricName(). */
enum class Metric : quint8 { Views, Likes, Shares, Comments, Replies, PostCount };

inline constexpr std::array kMetrics = {Metric::Views,    Metric::Likes,   Metric::Shares,
                                        Metric::Comments, Metric::Replies, Metric::PostCount};

/** "views", "likes", "shares", "comments", "replies" or "post_count". */
QString metricName(Metric metric);
std::optional<Metric> metricFromName(const QString &name);
}
