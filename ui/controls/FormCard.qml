// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/*! A form in the middle of the page. Where it is higher than the page it scrolls, and goes along with the keyboard. */
Rectangle {
    id: card

    default property alias rows: form.rows
    property alias spacing: form.spacing
    /*! Of the rows, where the page has room for it. */
    property real preferredWidth: 412

    anchors.centerIn: parent
    border.color: Theme.line
    color: Theme.surface
    height: Math.min(form.fullHeight + 48, parent.height)
    radius: Theme.cardRadius
    width: Math.min(parent.width - 32, preferredWidth * Theme.textScale + 48)

    ScrollForm {
        id: form

        anchors.fill: parent
        anchors.margins: 24
    }
}
