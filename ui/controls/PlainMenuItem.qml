// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/*! An entry of a menu, with a second, quieter text where it has one. */
MenuItem {
    id: item

    property string detail: ""
    /*! One of several of which one holds; `chosen` says whether it is this one. Unlike `checked`, a click leaves it alone. */
    property bool choice: false
    property bool chosen: false

    function accessiblePressAction() {
        if (enabled)
            triggered();
    }

    Accessible.checkable: choice
    Accessible.checked: chosen
    Accessible.description: detail
    Accessible.name: text
    font.pixelSize: Theme.bodySize
    implicitHeight: Math.max(Theme.rowHeight, contentItem.implicitHeight + 12)
    implicitWidth: Math.max(Math.round(192 * Theme.textScale), contentItem.implicitWidth + 24)
    opacity: enabled ? 1 : 0.45

    background: Rectangle {
        color: item.highlighted ? Theme.window : "transparent"
        radius: Theme.controlRadius
    }
    contentItem: ColumnLayout {
        spacing: 0

        BodyLabel {
            Layout.fillWidth: true
            Layout.leftMargin: item.choice ? 24 : 4
            text: item.text
            wrapMode: Text.NoWrap
        }
        CaptionLabel {
            Layout.fillWidth: true
            Layout.leftMargin: item.choice ? 24 : 4
            text: item.detail
            visible: text.length > 0
        }
    }
    indicator: Rectangle {
        color: Theme.accent
        height: 8
        radius: 4
        visible: item.chosen
        width: 8
        x: 12
        y: (item.height - height) / 2
    }
}
