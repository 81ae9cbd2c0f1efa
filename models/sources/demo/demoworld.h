// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/channel.h"
#include "core/observation.h"
#include "core/result.h"

#include <QByteArray>

namespace Postwave
{
/** How one invented channel behaves; read from the demo recipe. */
struct DemoRecipe {
    Channel channel;
    quint64 seed = 0;
    int historyDays = 0; ///< how far back it goes
    double postsPerDay = 0;
    double typicalViews = 0; ///< of a grown-up post
    double spread = 0; ///< of the logarithm of views
    double fastHalfLife = 1; ///< hours until half of the quick views are made
    double slowHalfLife = 1;
    double fastShare = 0; ///< 0–1, share of the quick views
    double reactionRate = 0; ///< per view, likewise the others
    double forwardRate = 0;
    double commentRate = 0;
    int albumEvery = 0; ///< every n-th post on average is an album; 0 = never; likewise the others
    int albumParts = 0;
    int viralEvery = 0;
    int quietDayEvery = 0;
    int adEvery = 0;
    int deletedEvery = 0;
    int serviceEveryDays = 0;
    int firstHour = 0; ///< UTC, of the hours in which it posts
    int lastHour = 23;
    QString text;
};

Result<QList<DemoRecipe>> readDemoRecipes(const QByteArray &json);

/** One invented post as it stands at some time. A part of an album is a post of its own, as on the server. */
struct DemoPost {
    PostId id = {};
    qint64 published = 0;
    qint64 views = 0;
    qint64 reactions = 0;
    qint64 forwards = 0;
    qint64 replies = 0;
    qint64 comments = 0;
    QString text = {};
};

/**
 * The posts of a channel published in @p window, as they stand at @p now: a pure function of the
 * recipe's seed and of absolute time. Posts grow with age and some are deleted later. @p now is
 * cut to the whole UTC hour, so that nothing changes within one.
 */
QList<DemoPost> demoPosts(const DemoRecipe &recipe, TimeWindow window, qint64 now);
}
