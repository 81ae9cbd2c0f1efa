// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic

/*! A button with a word, an icon, or both. Icons alone need a name in `tip`, which is also their tooltip. */
Button {
    id: control

    /*! The main thing to do here; at most one at a time. */
    property bool primary: false
    /*! Without a frame, among others of its kind. */
    property bool quiet: false
    property string tip: ""

    // Assistive technology presses by this name; without it Qt 6.4 says it did and does nothing.
    function accessiblePressAction() {
        if (enabled)
            clicked();
    }

    Accessible.description: text.length > 0 ? tip : ""
    Accessible.name: text.length > 0 ? text : tip
    font.pixelSize: Theme.bodySize
    hoverEnabled: true
    icon.color: contentColour
    icon.height: Math.round(16 * Theme.textScale)
    icon.width: Math.round(16 * Theme.textScale)
    implicitHeight: Theme.controlHeight
    leftPadding: text.length > 0 ? 12 : 8
    opacity: enabled ? 1 : 0.45
    palette.brightText: contentColour
    palette.buttonText: contentColour
    bottomPadding: 0 // small buttons shrink their frame, not their text
    rightPadding: leftPadding
    topPadding: 0
    spacing: 6

    onDownChanged: Hints.withdraw(hint)

    // Qt's buttons know the space bar alone.
    Keys.onEnterPressed: clicked()
    Keys.onReturnPressed: clicked()

    readonly property color contentColour: primary ? Theme.surface : (checked ? Theme.accent : Theme.text)

    Hint {
        id: hint

        over: control
        text: control.tip
        wanted: control.hovered || control.visualFocus
    }

    // One item does it all: there are dozens of buttons, and each item is paid for at the start.
    background: Rectangle {
        // On its own colour the ring of the main button would not be seen.
        border.color: control.visualFocus && control.primary ? Theme.text : (control.checked || control.visualFocus ? Theme.accent : Theme.line)
        border.width: control.visualFocus ? Theme.focusWidth : (control.primary || (control.quiet && !control.checked) ? 0 : 1)
        color: {
            const ground = control.primary ? Theme.accent : (control.quiet && !control.hovered ? "transparent" : Theme.surface);
            if (control.down)
                return Qt.tint(ground, Theme.pressed);
            return control.hovered && control.enabled ? Qt.tint(ground, Theme.hovered) : ground;
        }
        radius: Theme.controlRadius
    }
}
