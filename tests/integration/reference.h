// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <array>
#include <optional>

/**
 * What exports must say, worked out from the posts alone: for each row, loops over all posts of each answer that
 * was asked for. Slow, and on purpose nothing like the program.
 */
namespace Postwave::Integration
{
constexpr qint64 kMinute = 60;
constexpr qint64 kHour = 60 * kMinute;
constexpr qint64 kDay = 24 * kHour;

qint64 at(const char *isoTime);
QByteArray isoText(qint64 seconds);

/** A published post with the counters of its latest snapshot; 0 without one. */
struct Post {
    qint64 id = 0;
    qint64 published = 0;
    qint64 views = 0;
    qint64 reactions = 0;
    qint64 forwards = 0;
    qint64 comments = 0;
    qint64 replies = 0;
};

using Posts = QList<Post>;

/** Whether one of them was published in [from, until). */
bool hasPosts(const Posts &posts, qint64 from, qint64 until);

/** A question to the program. */
struct View {
    enum class Kind { Period, Day, Hour };

    Kind kind = Kind::Period;
    QString text; ///< as on the command line: 7d, 2025-12-20, 2025-12-20T05

    static View period(const QString &name);
    static View day(const QString &date);
    static View hour(const QString &hour);

    QStringList arguments() const;
    qint64 unit() const; ///< of its rows
    qint64 units() const; ///< rows of a rolling window; of `all` what the server goes back
    qint64 start() const; ///< of a day or an hour
    bool isAll() const;
};

/** Views, likes, shares, comments, replies, post_count. */
using Counters = std::array<std::optional<qint64>, 6>;
extern const std::array<QByteArray, 6> kCounterNames;

struct ExpectedRow {
    qint64 start = 0;
    Counters counters;
    QByteArray state;
    bool viral = false;
    std::optional<qint64> observedAt; ///< of its newest answer
};

struct Expected {
    QList<ExpectedRow> rows;
    qint64 from = 0;
    qint64 until = 0;
    std::optional<qint64> observedAt;

    QByteArray csv() const;
    /** Sums of the known rows; unknown where one of them lacks the counter. */
    QJsonObject totals() const;
    int unknown() const;
};

/** All good answers about one channel, in their order. */
class Answers
{
public:
    /** `repliesKnown` is false for a server of the oldest profile, where comments are the replies. */
    explicit Answers(bool repliesKnown = true)
        : m_repliesKnown(repliesKnown)
    {
    }

    /** The program has asked for `view` when the server's clock said `now`, and these were the posts. */
    void note(const View &view, qint64 now, const Posts &posts);

    /** What an export shows; `anchor` is the server's now, or the --as-of. */
    Expected expect(const View &view, qint64 anchor, std::optional<qint64> asOf = {}) const;

    /** Where --offline ends a rolling window, and the future begins; of a day or an hour at least its own end. */
    std::optional<qint64> offlineAnchor(const View &view) const;

private:
    struct Answer {
        qint64 unit;
        qint64 from;
        qint64 until;
        qint64 observedAt;
        bool drill;
        Posts posts;
    };

    ExpectedRow rowOf(qint64 start, qint64 unit, qint64 now, std::optional<qint64> asOf) const;
    Counters sumOf(const Answer &answer, qint64 from, qint64 until) const;
    QList<qint64> startsOf(const View &view, qint64 anchor, std::optional<qint64> asOf) const;

    bool m_repliesKnown;
    QList<Answer> m_answers;
};
}
