// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic

/*! A choice that is on or off. */
CheckBox {
    id: control

    // As in PushButton: what assistive technology presses.
    function accessiblePressAction() {
        if (!enabled)
            return;
        toggle();
        toggled();
    }

    Accessible.name: text
    font.pixelSize: Theme.bodySize
    padding: 0
    spacing: 8

    contentItem: BodyLabel {
        leftPadding: control.indicator.width + control.spacing
        text: control.text
        verticalAlignment: Text.AlignVCenter
    }
    indicator: Rectangle {
        border.color: control.checked || control.visualFocus ? Theme.accent : Theme.muted
        border.width: control.visualFocus ? Theme.focusWidth : 1
        color: control.checked ? Theme.accent : Theme.surface
        implicitHeight: 18
        implicitWidth: 18
        radius: 4
        x: control.mirrored ? control.width - width : 0
        y: (control.height - height) / 2

        Rectangle {
            anchors.centerIn: parent
            color: Theme.surface
            height: 8
            radius: 2
            visible: control.checked
            width: 8
        }
    }
}
