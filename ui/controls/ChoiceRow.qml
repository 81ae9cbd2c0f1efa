// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Postwave.Ui

/*! A named setting with a few values, of which one holds. */
ColumnLayout {
    id: row

    required property string label
    /*! What it does, where the name alone does not say it. */
    property string help: ""
    /*! One text for each value. */
    required property var names
    required property var values
    required property var current

    signal chosen(var value)

    Accessible.name: label
    Accessible.role: Accessible.Grouping
    spacing: 6

    BodyLabel {
        Accessible.name: text
        Layout.fillWidth: true
        // Qt 6.4 keeps the height of a name that was wrapped once, before there was a width.
        elide: Text.ElideRight
        font.bold: true
        text: row.label
        wrapMode: Text.NoWrap
    }
    CaptionLabel {
        Accessible.name: text
        Layout.fillWidth: true
        elide: Text.ElideNone
        text: row.help
        visible: text.length > 0
        wrapMode: Text.WordWrap
    }
    Flow {
        Layout.fillWidth: true
        spacing: 4

        Repeater {
            model: row.names

            PushButton {
                required property int index
                required property string modelData

                Accessible.checkable: true
                Accessible.checked: checked
                checked: row.values[index] === row.current
                text: modelData

                onClicked: row.chosen(row.values[index])
            }
        }
    }
}
