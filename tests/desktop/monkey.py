# SPDX-FileCopyrightText: 2026 The Postwave authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys, clicks, drags, wheel and window sizes at random, on the real window, for as long as one likes.

It fails on death, on any line that the program says, on an interface that does not answer for a second, and on
memory that grows. A seed names what was done; the order is the same each time, the moments are the machine's.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections import deque
from dataclasses import dataclass
from pathlib import Path

from stage import Stage
from waiting import Failure, check, until

_PROGRAM = "postwave"
_KEYS = (
    "1 2 3 4 a c l m r w x z 0 question plus minus Escape Escape Escape Return space Tab shift+Tab Left Right Up Down "
    "Home End Prior Next F1 F5 alt+Left alt+Right ctrl+e ctrl+k ctrl+f ctrl+comma ctrl+shift+c ctrl+Prior ctrl+Next ctrl+plus ctrl+minus "
    "BackSpace Delete"
).split()
_TEXTS = ("dark", "light", "text", "week", "2025-11-01", "harb", "9" * 40, " ")
_SIZES = ((700, 500), (800, 520), (1000, 640), (1280, 800), (1100, 560), (820, 800), (640, 480))
# Which buttons: mostly the left one, sometimes a menu, the middle, back, forward.
_BUTTONS = (1, 1, 1, 1, 1, 3, 2, 8, 9)
# What a person's hands can do, and how often.
_WEIGHTS = {
    "key": 40,
    "click": 25,
    "double_click": 4,
    "drag": 10,
    "wheel": 8,
    "resize": 8,
    "size_of_another": 3,
    "word": 3,
    "leave": 4,
    "rest": 4,
}
_REMEMBERED = 60
_LONGEST_SILENCE = 1.0
# What may come and go: pictures of another size, a dialog, caches of fonts.
_GROWTH = 1.35
_GROWTH_MB = 60
# Looks after which a program that was started, or started again, holds what it will hold.
_LONG_LIFE = 60


@dataclass
class Window:
    """Where the program's window is on the screen."""

    id: str
    x: int
    y: int
    width: int
    height: int


class Hands:
    """One helper that is told what to do line by line: a program for each move would be most of the time."""

    def __init__(self) -> None:
        self._tool = self._start()

    @staticmethod
    def _start() -> subprocess.Popen[str]:
        return subprocess.Popen(["xdotool", "-"], stdin=subprocess.PIPE, text=True)

    def do(self, *words: object) -> None:
        assert self._tool.stdin
        try:
            print(*words, file=self._tool.stdin, flush=True)
        except BrokenPipeError:
            # It ends at a window that is gone, as when the program was just told to quit; what came after is lost.
            self._tool.wait()
            self._tool = self._start()

    def close(self) -> None:
        self._tool.kill()
        self._tool.wait()


class Monkey:
    """Does one thing after the other, and remembers the last of them."""

    def __init__(self, seed: int, hands: Hands) -> None:
        self._random = random.Random(seed)
        self._hands = hands
        self.done: deque[str] = deque(maxlen=_REMEMBERED)
        self.count = 0

    def step(self, window: Window) -> float:
        """One action; how long to wait after it, seconds."""
        kind = self._random.choices(list(_WEIGHTS), list(_WEIGHTS.values()))[0]
        pause = self._random.choice((0.0, 0.0, 0.005, 0.02, 0.05))
        note = getattr(self, f"_{kind}")(window)
        self.done.append(f"{kind} {note}".strip())
        self.count += 1
        return pause if kind != "rest" else 0.4

    def _point(self, window: Window) -> tuple[int, int]:
        # A part of the window may lie beyond the screen, where no pointer gets.
        return (
            max(0, window.x + self._random.randrange(window.width)),
            max(0, window.y + self._random.randrange(window.height)),
        )

    def _key(self, _: Window) -> str:
        key = self._random.choice(_KEYS)
        self._hands.do("key", key)
        return key

    def _click(self, window: Window) -> str:
        x, y = self._point(window)
        button = self._random.choice(_BUTTONS)
        self._hands.do("mousemove", x, y, "click", button)
        return f"{x - window.x} {y - window.y} button {button}"

    def _double_click(self, window: Window) -> str:
        x, y = self._point(window)
        self._hands.do("mousemove", x, y, "click", "--repeat", 2, "--delay", 30, 1)
        return f"{x - window.x} {y - window.y}"

    def _drag(self, window: Window) -> str:
        x, y = self._point(window)
        u, v = self._point(window)
        self._hands.do("mousemove", x, y, "mousedown", 1, "mousemove", (x + u) // 2, (y + v) // 2)
        self._hands.do("mousemove", u, v, "mouseup", 1)
        return f"{x - window.x} {y - window.y} to {u - window.x} {v - window.y}"

    def _wheel(self, window: Window) -> str:
        x, y = self._point(window)
        button = self._random.choice((4, 5, 4, 5, 6, 7))
        times = self._random.randint(1, 6)
        control = self._random.random() < 0.5
        self._hands.do("mousemove", x, y)
        if control:
            self._hands.do("keydown", "ctrl")
        self._hands.do("click", "--repeat", times, "--delay", 8, button)
        if control:
            self._hands.do("keyup", "ctrl")
        return f"{x - window.x} {y - window.y} button {button} × {times}{' with ctrl' if control else ''}"

    def _resize(self, window: Window) -> str:
        width, height = self._random.choice(_SIZES)
        self._hands.do("windowsize", window.id, width, height)
        return f"{width} × {height}"

    def _size_of_another(self, window: Window) -> str:
        # A key that makes another view, and at once another size: what is deleted meets what is laid out.
        key = self._random.choice("1234wxa")
        self._hands.do("key", key)
        return f"{key}, {self._resize(window)}"

    def _word(self, _: Window) -> str:
        # Themes and text sizes are chosen by their words in the palette, as are all commands.
        word = self._random.choice(_TEXTS)
        self._hands.do("key", "ctrl+k")
        self._hands.do("type", "--delay", 5, f'"{word}"')
        self._hands.do("key", "Return")
        return word

    def _leave(self, _: Window) -> str:
        self._hands.do("key", "--repeat", 3, "--delay", 10, "Escape")
        return ""

    def _rest(self, _: Window) -> str:
        return ""


class Watch:
    """Looks at the program from outside: whether it lives, answers, says something, and how much it holds."""

    def __init__(self, stage: Stage, command: list[str]) -> None:
        self._stage = stage
        self._command = command
        self.starts = 0
        self.memory: list[int] = []
        self.longest_silence = 0.0
        self.window = self._start()

    def _start(self) -> Window:
        import driver  # after the display is there: see driver

        self._process = self._stage.processes.start(_PROGRAM, self._command)
        self.starts += 1
        until(lambda: self._find(), "the window")
        self._application = driver.application(_PROGRAM)
        return self._find() or self.window

    def _find(self) -> Window | None:
        command = ["xdotool", "search", "--onlyvisible", "--pid", str(self._process.pid), "--name", "Postwave"]
        asked = subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)
        for window in asked.stdout.split():
            command = ["xdotool", "getwindowgeometry", "--shell", window]
            asked = subprocess.run(command, capture_output=True, text=True, check=False, timeout=30)
            place = dict(line.split("=") for line in asked.stdout.split())
            if int(place.get("WIDTH", 0)) > 300:
                return Window(window, *(int(place[name]) for name in ("X", "Y", "WIDTH", "HEIGHT")))
        return None

    def look(self) -> None:
        """Fails on what must not be; starts the program again where it was told to quit."""
        code = self._process.poll()
        if code == 0:
            self._stage.processes.ended(_PROGRAM)
            self._judge_memory()
            self.memory.clear()
            self.window = self._start()
            return
        check(code is None, f"the program died: {signal.Signals(-code).name if code and code < 0 else code}")
        self.window = self._find() or self.window
        self._ask()
        said = self._stage.processes.complaints(_PROGRAM)
        check(not said, "the program complained:\n" + "\n".join(said))
        status = Path(f"/proc/{self._process.pid}/status").read_text(encoding="ascii")
        self.memory.append(int(status.split("VmRSS:")[1].split()[0]) // 1024)

    def _ask(self) -> None:
        """An answer of the accessibility bus comes from the thread that draws."""
        began = time.monotonic()
        try:
            self._application.children(1)
        except Exception:  # pylint: disable=broad-except
            return  # it has just ended, which the next look tells
        silence = time.monotonic() - began
        self.longest_silence = max(self.longest_silence, silence)

    def thirds(self) -> tuple[float, float, float]:
        """How much it held most of the time, at first, then and last; MB."""
        third = len(self.memory) // 3
        parts = self.memory[:third], self.memory[third : 2 * third], self.memory[2 * third :]
        first, second, last = (statistics.median(part or self.memory or [0]) for part in parts)
        return first, second, last

    def judge(self, patience: float) -> None:
        """What only the whole tells."""
        check(self.longest_silence < patience, f"nothing was answered for {self.longest_silence:.2f} s")
        self._judge_memory()

    def _judge_memory(self) -> None:
        if len(self.memory) < _LONG_LIFE:
            return
        _, before, after = self.thirds()
        grows = after > before * _GROWTH and after > before + _GROWTH_MB
        check(not grows, f"memory grows: {before:.0f} MB in the second third, {after:.0f} in the last")


def _run(stage: Stage, arguments: argparse.Namespace) -> None:
    stage.open()
    hands = Hands()
    monkey = Monkey(arguments.seed, hands)
    watch = Watch(stage, [arguments.postwave, "--demo"])
    end = time.monotonic() + arguments.seconds
    try:
        while time.monotonic() < end:
            next_look = time.monotonic() + 0.5
            while time.monotonic() < next_look:
                time.sleep(monkey.step(watch.window))
            watch.look()
        watch.judge(arguments.patience)
    except Failure:
        print(f"seed {arguments.seed}, after {monkey.count} actions; the last of them:")
        print(*(f"  {action}" for action in monkey.done), sep="\n", flush=True)
        stage.shoot("failed")
        raise
    finally:
        hands.close()
    print(
        f"seed {arguments.seed}: {monkey.count} actions in {arguments.seconds} s, longest silence "
        f"{watch.longest_silence:.2f} s, memory {'/'.join(f'{held:.0f}' for held in watch.thirds())} MB, "
        f"{max(watch.memory, default=0)} at most, {watch.starts} start(s)"
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--postwave", required=True, help="the program under test")
    parser.add_argument("--shots", required=True, type=Path, help="folder for a picture of a failure")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--seconds", type=int, default=60)
    parser.add_argument("--patience", type=float, default=_LONGEST_SILENCE, help="the longest silence, seconds")
    arguments = parser.parse_args()
    arguments.shots.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="postwave-monkey-") as folder:
        stage = Stage(Path(folder), arguments.shots)
        # A sanitizer keeps what was freed, to see who uses it still; more than this would look like growth.
        os.environ["ASAN_OPTIONS"] += ":quarantine_size_mb=32"
        try:
            _run(stage, arguments)
        except Failure as failure:
            print(f"monkey: {failure}", file=sys.stderr)
            return 1
        finally:
            stage.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
