# SPDX-FileCopyrightText: 2025 The Postwave authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An analyst's first hour with the program, from the first start to work without the server."""

from __future__ import annotations

import csv
import subprocess
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

import driver
import expectations
from expectations import DAY, Bucket, date_text, rows
from screen import Window
from stage import Stage
from standin import EMAIL, PASSWORD, StandIn
from waiting import check, check_equal, until, until_equal

# A clock that stands, so that no hour ends in the middle of a test. The machine's clock may say what
# it will: the program takes the server's time from its answers.
_NOW = datetime(2025, 11, 21, 14, 37, 20, tzinfo=timezone.utc)
_CHANNEL = "Harbour Lights"
_CHANNEL_ID = 1001234567890
_DAYS = 90
_WRONG_PASSWORD = "hunter22hunter22"
_PROGRAM = "postwave"


@dataclass
class Programs:
    postwave: str
    standin: str


class Scenario:
    """The steps, in their order; each goes on where the one before it ended."""

    def __init__(self, stage: Stage, programs: Programs) -> None:
        self._stage = stage
        self._programs = programs
        self._server = StandIn(stage.processes, programs.standin, _NOW)
        self._posts = self._server.posts(_CHANNEL_ID)
        self._days = expectations.days(self._posts, _NOW, _DAYS)
        self._day = expectations.busiest(self._days)
        self._hours = expectations.hours(self._posts, _NOW, self._day.start)
        self._hour = expectations.busiest(self._hours)
        self._minutes = expectations.minutes(self._posts, _NOW, self._hour.start)
        self._file = stage.path("days.csv")
        self._window: Window | None = None

    @property
    def steps(self) -> list:
        return [
            self.first_start,
            self.empty_form,
            self.wrong_password,
            self.sign_in,
            self.ninety_days,
            self.still_signed_in,
            self.day_by_mouse,
            self.hour_by_keyboard,
            self.back_and_forward,
            self.up_and_beside,
            self.compare,
            self.export_table,
            self.export_over_it,
            self.server_gone,
            self.never_fetched,
            self.offline_by_choice,
            self.close,
            self.start_again,
        ]

    @property
    def window(self) -> Window:
        assert self._window is not None
        return self._window

    # ---- Coming in --------------------------------------------------------------------------

    def first_start(self) -> None:
        self._start()
        self.window.button("Try the demo")
        door = self.window.button("Connect to a server")
        check(self.window.says("Nothing leaves this computer"), "what the demo is stands beside its door")
        self._stage.shoot("first-start")
        door.act("Press")
        self.window.button("Sign in")

    def empty_form(self) -> None:
        driver.click(self.window.button("Sign in"))
        until_equal(
            self._field_errors,
            [
                "Enter the server’s address.",
                "Enter the e-mail address of your account.",
                "Passwords have at least 8 characters.",
            ],
            "what is wrong with an empty form",
        )
        self._stage.shoot("empty-form")

    def wrong_password(self) -> None:
        driver.click(self._field("Server address"))
        driver.enter(self._server.address)
        driver.press("Tab")
        driver.enter(EMAIL)
        driver.press("Tab")
        driver.enter(_WRONG_PASSWORD)
        until_equal(lambda: self._field("Server address").text, self._server.address, "the typed address")
        until_equal(lambda: self._field("E-mail").text, EMAIL, "the typed e-mail")
        driver.press("Return")
        until_equal(
            self._field_errors,
            ["", "", "The server does not accept this e-mail and password."],
            "what is wrong with a wrong password",
        )
        self._stage.shoot("wrong-password")

    def sign_in(self) -> None:
        driver.click(self._password_field())
        driver.enter(PASSWORD)
        driver.press("Return")
        self.window.frame.wait_for("label", "Connected")
        until(lambda: self.window.find_button("Export"), "the dashboard")

    def _field(self, name: str) -> driver.Element:
        return self.window.frame.wait_for("text", name)

    def _password_field(self) -> driver.Element:
        return self.window.frame.wait_for("panel", "Password").wait_for("password text")

    def _field_errors(self) -> list[str]:
        fields = [self._field("Server address"), self._field("E-mail"), self._password_field()]
        return [field.description for field in fields]

    # ---- Looking ----------------------------------------------------------------------------

    def ninety_days(self) -> None:
        self.window.choose_channel(_CHANNEL)
        self.window.open_period("90 days")
        self.window.wait_for_breadcrumbs("90 days")
        self.window.wait_for_chart(self._span_of_days())
        # By the server's clock, whatever that of this machine says.
        self.window.wait_until_says(f"as of {_NOW:%H:%M} UTC · just now")
        self.window.check_rows(rows(self._days))
        self._stage.shoot("90-days")
        until_equal(lambda: self.window.title, f"{_CHANNEL} – Postwave", "the title of the window")

    def still_signed_in(self) -> None:
        self.close()
        self._start()
        self.window.frame.wait_for("label", "Connected")
        self._expect_overview()
        check(not self.window.alert(), f"nobody is asked to sign in again: {self.window.alert()}")
        self._stage.shoot("still-signed-in")
        # The command line shares what is kept; each renews it for the other.
        command = [self._programs.postwave, "channels", "--server", self._server.address]
        command += ["--data-dir", str(self._stage.path("data")), "--trust-server-clock"]
        listed = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
        check_equal(listed.returncode, 0, f"the exit code, with {listed.stderr}")
        check(_CHANNEL in listed.stdout, f"the channels are listed: {listed.stdout}")

    def day_by_mouse(self) -> None:
        labels = [day.span for day in self._days]
        place = self.window.point_at_bucket(labels, self._days.index(self._day))
        said = self.window.read_out()
        check(f"Views to date {self._day.total('views'):,}" in said, f"the views of that day are told: {said}")
        self._stage.shoot("pointing-at-a-day")
        driver.click(place)
        self._expect_day()
        self.window.check_rows(rows(self._hours))
        self._stage.shoot("day")

    def hour_by_keyboard(self) -> None:
        # Out of the way: the pointer would speak before the keyboard does.
        driver.point_at(1, 1)
        self.window.tab_to(self.window.table)
        self.window.tab_to(self.window.chart)
        driver.press("Home")
        self._expect_read_out(self._hours[0])
        for hour in self._hours[1 : self._hours.index(self._hour) + 1]:
            driver.press("Right")
            self._expect_read_out(hour)
        self._stage.shoot("cursor-on-an-hour")
        driver.press("Return")
        self._expect_hour()
        self.window.check_rows(rows(self._minutes))
        self._stage.shoot("hour")

    def back_and_forward(self) -> None:
        driver.press("alt+Left")
        self._expect_day()
        driver.press("alt+Left")
        self._expect_overview()
        self.window.check_rows(rows(self._days))
        driver.point_at(*self.window.chart.box.middle)
        driver.press_button(9)
        self._expect_day()
        driver.press_button(9)
        self._expect_hour()
        self.window.check_rows(rows(self._minutes))
        driver.press_button(8)
        self._expect_day()
        driver.press("alt+Right")
        self._expect_hour()

    def up_and_beside(self) -> None:
        driver.press("Escape")
        self._expect_day()
        driver.point_at(1, 1)
        self.window.tab_to(self.window.table)
        driver.press("Left")
        self._expect_hours_of(self._day.start - DAY)
        driver.press("Right")
        self._expect_day()
        driver.press("Right")
        self._expect_hours_of(self._day.start + DAY)
        driver.press("Escape")
        self._expect_overview()
        # Today is not over: its later hours are neither zero nor unknown.
        labels = [day.span for day in self._days]
        driver.click(self.window.point_at_bucket(labels, _DAYS - 1))
        self._expect_hours_of(self._days[-1].start)
        self._stage.shoot("today")
        driver.press("Escape")
        self._expect_overview()

    def compare(self) -> None:
        # Whole weeks earlier: 13 of them for 90 days.
        earlier = self._day.start - 91 * DAY
        beside = next(day for day in expectations.days(self._posts, _NOW, _DAYS + 91) if day.start == earlier)
        driver.press("x")
        self.window.wait_until_says(" vs. ")
        labels = [day.span for day in self._days]
        self.window.point_at_bucket(labels, self._days.index(self._day))
        until(lambda: f"{beside.total('views'):,}" in self.window.read_out(), "the views of the day 13 weeks before")
        self._stage.shoot("compared")
        driver.point_at(1, 1)
        driver.press("ctrl+k")
        field = self.window.frame.wait_for("text", "Command")
        until(lambda: field.is_focused, "the palette")
        driver.enter("stop comp")
        driver.press("Return")
        until(lambda: not self.window.says(" vs. "), "the comparison to go")
        driver.press("question")
        self.window.frame.wait_for("heading", "Keyboard shortcuts")
        self._stage.shoot("keys")
        driver.press("Escape")
        self._expect_overview()

    def _span_of_days(self) -> str:
        first, last = self._days[0].start, self._days[-1].start
        return f"{first.day} {first:%b} – {date_text(last)}"

    def _expect_overview(self) -> None:
        self.window.wait_for_breadcrumbs("90 days")
        self.window.wait_for_chart(self._span_of_days())

    def _expect_day(self) -> None:
        self.window.wait_for_breadcrumbs("90 days", date_text(self._day.start))
        self.window.wait_for_chart(self._day.label)

    def _expect_hour(self) -> None:
        self.window.wait_for_breadcrumbs("90 days", date_text(self._day.start), f"{self._hour.start:%H:%M}")
        self.window.wait_for_chart(f"{date_text(self._hour.start)}, {self._hour.label}")

    def _expect_hours_of(self, day: datetime) -> None:
        self.window.wait_for_breadcrumbs("90 days", date_text(day))
        self.window.wait_for_chart(f"{day:%a} {date_text(day)}")
        self.window.check_rows(rows(expectations.hours(self._posts, _NOW, day)))

    def _expect_read_out(self, bucket: Bucket) -> None:
        until(lambda: self.window.read_out().startswith(f"{bucket.span}:"), f"the cursor on {bucket.span}")

    # ---- Taking along -----------------------------------------------------------------------

    def export_table(self) -> None:
        self._type_path(self._file)
        self.window.wait_until_says(f"Saved as {self._file}")
        self._check_file()
        self._stage.shoot("exported")

    def export_over_it(self) -> None:
        self._file.write_text("not ours\n")
        dialog = self._type_path(self._file)
        question = self.window.program.wait_for("alert")
        self._stage.shoot("asks-before-it-overwrites")
        driver.click(question.wait_for("button", "No"))
        until(lambda: not self.window.program.find("alert"), "the question to go")
        check_equal(self._file.read_text(), "not ours\n", "a file that was not to be overwritten")
        driver.click(dialog.wait_for("button", "Save"))
        driver.click(self.window.program.wait_for("alert").wait_for("button", "Yes"))
        until(lambda: self._file.read_text() != "not ours\n", "the file to be overwritten")
        self._check_file()

    def _type_path(self, path: Path) -> driver.Element:
        dialog = self.window.export("Table (CSV)")
        field = dialog.wait_for("text", "File name:")
        until(lambda: field.is_focused, "the field for the name")
        driver.enter(str(path))
        until_equal(lambda: field.text, str(path), "the typed path")
        driver.press("Return")
        return dialog

    def _check_file(self) -> None:
        wanted = [expectations.CSV_HEADER] + [day.csv() for day in self._days]

        def read() -> list[list[str]]:
            with self._file.open(newline="", encoding="utf-8") as file:
                return list(csv.reader(file))

        until_equal(read, wanted, "the exported table")

    # ---- Without the server -----------------------------------------------------------------

    def server_gone(self) -> None:
        self._server.kill()
        self._open_day(self._day)
        self._expect_day()
        self.window.check_rows(rows(self._hours))
        driver.press("alt+Left")
        self._expect_overview()
        self.window.check_rows(rows(self._days))

    def never_fetched(self) -> None:
        seen = {self._day.start + i * DAY for i in (-1, 0, 1)}
        unseen = expectations.busiest([day for day in self._days[:-1] if day.start not in seen])
        self._open_day(unseen)
        self.window.wait_until_says("No saved data for this period")
        self.window.wait_for_breadcrumbs("90 days", date_text(unseen.start))
        until(lambda: "aved data" in self.window.alert(), "the message bar, and what still works in it")
        retry = self.window.button("Retry")
        self.window.wait_until_says("Server unreachable")
        self._stage.shoot("never-fetched")
        driver.click(retry)
        until(self.window.alert, "the message bar again")
        self.window.wait_until_says("No saved data for this period")

    def offline_by_choice(self) -> None:
        switch = self._offline_switch()
        check(not switch.is_checked, "nobody has chosen to work offline")
        driver.click(switch)
        self.window.wait_until_says("Working offline")
        until(lambda: self._offline_switch().is_checked, "the switch to show it")
        until(lambda: not self.window.alert(), "the message to go, for nothing is wrong any more")
        driver.press("alt+Left")
        self._expect_overview()
        self.window.check_rows(rows(self._days))
        check(not self.window.alert(), f"who works offline is not told that nobody answers: {self.window.alert()}")
        self._stage.shoot("offline")
        driver.click(self._offline_switch())
        until(lambda: not self.window.says("Working offline"), "the end of working offline")
        # That of the channels may be there first; what is looked at comes before it.
        until(lambda: "Showing saved data" in self.window.alert(), "the message that tells what still works")

    def close(self) -> None:
        driver.press("alt+F4")
        check_equal(self._stage.processes.ended(_PROGRAM), 0, "the exit code")

    def start_again(self) -> None:
        self._start()
        self._expect_overview()
        self.window.check_rows(rows(self._days))
        self._open_day(self._day)
        self._expect_day()
        self.window.check_rows(rows(self._hours))
        self._stage.shoot("started-again")
        self.close()
        self._check_secrets()

    def _start(self) -> None:
        command = [
            self._programs.postwave,
            "--trust-server-clock",
            "--data-dir",
            str(self._stage.path("data")),
            "--log-rules",
            "*.warning=true",
        ]
        self._stage.processes.start(_PROGRAM, command)
        self._window = Window(driver.application(_PROGRAM))

    def _open_day(self, day: Bucket) -> None:
        driver.click(self.window.point_at_bucket([day.span for day in self._days], self._days.index(day)))

    def _offline_switch(self) -> driver.Element:
        """The one in the status bar; the message bar may have another above it."""
        buttons = [b for b in self.window.frame.find_all("button") if b.name == "Work offline"]
        return max(buttons, key=lambda button: button.box.y)

    def _check_secrets(self) -> None:
        for file in self._stage.path("data").rglob("*"):
            held = file.read_bytes() if file.is_file() else b""
            check(PASSWORD.encode() not in held, f"the password stands in {file.name}")
            check(b"eyJ" not in held, f"a token stands in {file.name}")
