# SPDX-FileCopyrightText: 2025 The Postwave authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window of the program: where things are in it, and what it shows."""

from __future__ import annotations

import re

import driver
from driver import Element
from expectations import Row
from waiting import Failure, Gone, check_equal, until, until_equal

_WHEEL_UP = 4
# At the usual size of the window, with a message above it. One of them is read again after each step.
_ROWS_IN_VIEW = 4
_ROWS_OF_A_STEP = _ROWS_IN_VIEW - 1
_COUNTERS = ("Views to date", "Reactions to date", "Forwards to date", "Comments to date", "Replies to date", "Posts")


def _plain(text: str) -> str:
    """Dates as every version of the locale data writes them: newer ones have four letters for September."""
    return text.replace("Sept ", "Sep ")


def _number(text: str) -> int | None:
    """A number as it stands on the screen: 12,345, or a dash where it is not known."""
    return None if text == "–" else int(text.replace(",", ""))


def _numbers_of(sentence: str) -> dict[str, int | None]:
    """The counters in what a screen reader says of a row."""
    pattern = "(" + "|".join(_COUNTERS) + r") ([\d,]+|–)(?=;|$)"
    return {name: _number(number) for name, number in re.findall(pattern, sentence)}


class Window:
    """The dashboard, as far as it can be seen."""

    def __init__(self, program: Element) -> None:
        self.program = program
        self.frame = program.wait_for("frame")

    # ---- What it shows ----------------------------------------------------------------------

    @property
    def title(self) -> str:
        return self.frame.name

    @property
    def chart(self) -> Element:
        return self.frame.wait_for("chart")

    @property
    def table(self) -> Element:
        return self.frame.wait_for("table", "Data table")

    def button(self, name: str) -> Element:
        return self.frame.wait_for("button", name)

    def find_button(self, name: str) -> Element | None:
        return self.frame.find("button", name)

    def says(self, text: str) -> bool:
        """Whether this stands in some text of the window."""
        return any(text in label.name for label in self.frame.find_all("label"))

    def wait_until_says(self, text: str) -> None:
        until(lambda: self.says(text), f"“{text}” to be said")

    def alert(self) -> str:
        """The text of the message bar; empty while there is none."""
        bar = self.frame.find("alert")
        return bar.name if bar else ""

    def breadcrumbs(self) -> list[str]:
        """The way down to what is shown; the last one is where we are."""
        buttons = self.frame.find_all("button")
        crumbs = [button for button in buttons if button.description in ("You are here", "Go up to here")]
        return [_plain(crumb.name) for crumb in sorted(crumbs, key=lambda crumb: crumb.box.x)]

    def wait_for_breadcrumbs(self, *names: str) -> None:
        until_equal(self.breadcrumbs, list(names), "the way down to what is shown")

    def focused(self) -> Element | None:
        return next((element for element in self.frame.below() if element.is_focused), None)

    # ---- The table --------------------------------------------------------------------------

    @staticmethod
    def _visible_rows(table: Element, known: set[str]) -> list[Row]:
        """The rows that can be read without scrolling, but for those that are known by what is said of them."""
        read: list[tuple[int, Row]] = []
        try:
            place = table.box
            for element in table.children():
                box = element.box
                if not place.holds(box):
                    continue
                sentence = element.name
                if sentence in known or element.role != "table row":
                    continue
                row = Window._read_row(element, sentence)
                if row:
                    known.add(sentence)
                    read.append((box.y, row))
        except Gone:  # scrolled away in the middle of it
            pass
        # Qt tells rows in the order in which they were made, not in which they stand.
        return [row for _, row in sorted(read, key=lambda placed: placed[0])]

    @staticmethod
    def _read_row(element: Element, sentence: str) -> Row | None:
        cells = [cell.name for cell in element.children()]
        # Rows are used again for other buckets: a change in between would mix two of them.
        if len(cells) != 7 or element.name != sentence:
            return None
        time, *numbers, state = cells
        views, reactions, forwards, comments, posts = map(_number, numbers)
        # A screen reader must not be told other numbers than those that stand there.
        spoken = _numbers_of(sentence)
        if spoken:
            check_equal(
                [spoken.get(name) for name in _COUNTERS if name != "Replies to date"],
                [views, reactions, forwards, comments, posts],
                f"what is said of {time} and what stands there differ: {sentence}",
            )
        viral = "Viral" in state
        check_equal("Viral: " in sentence, viral, f"the mark of {time}, said and shown")
        return Row(
            time=_plain(time),
            views=views,
            reactions=reactions,
            forwards=forwards,
            comments=comments,
            replies=spoken.get("Replies to date"),
            posts=posts,
            state=state.removeprefix("▲ Viral").removeprefix(" · "),
            viral=viral,
        )

    def check_first_rows(self, wanted: list[Row]) -> None:
        """Waits for the table to begin with these rows."""
        table = self.table

        def first() -> list[Row]:
            # Whoever looked before may have left it scrolled down.
            driver.press_button(_WHEEL_UP, 30)
            return self._visible_rows(table, set())[:_ROWS_IN_VIEW]

        driver.point_at(*table.box.middle)
        until_equal(first, wanted[:_ROWS_IN_VIEW], "the first rows of the table")

    def check_rows(self, wanted: list[Row]) -> None:
        """Walks through the whole table with the keyboard, and compares every row.

        Rows move when a message comes or goes while they are read. What was missed on the way down is
        read on the way back; the order is that in which the keyboard comes to them.
        """
        self.check_first_rows(wanted)
        table = self.table
        place = table.box
        driver.click((place.x + place.width // 2, place.y + 1))
        known: set[str] = set()
        read: dict[str, Row] = {}
        last = len(wanted) - 1
        down = [*range(0, last, _ROWS_OF_A_STEP), last]
        self._walk(table, wanted, down, known, read)
        if len(read) < len(wanted):
            self._walk(table, wanted, down[::-1], known, read)
        check_equal(set(read), {row.time for row in wanted}, "the times of the rows of the table")
        for row in wanted:
            check_equal(read[row.time], row, "a row of the table")

    def _walk(self, table: Element, wanted: list[Row], stops: list[int], known: set[str], read: dict[str, Row]) -> None:
        """Goes from the selected row, the first of the stops, to all others, and reads what can be seen at each."""
        at = stops[0]
        for stop in stops:
            driver.press(*["Down" if stop > at else "Up"] * abs(stop - at))
            at = stop
            until_equal(lambda: self._selected(table), wanted[at].time, "the selected row")
            read.update((row.time, row) for row in self._visible_rows(table, known))

    @staticmethod
    def _selected(table: Element) -> str:
        """The time of the selected row."""
        selected = next((row for row in table.children() if row.is_selected), None)
        cells = selected.children(1) if selected else []
        return _plain(cells[0].name) if cells else ""

    # ---- The chart --------------------------------------------------------------------------

    def wait_for_chart(self, what: str) -> None:
        """Waits until the chart is of a span of time: “6 Nov 2025”, “6 Nov 2025, 14:00–14:59”."""
        until(lambda: self.frame.find("chart", lambda name: _plain(name).endswith(what)), f"a chart of {what}")

    def read_out(self) -> str:
        """What is said of the bucket under the pointer, or under the cursor."""
        chart = self.frame.find("chart")
        if not chart:
            return ""
        # Under the keyboard's cursor the chart is called by it.
        name = _plain(chart.name)
        return _plain(chart.description) if name.startswith("Chart: ") else name

    def point_at_bucket(self, labels: list[str], wanted: int) -> tuple[int, int]:
        """Moves the pointer to a bucket of the chart, as a person would: by what the tooltip says.

        Where the axes stand is the chart's own business, so the first guess is a rough one.
        """
        box = self.chart.box
        width = box.width * 0.95 / len(labels)
        x, y = box.x + box.width * 0.04 + (wanted + 0.5) * width, box.middle[1]

        def named() -> int | None:
            said = self.read_out()
            return next((i for i, label in enumerate(labels) if said.startswith(label + ":")), None)

        for _ in range(8):
            driver.point_at(round(x), y)
            try:
                until(lambda: named() == wanted, f"the chart to name {labels[wanted]}", seconds=2)
                return round(x), y
            except Failure:
                at = named()
                x += (wanted - at) * width if at is not None else width
        raise Failure(f"no place in the chart is {labels[wanted]}; it said: {self.read_out()}")

    # ---- What can be done -------------------------------------------------------------------

    def choose_channel(self, name: str) -> None:
        entry = self.frame.wait_for("list", "Channels").wait_for("list item", name)
        driver.click(entry)
        until(lambda: entry.is_selected, f"{name} to be selected")

    def open_period(self, name: str) -> None:
        button = self.button(name)
        driver.click(button)
        until(lambda: button.is_checked, f"the period {name}")

    def tab_to(self, element: Element, most: int = 60) -> None:
        """Goes from stop to stop with the Tab key until the keyboard is there."""
        for _ in range(most):
            if element.is_focused:
                return
            before = self._place_of_focus()
            driver.press("Tab")
            until(lambda: self._place_of_focus() != before, "the keyboard to move on")
        raise Failure(f"the Tab key does not reach “{element.name}”")

    def _place_of_focus(self) -> object:
        focused = self.focused()
        return (focused.role, focused.name, focused.box) if focused else None

    def export(self, kind: str) -> Element:
        """Chooses the kind of file to export, and opens the platform's dialog for it."""
        driver.click(self.button("Export"))
        driver.click(self.button(kind))
        driver.click(self.button("Save as…"))
        return self.program.wait_for("dialog", "Export")

    def outline(self) -> str:
        return self.program.outline()
