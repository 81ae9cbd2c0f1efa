// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/*! Keys as they are printed on a keyboard. */
Row {
    id: caps

    required property var texts

    Accessible.ignored: true
    spacing: 4

    Repeater {
        model: caps.texts

        Rectangle {
            required property string modelData

            border.color: Theme.line
            color: Theme.window
            implicitHeight: label.implicitHeight + 4
            implicitWidth: Math.max(implicitHeight, label.implicitWidth + 12)
            radius: 4

            CaptionLabel {
                id: label

                Accessible.ignored: true
                anchors.centerIn: parent
                text: parent.modelData
            }
        }
    }
}
