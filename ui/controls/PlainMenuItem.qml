// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/*! An entry of a menu, with a second, quieter text where it has one. */
MenuItem {
    id: item

    property string detail: ""

    function accessiblePressAction() {
        if (enabled)
            triggered();
    }

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

        Body {
            Layout.fillWidth: true
            Layout.leftMargin: item.checkable ? 24 : 4
            text: item.text
            wrapMode: Text.NoWrap
        }
        QuietText {
            Layout.fillWidth: true
            Layout.leftMargin: item.checkable ? 24 : 4
            text: item.detail
            visible: text.length > 0
        }
    }
    indicator: Rectangle {
        color: Theme.accent
        height: 8
        radius: 4
        visible: item.checkable && item.checked
        width: 8
        x: 12
        y: (item.height - height) / 2
    }
}
