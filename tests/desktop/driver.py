# SPDX-FileCopyrightText: 2025 The Postwave authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Eyes and hands: what assistive technology sees of the program, and what mouse and keyboard do to it.

To be imported once display and bus are there, for the library connects while it is loaded.
"""

from __future__ import annotations

import subprocess
from dataclasses import dataclass
from typing import Callable, Iterator, TypeVar

import pyatspi
from gi.repository import Atspi, GLib

from waiting import Failure, Gone, until

T = TypeVar("T")


@dataclass(frozen=True)
class Box:
    """A rectangle of the screen."""

    x: int
    y: int
    width: int
    height: int

    @property
    def middle(self) -> tuple[int, int]:
        return self.x + self.width // 2, self.y + self.height // 2

    def holds(self, other: Box) -> bool:
        return (
            other.x >= self.x
            and other.y >= self.y
            and other.x + other.width <= self.x + self.width
            and other.y + other.height <= self.y + self.height
        )


# A sanitized program on a busy machine may take longer than the usual 0.8 s; milliseconds.
Atspi.set_timeout(10_000, 10_000)


def _ask(call: Callable[..., T], *arguments: object) -> T:
    """Everything may go away while it is looked at."""
    try:
        return call(*arguments)
    except GLib.Error as error:
        raise Gone(str(error)) from None


class Element:
    """Something with a role and a name. Every answer is asked of the program anew."""

    def __init__(self, node: Atspi.Accessible) -> None:
        self._node = node

    @property
    def name(self) -> str:
        return _ask(self._node.get_name) or ""

    @property
    def description(self) -> str:
        return _ask(self._node.get_description) or ""

    @property
    def role(self) -> str:
        name = _ask(self._node.get_role_name)
        return "button" if name == "push button" else name  # as older AT-SPI calls it

    @property
    def box(self) -> Box:
        extents = _ask(self._node.get_extents, Atspi.CoordType.SCREEN)
        return Box(extents.x, extents.y, extents.width, extents.height)

    @property
    def text(self) -> str:
        """What was typed into it."""
        return _ask(Atspi.Text.get_text, self._node, 0, -1)

    def _is(self, state: pyatspi.StateType) -> bool:
        return _ask(self._node.get_state_set).contains(state)

    @property
    def is_showing(self) -> bool:
        return self._is(pyatspi.STATE_SHOWING)

    @property
    def is_checked(self) -> bool:
        return self._is(pyatspi.STATE_CHECKED)

    @property
    def is_selected(self) -> bool:
        return self._is(pyatspi.STATE_SELECTED)

    @property
    def is_focused(self) -> bool:
        return self._is(pyatspi.STATE_FOCUSED)

    def children(self, most: int | None = None) -> list[Element]:
        count = _ask(self._node.get_child_count)
        nodes = [_ask(self._node.get_child_at_index, i) for i in range(count if most is None else min(count, most))]
        # One that goes while they are counted comes as none.
        return [Element(node) for node in nodes if node is not None]

    def below(self) -> Iterator[Element]:
        """All that can be seen of what is inside; of a table, which has hundreds of cells, only itself."""
        for child in self.children():
            if child.is_showing:
                yield child
                if child.role != "table":
                    yield from child.below()

    def find(self, role: str, name: str | Callable[[str], bool] | None = None) -> Element | None:
        """The first of this role and name that can be seen."""
        fits = name if callable(name) else (lambda text: name in (None, text))
        try:
            return next((e for e in self.below() if e.role == role and fits(e.name)), None)
        except Gone:  # a part of what we were looking through
            return None

    def find_all(self, role: str) -> list[Element]:
        try:
            return [element for element in self.below() if element.role == role]
        except Gone:
            return []

    def wait_for(self, role: str, name: str | Callable[[str], bool] | None = None) -> Element:
        return until(lambda: self.find(role, name), f"{role} “{name if isinstance(name, str) else ''}”")

    def act(self, action: str) -> None:
        """What a screen reader does when somebody asks it to."""
        for i in range(_ask(Atspi.Action.get_n_actions, self._node)):
            if _ask(Atspi.Action.get_action_name, self._node, i) == action:
                if not _ask(Atspi.Action.do_action, self._node, i):
                    raise Failure(f"“{self.name}” refuses to {action}")
                return
        raise Failure(f"{self.role} “{self.name}” cannot {action}")

    def outline(self, depth: int = 0) -> str:
        """Everything below it, a line each, for the report of a failure."""
        shown = "" if self.is_showing else " (hidden)"
        lines = [f"{'  ' * depth}{self.role} “{self.name}” <{self.description}> {self.box}{shown}"]
        return "\n".join(lines + [child.outline(depth + 1) for child in self.children()])


def application(name: str) -> Element:
    """Waits for a program to come and be seen."""

    def find() -> Element | None:
        desktop = pyatspi.Registry.getDesktop(0)
        for i in range(_ask(desktop.get_child_count)):
            node = _ask(desktop.get_child_at_index, i)
            if node is not None and _ask(node.get_name) == name:
                # Nothing runs here that would learn of changes.
                node.set_cache_mask(Atspi.Cache.NONE)
                return Element(node)
        return None

    return until(find, f"the program {name}")


def _xdotool(*arguments: str | int) -> None:
    subprocess.run(["xdotool", *map(str, arguments)], check=True, stdout=subprocess.DEVNULL, timeout=30)


def point_at(x: int, y: int) -> None:
    _xdotool("mousemove", x, y)


def click(target: Element | tuple[int, int], button: int = 1) -> None:
    """Clicks with the mouse: in the middle of something, or at a point."""
    x, y = target.box.middle if isinstance(target, Element) else target
    _xdotool("mousemove", x, y, "click", button)


def press_button(button: int, times: int = 1) -> None:
    """A button of the mouse, wherever it is; 4 and 5 are the wheel, 8 and 9 go back and forward."""
    _xdotool("click", "--repeat", times, "--delay", 10, button)


def press(*keys: str) -> None:
    if keys:
        _xdotool("key", *keys)


def enter(text: str) -> None:
    """Types in place of what the focused field holds."""
    press("ctrl+a")
    _xdotool("type", text)
