// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Postwave.Models
import Postwave.Ui

/*! The first start: two doors. */
Item {
    id: page

    required property Notice notice
    required property SourceSession session

    signal connectWanted
    signal demoWanted

    component Door: Rectangle {
        id: door

        required property string title
        required property string text
        required property string action

        signal opened

        Layout.fillHeight: true
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        border.color: Theme.line
        color: Theme.surface
        implicitHeight: content.implicitHeight + 48
        radius: Theme.cardRadius

        ColumnLayout {
            id: content

            anchors.fill: parent
            anchors.margins: 24
            spacing: 8

            BodyLabel {
                Accessible.name: text
                Layout.fillWidth: true
                font.bold: true
                font.pixelSize: Theme.sectionSize
                text: door.title
            }
            BodyLabel {
                Accessible.name: text
                Layout.fillHeight: true
                Layout.fillWidth: true
                color: Theme.muted
                text: door.text
            }
            PushButton {
                Layout.topMargin: 8
                primary: true
                text: door.action

                onClicked: door.opened()
            }
        }
    }

    ScrollPage {
        anchors.fill: parent
        contentHeight: column.implicitHeight + 48

        ColumnLayout {
            id: column

            spacing: 16
            width: Math.min(parent.width - 48, 720 * Theme.textScale)
            x: (parent.width - width) / 2
            y: Math.max(24, (page.height - height) / 2)

            Part {
                Layout.fillWidth: true
                properties: ({
                        notice: page.notice,
                        session: page.session
                    })
                type: "InlineMessage"
                visible: wanted
                wanted: page.notice.shown
            }
            BodyLabel {
                Accessible.name: text
                Accessible.role: Accessible.Heading
                Layout.fillWidth: true
                font.bold: true
                font.pixelSize: Theme.titleSize
                text: qsTr("See how your posts perform")
            }
            BodyLabel {
                Accessible.name: text
                Layout.fillWidth: true
                color: Theme.muted
                text: qsTr("Postwave charts views, reactions, forwards and comments of a channel’s posts by day, hour and minute. Everything it downloads stays on this computer and works offline.")
            }
            GridLayout {
                Layout.fillWidth: true
                Layout.topMargin: 8
                columnSpacing: 16
                columns: column.width < 520 * Theme.textScale ? 1 : 2
                rowSpacing: 16

                Door {
                    action: qsTr("Try the demo")
                    text: qsTr("Three sample channels with a year of posts. Nothing leaves this computer.")
                    title: qsTr("Take a look first")

                    onOpened: page.demoWanted()
                }
                Door {
                    action: qsTr("Connect to a server")
                    text: qsTr("Your own channels, from the AnalyticBot server that collects their data.")
                    title: qsTr("See your channels")

                    onOpened: page.connectWanted()
                }
            }
        }
    }
}
