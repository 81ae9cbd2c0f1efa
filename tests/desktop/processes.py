# SPDX-FileCopyrightText: 2025 The Postwave authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Starting programs, and leaving none of them behind."""

from __future__ import annotations

import ctypes
import os
import signal
import subprocess
import time
from pathlib import Path

from waiting import Failure, until

_PR_SET_PDEATHSIG = 1
_PR_SET_CHILD_SUBREAPER = 36
_libc = ctypes.CDLL(None, use_errno=True)


def _tie_to_parent() -> None:
    """Runs in the child: it must not outlive a test that is killed without being asked."""
    _libc.prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)


def _parents() -> dict[int, int]:
    """The parent of every process there is."""
    parents = {}
    for entry in os.listdir("/proc"):
        if not entry.isdigit():
            continue
        try:
            stat = Path("/proc", entry, "stat").read_text(errors="replace")
        except OSError:  # it has just ended
            continue
        # The name stands in brackets and may hold anything; state and parent follow.
        parents[int(entry)] = int(stat.rpartition(")")[2].split()[1])
    return parents


def _descendants() -> list[int]:
    parents = _parents()
    found = [os.getpid()]
    for process in found:
        found.extend(child for child, parent in parents.items() if parent == process)
    return found[1:]


class Processes:
    """Every program of the test, each the leader of a process group, with its output in a file."""

    def __init__(self, logs: Path) -> None:
        self._logs = logs
        self._running: dict[str, subprocess.Popen] = {}
        # What a child leaves behind when it ends comes to us, and not to init: a bus starts its
        # services that way, and they would be out of reach.
        if _libc.prctl(_PR_SET_CHILD_SUBREAPER, 1) != 0:
            raise OSError(ctypes.get_errno(), "this process cannot adopt what its children leave")

    def start(
        self, name: str, command: list[str], pass_fds: tuple[int, ...] = (), typed: str = ""
    ) -> subprocess.Popen:
        """Starts a program with the environment of this one, and with what it is to read."""
        with self.log(name).open("ab") as log:
            process = subprocess.Popen(
                command,
                stdin=subprocess.PIPE if typed else subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
                preexec_fn=_tie_to_parent,
                pass_fds=pass_fds,
            )
        if process.stdin:
            process.stdin.write(typed.encode())
            process.stdin.close()
        self._running[name] = process
        return process

    def log(self, name: str) -> Path:
        return self._logs / f"{name}.log"

    def said(self, name: str) -> str:
        """All that a program has written."""
        log = self.log(name)
        return log.read_text(errors="replace") if log.exists() else ""

    def complaints(self, name: str) -> list[str]:
        """The lines in which a program tells of a fault. What it says of this place is none: the locale of the tests
        need not exist here, and who looks at the window may ask for what has just gone from it."""
        place = ("locale", "for more information.", "qt.accessibility.atspi: Could not find accessible on path")
        lines = [line for line in self.said(name).splitlines() if line.strip()]
        return [line for line in lines if not any(part in line for part in place)]

    def line_of(self, name: str, beginning: str) -> str:
        """Waits for a line of a program's output and gives what follows its beginning."""

        def find() -> str | None:
            # The last piece may be half a line.
            for line in self.said(name).split("\n")[:-1]:
                if line.startswith(beginning):
                    return line.removeprefix(beginning).strip()
            return None

        return until(find, f"{name} to say “{beginning}”")

    def ended(self, name: str) -> int:
        """Waits for a program to end by itself; its exit code."""
        process = self._running.pop(name)
        until(lambda: process.poll() is not None, f"{name} to end")
        return process.returncode

    def kill(self, name: str) -> None:
        process = self._running.pop(name)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()

    def check(self) -> None:
        """Fails when one has ended without being told to."""
        for name, process in self._running.items():
            if process.poll() is not None:
                raise Failure(f"{name} has ended by itself, with {process.returncode}")

    def kill_all(self) -> None:
        """Ends everything that was started, and everything that this has started in turn."""
        self._running.clear()
        # Asked first: a display that ends by itself takes its lock away with it.
        if not self._all_end(signal.SIGTERM, seconds=3) and not self._all_end(signal.SIGKILL, seconds=10):
            raise Failure(f"these processes do not end: {_descendants()}")

    @staticmethod
    def _all_end(asked_by: signal.Signals, seconds: float) -> bool:
        deadline = time.monotonic() + seconds
        asked: set[int] = set()
        while left := _descendants():
            for process in left:
                if process in asked:
                    continue
                asked.add(process)
                try:
                    os.kill(process, asked_by)
                except ProcessLookupError:
                    pass
            # A dead child counts as left until somebody has asked for it; adopted ones are ours as well.
            try:
                while os.waitpid(-1, os.WNOHANG) != (0, 0):
                    pass
            except ChildProcessError:
                pass
            if time.monotonic() > deadline:
                return False
            time.sleep(0.01)
        return True
