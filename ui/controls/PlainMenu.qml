// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic

/*! A menu in the colours of the theme. */
Menu {
    id: menu

    /*! As wide as its widest entry. */
    readonly property real entryWidth: {
        let widest = 0;
        for (let i = 0; i < count; ++i)
            widest = Math.max(widest, itemAt(i).implicitWidth);
        return widest;
    }

    delegate: PlainMenuItem {
    }
    margins: 8
    padding: 4
    width: entryWidth + leftPadding + rightPadding

    background: Rectangle {
        border.color: Theme.line
        color: Theme.surface
        radius: Theme.controlRadius
    }
}
