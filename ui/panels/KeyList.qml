// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Postwave.Models
import Postwave.Ui

/*! All keys and what they do. */
PopupCard {
    id: card

    /*! Those that have keys. */
    required property CommandFilterModel commands

    height: Math.min(parent.height - 48, list.contentHeight + heading.height + 3 * padding)
    modal: true
    width: Math.min(parent.width - 32, Math.round(460 * Theme.textScale))
    x: Math.round((parent.width - width) / 2)
    y: Math.round((parent.height - height) / 2)

    onOpened: list.forceActiveFocus(Qt.PopupFocusReason)

    ColumnLayout {
        anchors.fill: parent
        spacing: 8

        // Else the key would also lead one level up.
        Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape
        Keys.onEscapePressed: card.close()

        RowLayout {
            id: heading

            Layout.fillWidth: true

            BodyLabel {
                Accessible.name: text
                Accessible.role: Accessible.Heading
                Layout.fillWidth: true
                font.bold: true
                font.pixelSize: Theme.sectionSize
                text: qsTr("Keyboard shortcuts")
            }
            PushButton {
                text: qsTr("Close")

                onClicked: card.close()
            }
        }
        ListView {
            id: list

            Accessible.name: qsTr("Keyboard shortcuts")
            Accessible.role: Accessible.List
            Layout.fillHeight: true
            Layout.fillWidth: true
            // All are there, for a screen reader as well.
            cacheBuffer: 4000
            clip: true
            currentIndex: -1
            keyNavigationEnabled: false
            model: card.commands
            section.property: "group"

            ScrollBar.vertical: ScrollBar {
            }
            delegate: Item {
                id: row

                required property string name
                required property var keyTexts

                Accessible.description: keyTexts.join(" ")
                Accessible.name: name
                Accessible.role: Accessible.ListItem
                height: Theme.rowHeight
                width: ListView.view.width

                BodyLabel {
                    Accessible.ignored: true
                    anchors.left: parent.left
                    anchors.right: caps.left
                    anchors.rightMargin: 12
                    anchors.verticalCenter: parent.verticalCenter
                    elide: Text.ElideRight
                    maximumLineCount: 1
                    text: row.name
                    wrapMode: Text.NoWrap
                }
                KeyCaps {
                    id: caps

                    anchors.right: parent.right
                    anchors.rightMargin: 12
                    anchors.verticalCenter: parent.verticalCenter
                    texts: row.keyTexts
                }
            }
            section.delegate: CaptionLabel {
                required property string section

                bottomPadding: 4
                text: section
                topPadding: 12
            }

            Keys.onDownPressed: contentY = Math.min(contentY + Theme.rowHeight, Math.max(originY, originY + contentHeight - height))
            Keys.onUpPressed: contentY = Math.max(contentY - Theme.rowHeight, originY)
        }
    }
}
