// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Postwave.Ui

/*! Two pixels that say that something is on its way, once it takes long enough to be noticed. */
Item {
    id: line

    required property bool running
    property bool shown: false

    Accessible.ignored: !shown
    Accessible.name: qsTr("Loading")
    Accessible.role: Accessible.ProgressBar
    clip: true
    height: 2
    visible: shown

    onRunningChanged: if (!running)
        shown = false

    Timer {
        interval: Theme.busyAfterMs
        running: line.running

        onTriggered: line.shown = true
    }
    Rectangle {
        id: runner

        color: Theme.accent
        height: parent.height
        width: Theme.reduceMotion ? parent.width : parent.width / 4

        NumberAnimation on x {
            duration: 1100
            from: -runner.width
            loops: Animation.Infinite
            running: line.shown && !Theme.reduceMotion
            to: line.width
        }
    }
}
