// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic

/*! A small form that opens beside the button it belongs to, and goes by Esc or a click elsewhere. */
Popup {
    id: card

    /*! Opens it below @a button; its margins keep it in the window. */
    function openBelow(button: Item) {
        x = 0;
        y = button.height + 4;
        open();
    }

    focus: true
    margins: 8
    padding: 16

    background: Rectangle {
        border.color: Theme.line
        color: Theme.surface
        radius: Theme.cardRadius
    }
}
