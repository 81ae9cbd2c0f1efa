// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Postwave.Models

/*! The extra buttons of a mouse, wherever it is; everything else goes through. */
MouseArea {
    required property Navigator navigator

    acceptedButtons: Qt.BackButton | Qt.ForwardButton

    // Once let go: a press is still on its way to the items below, of which another view may need none.
    onClicked: mouse => mouse.button === Qt.BackButton ? navigator.goBack() : navigator.goForward()
}
