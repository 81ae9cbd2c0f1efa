// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/*! What the pointer is told of an item, as plain text: Qt's own tooltip takes a channel's title for HTML. */
QtObject {
    id: hint

    required property Item over
    property string text: ""
    /*! Milliseconds that the pointer has to rest. */
    property int delay: 600
    /*! Whether the pointer, or the keyboard's focus, is there. */
    property bool wanted: false
    readonly property bool isDue: wanted && text.length > 0

    onIsDueChanged: isDue ? Hints.offer(hint) : Hints.withdraw(hint)

    Component.onDestruction: Hints.withdraw(hint)
}
