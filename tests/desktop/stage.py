# SPDX-FileCopyrightText: 2025 The Postwave authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop of its own: display, window manager, buses and an empty home."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

from processes import Processes
from waiting import check, until, while_waiting

_SIZE = "1280x860"


class Stage:
    """Where the program is looked at. Everything on it starts with the same environment."""

    def __init__(self, folder: Path, shots: Path) -> None:
        self._folder = folder
        self._shots = shots
        self._shot = 0
        self.processes = Processes(self._made("logs"))
        self._set_environment()
        while_waiting(self.processes.check)

    def path(self, name: str) -> Path:
        return self._folder / name

    def open(self) -> None:
        self._start_display()
        self._start_bus()
        self._start_keychain()
        self.processes.start("openbox", ["openbox", "--sm-disable"])
        # Shortcuts and focus work only once a manager has taken the screen.
        until(self._is_managed, "the window manager")

    def close(self) -> None:
        self.processes.kill_all()

    def shoot(self, name: str) -> None:
        """A picture of the whole screen, for people; nothing is compared with it."""
        self._shot += 1
        target = self._shots / f"{self._shot:02}-{name}.png"
        subprocess.run(["import", "-silent", "-window", "root", str(target)], check=True, timeout=30)

    def _made(self, name: str) -> Path:
        folder = self._folder / name
        folder.mkdir(mode=0o700)
        return folder

    def _set_environment(self) -> None:
        for name in ("WAYLAND_DISPLAY", "XAUTHORITY", "DBUS_SESSION_BUS_ADDRESS", "AT_SPI_BUS_ADDRESS", "NO_AT_BRIDGE"):
            os.environ.pop(name, None)
        folders = ("HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME")
        os.environ.update({name: str(self._made(name.lower())) for name in folders})
        os.environ.update(
            TZ="UTC",
            # The locale need not exist for Qt to follow it; numbers get their separators by it.
            LC_ALL="en_GB.UTF-8",
            LANGUAGE="",
            QT_QPA_PLATFORM="xcb",
            QT_QUICK_BACKEND="software",
            QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1",
            # Qt and the font library keep things until the end, which is theirs to answer for.
            ASAN_OPTIONS="detect_leaks=0",
            UBSAN_OPTIONS="halt_on_error=1:print_stacktrace=1",
        )

    def _start_display(self) -> None:
        # The server chooses a free number and tells it: any fixed one may be somebody else's.
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{_SIZE}x24", "-nolisten", "tcp", "-noreset"]
        self.processes.start("xvfb", command, pass_fds=(writing,))
        os.close(writing)
        with os.fdopen(reading) as numbers:
            number = numbers.readline().strip()
        check(number, f"there is no display:\n{self.processes.said('xvfb')}")
        os.environ["DISPLAY"] = f":{number}"

    def _start_bus(self) -> None:
        # Not dbus-run-session: its bus would be no child of ours, and its socket not in our folder.
        address = f"unix:path={self.path('bus')}"
        command = ["dbus-daemon", "--session", "--nofork", f"--address={address}", "--print-address=1"]
        self.processes.start("dbus", command)
        self.processes.line_of("dbus", "unix:")
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = address

    def _start_keychain(self) -> None:
        command = ["gnome-keyring-daemon", "--foreground", "--components=secrets", "--unlock"]
        self.processes.start("keychain", command, typed="keychain")
        # It has its name on the bus once it can be asked.
        until(lambda: self._owns("org.freedesktop.secrets"), "the keychain")

    @staticmethod
    def _owns(name: str) -> bool:
        asked = subprocess.run(
            ["dbus-send", "--session", "--print-reply", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus"]
            + ["org.freedesktop.DBus.NameHasOwner", f"string:{name}"],
            capture_output=True,
            text=True,
            check=False,
            timeout=30,
        )
        return "boolean true" in asked.stdout

    def _is_managed(self) -> bool:
        asked = subprocess.run(
            ["xdotool", "get_num_desktops"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            check=False,
            timeout=30,
        )
        return asked.returncode == 0
