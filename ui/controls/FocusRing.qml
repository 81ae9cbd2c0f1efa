// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic

/*! What shows that the keyboard is here. */
Rectangle {
    required property Control target

    anchors.fill: parent
    anchors.margins: -Theme.focusWidth
    border.color: Theme.accent
    border.width: Theme.focusWidth
    color: "transparent"
    radius: Theme.controlRadius + Theme.focusWidth
    visible: target.visualFocus
}
