// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic

/*! A small form that opens beside the button it belongs to, and goes by Esc or a click elsewhere. */
Popup {
    id: card

    /*! Opens it below @a button, at its side that leaves room. */
    function openBelow(button: Item) {
        const beginsRight = button.mapToItem(null, 0, 0).x > button.Window.width / 2;
        x = beginsRight ? button.width - width : 0;
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
