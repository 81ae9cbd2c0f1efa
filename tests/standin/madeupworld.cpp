// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "madeupworld.h"

#include "timeforms.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Postwave::StandIn
{
namespace
{
constexpr qint64 kDaysAhead = 45;
constexpr qint64 kFirstDay = 19'358; // 1 January 2023: message ids count from here
constexpr qint64 kIdsPerDay = 64;

/** Numbers that look random and are the same on every machine (the splitmix64 sequence). */
class Dice
{
public:
    explicit Dice(quint64 seed)
        : m_state(seed)
    {
    }
    /** 0 … @p sides − 1 */
    qint64 roll(qint64 sides)
    {
        m_state += 0x9e3779b97f4a7c15u;
        quint64 z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
        return qint64((z ^ (z >> 31)) % quint64(sides));
    }

private:
    quint64 m_state;
};

/** How a channel lives. */
struct Habit {
    qint64 days; ///< of history
    qint64 least; ///< posts on a day
    qint64 most;
    qint64 quietIn; ///< one day in so many has no post at all; 0: never
    qint64 burstIn; ///< one day in so many has an hour full of posts; 0: never
    qint64 views; ///< of a typical post
};

/** Times of one day's posts, seconds from midnight, rising. */
QList<qint64> timesOfDay(const Habit &habit, Dice &dice)
{
    QList<qint64> times;
    if (habit.quietIn > 0 && dice.roll(habit.quietIn) == 0)
        return times;
    const qint64 count = habit.least + dice.roll(habit.most - habit.least + 1);
    for (qint64 i = 0; i < count; ++i)
        times.append(5 * kHour + dice.roll(18 * kHour));
    if (habit.burstIn > 0 && dice.roll(habit.burstIn) == 0) {
        const qint64 hour = (6 + dice.roll(16)) * kHour;
        for (qint64 i = 0; i < 14; ++i)
            times.append(hour + dice.roll(kHour));
        const qint64 minute = hour + dice.roll(60) * 60;
        for (qint64 i = 0; i < 4; ++i)
            times.append(minute + dice.roll(60));
    }
    std::sort(times.begin(), times.end());
    return times;
}

Counters madeUpCounters(const Habit &habit, Dice &dice)
{
    Counters totals;
    const qint64 views = habit.views / 4 + dice.roll(habit.views * 3 / 2);
    totals[Views] = views;
    totals[Forwards] = dice.roll(views / 200 + 2);
    totals[Reactions] = views / 100 + dice.roll(views / 50 + 2);
    totals[Replies] = dice.roll(views / 1500 + 2);
    totals[Comments] = dice.roll(views / 600 + 2);
    return totals;
}

QList<Post> madeUpPosts(const Habit &habit, const QString &text, quint64 seed, qint64 now)
{
    QList<Post> posts;
    const qint64 today = floored(now, kDay) / kDay;
    for (qint64 day = today - habit.days; day <= today + kDaysAhead; ++day) {
        Dice dice(seed + quint64(day) * 1'000'003u);
        qint64 id = (day - kFirstDay) * kIdsPerDay;
        const QList<qint64> times = timesOfDay(habit, dice);
        for (const qint64 time : times) {
            Post post;
            post.id = ++id;
            post.date = day * kDay + time;
            post.text = text.arg(post.id);
            if (dice.roll(9) == 0) // longer than what top posts show of it
                post.text += u" 🌊"_s + u" lorem ipsum dolor sit amet"_s.repeated(10);
            if (dice.roll(23) != 0)
                post.totals = madeUpCounters(habit, dice);
            post.deleted = dice.roll(19) == 0;
            posts.append(post);
        }
    }
    return posts;
}
}

QList<Channel> madeUpChannels(quint64 seed, qint64 now)
{
    Channel harbour;
    harbour.id = 1001234567890;
    harbour.title = u"Harbour Lights"_s;
    harbour.username = u"harbourlights"_s;
    harbour.subscribers = 18'240;
    harbour.createdAt = "2025-09-01T08:15:42.531208";
    const Habit calm{.days = 120, .least = 1, .most = 3, .quietIn = 8, .burstIn = 15, .views = 4'000};
    harbour.posts = madeUpPosts(calm, u"Example post %1"_s, seed * 7 + 1, now);

    Channel evening;
    evening.id = 1009876543210;
    evening.title = u"Вечерний Ташкент مساء"_s;
    evening.subscribers = 5'312;
    evening.createdAt = "2025-08-11T17:02:09";
    const Habit modest{.days = 60, .least = 0, .most = 4, .quietIn = 5, .burstIn = 0, .views = 900};
    evening.posts = madeUpPosts(modest, u"Запись %1 — خبر"_s, seed * 7 + 2, now);

    Channel empty;
    empty.id = 1005550001111;
    empty.title = u"Empty Room"_s;
    empty.username = u"emptyroom"_s;
    empty.subscribers = 3;
    empty.createdAt = "2025-07-02T06:00:00.000417";

    Channel busy;
    busy.id = 1002222333344;
    busy.title = u"Wire Service"_s;
    busy.username = u"wireservice"_s;
    busy.subscribers = 240'118;
    busy.createdAt = "2025-06-15T12:30:11.902100";
    const Habit hectic{.days = 100, .least = 22, .most = 28, .quietIn = 0, .burstIn = 9, .views = 31'000};
    busy.posts = madeUpPosts(hectic, u"Bulletin %1"_s, seed * 7 + 3, now);

    return {harbour, evening, empty, busy};
}
}
