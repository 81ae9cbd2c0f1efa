# SPDX-FileCopyrightText: 2025 The Postwave authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What has to be on the screen and in the files, worked out from the posts alone.

Plain loops over all posts, a bucket at a time: slow, and on purpose nothing like the program.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from standin import Post

DAY = timedelta(days=1)
HOUR = timedelta(hours=1)
MINUTE = timedelta(minutes=1)

CSV_HEADER = ["timestamp", "views", "likes", "shares", "comments", "replies", "post_count", "state", "viral"]

_STATE_TEXTS = {"complete": "", "partial": "In progress", "future": "In the future"}


@dataclass(frozen=True)
class Row:
    """A row of the table, as read or as it should read; None stands where there is a dash."""

    time: str
    views: int | None
    reactions: int | None
    forwards: int | None
    comments: int | None
    replies: int | None
    posts: int | None
    state: str
    viral: bool


@dataclass(frozen=True)
class Bucket:
    """The posts that were published in a span of time."""

    start: datetime
    unit: timedelta
    posts: tuple[Post, ...]
    state: str
    viral: bool = False

    def total(self, counter: str) -> int:
        return sum(getattr(post, counter) for post in self.posts)

    @property
    def label(self) -> str:
        if self.unit == DAY:
            return f"{self.start:%a} {date_text(self.start)}"
        if self.unit == HOUR:
            return f"{self.start:%H}:00–{self.start:%H}:59"
        return f"{self.start:%H:%M}"

    @property
    def span(self) -> str:
        """As the label, but it says which day that is."""
        return self.label if self.unit == DAY else f"{date_text(self.start)}, {self.label} UTC"

    def row(self) -> Row:
        known = self.state != "future"

        def shown(value: int) -> int | None:
            return value if known else None

        return Row(
            time=self.label,
            views=shown(self.total("views")),
            reactions=shown(self.total("reactions")),
            forwards=shown(self.total("forwards")),
            comments=shown(self.total("comments")),
            replies=shown(self.total("replies")),
            posts=shown(len(self.posts)),
            state=_STATE_TEXTS[self.state],
            viral=self.viral,
        )

    def csv(self) -> list[str]:
        counters = ("views", "reactions", "forwards", "comments", "replies")
        numbers = [self.total(counter) for counter in counters] + [len(self.posts)]
        viral = "true" if self.viral else "false"
        return [f"{self.start:%Y-%m-%dT%H:%M:%SZ}", *map(str, numbers), self.state, viral]


def date_text(day: datetime) -> str:
    return f"{day.day} {day:%b} {day.year}"


def _state(start: datetime, unit: timedelta, now: datetime) -> str:
    if start > now:
        return "future"
    return "partial" if start + unit > now else "complete"


def _buckets(posts: list[Post], first: datetime, unit: timedelta, count: int, now: datetime) -> list[Bucket]:
    found = []
    for i in range(count):
        start = first + i * unit
        inside = tuple(post for post in posts if start <= post.published < start + unit)
        found.append(Bucket(start, unit, inside, _state(start, unit, now)))
    busy = [bucket for bucket in found if bucket.posts]
    mean = sum(bucket.total("views") for bucket in busy) / len(busy) if busy else 0
    return [Bucket(b.start, b.unit, b.posts, b.state, viral=bool(busy) and b.total("views") > 3 * mean) for b in found]


def midnight(time: datetime) -> datetime:
    return time.replace(hour=0, minute=0, second=0, microsecond=0)


def days(posts: list[Post], now: datetime, count: int) -> list[Bucket]:
    """The days of an overview, the last of them today; oldest first, as all of these."""
    return _buckets(posts, midnight(now) - (count - 1) * DAY, DAY, count, now)


def hours(posts: list[Post], now: datetime, day: datetime) -> list[Bucket]:
    return _buckets(posts, day, HOUR, 24, now)


def minutes(posts: list[Post], now: datetime, hour: datetime) -> list[Bucket]:
    return _buckets(posts, hour, MINUTE, 60, now)


def rows(buckets: list[Bucket]) -> list[Row]:
    """The table of these buckets: newest first."""
    return [bucket.row() for bucket in reversed(buckets)]


def busiest(buckets: list[Bucket]) -> Bucket:
    """The one with most posts."""
    return max(buckets, key=lambda bucket: len(bucket.posts))
