// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "posts/growth.h"

namespace Postwave
{
inline constexpr qint64 kHour = 3600;
inline constexpr qint64 kDay = 24 * kHour;

/** A post whose views were read at the hours given, each once. */
inline PostHistory postWith(qint64 id, qint64 published, QList<std::pair<double, qint64>> viewsAtHours)
{
    PostHistory history{.post = {.id = PostId(id), .published = published}};
    for (const auto &[hour, views] : viewsAtHours) {
        const auto at = published + qint64(hour * kHour);
        history.snapshots.append({at, at, {.views = views}});
    }
    return history;
}

inline WholePost wholeOf(const PostHistory &history)
{
    return {.history = history, .parts = {history.post.id}};
}

inline Growth viewsOf(const PostHistory &history, qint64 asOf,
                      const MaturityCurve &curve = MaturityCurve::typicalViews())
{
    return Growth::of(history, Growing::Views, asOf, curve);
}
}
