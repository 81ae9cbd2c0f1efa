// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/*! What a page calls its parts for, which are made later and have no type that it could name: each hears its own. */
QtObject {
    signal clocksWanted
    signal compareStartWanted
    signal rangeWanted
    signal searchWanted
}
