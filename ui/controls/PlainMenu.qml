// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic

/*! A menu in the colours of the theme. */
Menu {
    id: menu

    delegate: PlainMenuItem {
    }
    padding: 4

    background: Rectangle {
        border.color: Theme.line
        color: Theme.surface
        implicitWidth: Math.round(200 * Theme.textScale)
        radius: Theme.controlRadius
    }
}
