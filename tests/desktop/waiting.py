# SPDX-FileCopyrightText: 2025 The Postwave authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Waiting for what will be so, and saying what was not."""

from __future__ import annotations

import time
from typing import Callable, TypeVar

T = TypeVar("T")

# Enough for a sanitized program on a busy machine; nobody waits so long unless something is wrong.
_PATIENCE = 30.0
_INTERVAL = 0.03


class Failure(Exception):
    """The program did not do what it should."""


class Gone(Exception):
    """What was asked is not there any more; something else may have taken its place."""


class Deadline:
    """How long something may take."""

    def __init__(self, what: str, seconds: float = _PATIENCE) -> None:
        self._what = what
        self._seconds = seconds
        self._end = time.monotonic() + seconds

    def check(self) -> None:
        if time.monotonic() > self._end:
            raise Failure(f"waited {self._seconds:.0f} s for {self._what}")


_watchers: list[Callable[[], None]] = []


def while_waiting(watcher: Callable[[], None]) -> None:
    """Has this called from now on whenever something is waited for; it raises what makes waiting pointless."""
    _watchers.append(watcher)


def until(probe: Callable[[], T | None], what: str, seconds: float = _PATIENCE) -> T:
    """Asks again and again until the answer is neither empty nor false, and gives that answer."""
    deadline = Deadline(what, seconds)
    while True:
        try:
            answer = probe()
        except Gone:
            answer = None
        if answer:
            return answer
        for watcher in _watchers:
            watcher()
        deadline.check()
        time.sleep(_INTERVAL)


def until_equal(probe: Callable[[], T], wanted: T, what: str) -> None:
    """Like until(), for an answer that is known; a failure says what came instead."""
    last: list[T] = []

    def same() -> bool:
        last[:] = [probe()]
        return last[0] == wanted

    try:
        until(same, what)
    except Failure as failure:
        got = last[0] if last else "nothing"
        raise Failure(f"{failure}\n  wanted: {wanted}\n  got:    {got}") from None


def check(condition: object, what: str) -> None:
    if not condition:
        raise Failure(what)


def check_equal(got: object, wanted: object, what: str) -> None:
    if got != wanted:
        raise Failure(f"{what}\n  wanted: {wanted}\n  got:    {got}")
