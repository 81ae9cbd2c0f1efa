# SPDX-FileCopyrightText: 2025 The Postwave authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The server that the program talks to, and what it knows."""

from __future__ import annotations

import json
import urllib.request
from dataclasses import dataclass
from datetime import datetime, timezone
from typing import Any

from processes import Processes

EMAIL = "desk@example.com"
PASSWORD = "correct horse"
_NAME = "standin"


@dataclass(frozen=True)
class Post:
    """A published post with its counters; 0 where the server has none."""

    published: datetime
    views: int
    reactions: int
    forwards: int
    comments: int
    replies: int


class StandIn:
    """A stand-in of its own, with a clock that stands."""

    def __init__(self, processes: Processes, program: str, now: datetime) -> None:
        self._processes = processes
        processes.start(_NAME, [program, "--now", f"{now:%Y-%m-%dT%H:%M:%SZ}"])
        self.address = processes.line_of(_NAME, "listening on ")

    def posts(self, channel: int) -> list[Post]:
        """What is published in a channel, told by the stand-in itself and not by the interface under test."""
        return [
            Post(
                published=datetime.fromisoformat(post["date"].replace("Z", "+00:00")).astimezone(timezone.utc),
                views=post["views"] or 0,
                reactions=post["reactions"] or 0,
                forwards=post["forwards"] or 0,
                comments=post["comments"] or 0,
                replies=post["replies"] or 0,
            )
            for post in self._ask(f"/_standin/posts?channel={channel}")["posts"]
        ]

    def kill(self) -> None:
        self._processes.kill(_NAME)

    def _ask(self, path: str) -> Any:
        # Never through a proxy, whatever the environment says.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(self.address + path, timeout=30) as answer:
            return json.load(answer)
