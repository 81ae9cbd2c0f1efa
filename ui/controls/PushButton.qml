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
    ToolTip.delay: 600
    ToolTip.text: tip
    ToolTip.visible: tip.length > 0 && (hovered || visualFocus)
    font.pixelSize: Theme.bodySize
    hoverEnabled: true
    icon.color: contentColour
    icon.height: 16
    icon.width: 16
    implicitHeight: Theme.controlHeight
    leftPadding: text.length > 0 ? 12 : 8
    opacity: enabled ? 1 : 0.45
    palette.brightText: contentColour
    palette.buttonText: contentColour
    rightPadding: leftPadding
    spacing: 6

    readonly property color contentColour: primary ? Theme.surface : (checked ? Theme.accent : Theme.text)

    background: Rectangle {
        border.color: control.checked ? Theme.accent : Theme.line
        border.width: control.primary || (control.quiet && !control.checked) ? 0 : 1
        color: {
            if (control.primary)
                return control.down ? Qt.darker(Theme.accent, 1.15) : Theme.accent;
            if (control.down)
                return Theme.line;
            return control.hovered || !control.quiet ? Theme.surface : "transparent";
        }
        radius: Theme.controlRadius

        Rectangle {
            anchors.fill: parent
            color: Theme.text
            opacity: control.hovered && control.enabled && !control.down ? 0.05 : 0
            radius: parent.radius
        }
        FocusRing {
            visible: control.visualFocus
        }
    }
}
