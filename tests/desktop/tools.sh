# SPDX-FileCopyrightText: 2026 The Postwave authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# For the tests of the real window, which source it: a test that was not run is no good news, so that a missing tool
# fails it.

missing=
for tool in Xvfb openbox dbus-daemon dbus-send gnome-keyring-daemon xdotool import; do
    command -v "$tool" >/dev/null 2>&1 || missing="$missing $tool"
done
# The system's own Python: others do not find what the distribution packages for it.
/usr/bin/python3 -c 'import pyatspi' 2>/dev/null || missing="$missing python3-pyatspi"
if [ -n "$missing" ]; then
    echo "$(basename "$0"): not here, but needed:$missing. \"./dev test\" installs what is missing." >&2
    exit 1
fi
