# SPDX-FileCopyrightText: 2025 The Postwave authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real window from outside, the way a person or a screen reader would."""

from __future__ import annotations

import argparse
import shutil
import signal
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import Any, NoReturn

from stage import Stage
from waiting import Failure

# Less than what ctest allows, so that a test that hangs still tells where.
_MOST_SECONDS = 560

# In lines that tell of the world outside and of no fault.
_REPORTS = ("postwave.http:", "postwave.sources:")


def _out_of_time(*_: object) -> NoReturn:
    raise Failure(f"the test took more than {_MOST_SECONDS} s")


def _terminated(number: int, _: object) -> NoReturn:
    raise Failure(f"somebody wants this test to end: {signal.Signals(number).name}")


def _complaints(stage: Stage) -> list[str]:
    """What the program said against itself: the interface, or a sanitizer."""
    return [line for line in stage.processes.complaints("postwave") if not any(word in line for word in _REPORTS)]


def _run(stage: Stage, arguments: argparse.Namespace) -> None:
    stage.open()
    from scenario import Programs, Scenario  # after the display is there: see driver

    scenario = Scenario(stage, Programs(arguments.postwave, arguments.standin))
    try:
        for step in scenario.steps:
            began = time.monotonic()
            print(f"{step.__name__.replace('_', ' ')} …", end=" ", flush=True)
            step()
            print(f"{time.monotonic() - began:.1f} s", flush=True)
    except BaseException:
        print("FAILED", flush=True)
        _tell(stage, scenario)
        raise
    complaints = _complaints(stage)
    if complaints:
        raise Failure("the program complained:\n" + "\n".join(complaints))


def _tell(stage: Stage, scenario: Any) -> None:
    """All that helps to see why; whatever of it can still be had."""
    for say in (
        lambda: stage.shoot("failed"),
        lambda: print(scenario.window.outline()),
        lambda: print("postwave said:", stage.processes.said("postwave"), sep="\n"),
    ):
        try:
            say()
        except Exception as problem:  # pylint: disable=broad-except
            print(problem)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--postwave", required=True, help="the program under test")
    parser.add_argument("--standin", required=True, help="the server it talks to")
    parser.add_argument("--shots", required=True, type=Path, help="folder for pictures of the main steps")
    arguments = parser.parse_args()

    signal.signal(signal.SIGALRM, _out_of_time)
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, _terminated)
    signal.alarm(_MOST_SECONDS)
    shutil.rmtree(arguments.shots, ignore_errors=True)
    arguments.shots.mkdir(parents=True)
    with tempfile.TemporaryDirectory(prefix="postwave-desktop-") as folder:
        stage = Stage(Path(folder), arguments.shots)
        try:
            _run(stage, arguments)
        except Failure as failure:
            traceback.print_exc(limit=-4)
            print(f"desktoptest: {failure}", file=sys.stderr)
            return 1
        finally:
            stage.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
