// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic

/*! A metric of the chart: its colour, its name, shown or not. */
AbstractButton {
    id: control

    required property color colour
    /*! The only one shown: it stays. */
    property bool last: false

    function accessiblePressAction() {
        if (enabled)
            clicked();
    }

    Accessible.checkable: true
    Accessible.checked: checked
    Accessible.description: last ? qsTr("At least one metric must stay on") : ""
    Accessible.name: text
    font.pixelSize: Theme.bodySize
    hoverEnabled: true
    implicitHeight: Math.round(26 * Theme.textScale)
    leftPadding: 10
    rightPadding: 10

    Hint {
        over: control
        text: qsTr("At least one metric must stay on")
        wanted: control.hovered && control.last
    }

    background: Rectangle {
        border.color: control.visualFocus ? Theme.accent : (control.checked ? control.colour : Theme.line)
        border.width: control.visualFocus ? Theme.focusWidth : 1
        color: control.hovered ? Theme.window : Theme.surface
        radius: height / 2
    }
    contentItem: Row {
        spacing: 6

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            border.color: control.colour
            border.width: 1.5
            color: control.checked ? control.colour : "transparent"
            height: 8
            radius: 4
            width: 8
        }
        BodyLabel {
            anchors.verticalCenter: parent.verticalCenter
            color: control.checked ? Theme.text : Theme.muted
            text: control.text
            wrapMode: Text.NoWrap
        }
    }
}
