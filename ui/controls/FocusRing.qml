// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/*! What shows that the keyboard is here; whoever has it binds `visible`. */
Rectangle {
    anchors.fill: parent
    anchors.margins: -Theme.focusWidth
    border.color: Theme.accent
    border.width: Theme.focusWidth
    color: "transparent"
    radius: Theme.controlRadius + Theme.focusWidth
}
