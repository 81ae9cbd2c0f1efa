// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Postwave.Models
import Postwave.Ui

/*! Where the data come from, and its channels. */
Rectangle {
    id: sidebar

    required property DashboardState dashboard

    signal connectWanted
    signal settingsWanted

    color: Theme.window

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: 8
        spacing: 8

        PushButton {
            id: sourceButton

            Accessible.name: qsTr("Source: %1").arg(text)
            Layout.fillWidth: true
            icon.source: Qt.resolvedUrl("icons/server.svg")
            text: sidebar.dashboard.sourceName
            tip: qsTr("Choose where the data come from")

            onClicked: sourceMenu.open(sourceButton)

            MenuLoader {
                id: sourceMenu

                sourceComponent: PlainMenu {
                    id: sources

                    Instantiator {
                        model: sidebar.dashboard.sources

                        delegate: PlainMenuItem {
                            required property string key
                            required property string name
                            required detail

                            choice: true
                            chosen: key === sidebar.dashboard.sourceKey
                            text: name

                            onTriggered: sidebar.dashboard.openSource(key)
                        }

                        onObjectAdded: (index, object) => sources.insertItem(index, object)
                        onObjectRemoved: (index, object) => sources.removeItem(object)
                    }
                    MenuSeparator {
                    }
                    PlainMenuItem {
                        text: qsTr("Connect to a server…")

                        onTriggered: sidebar.connectWanted()
                    }
                    PlainMenuItem {
                        enabled: sidebar.dashboard.signedIn
                        text: qsTr("Sign out")

                        onTriggered: sidebar.dashboard.signOut()
                    }
                    PlainMenuItem {
                        detail: qsTr("What is stored of it stays")
                        enabled: !sidebar.dashboard.demo
                        text: qsTr("Remove this server")

                        onTriggered: sidebar.dashboard.forgetSource()
                    }
                }
            }
        }
        QuietText {
            Layout.leftMargin: 8
            Layout.topMargin: 4
            text: sidebar.dashboard.listing && list.count === 0 ? qsTr("Asking for the channels…") : qsTr("Channels")
        }
        ListView {
            id: list

            Accessible.name: qsTr("Channels")
            Accessible.role: Accessible.List
            Layout.fillHeight: true
            Layout.fillWidth: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            // Reads the length, for rows change with the list.
            currentIndex: count > 0 ? sidebar.dashboard.channels.rowOf(sidebar.dashboard.channelId) : -1
            keyNavigationEnabled: false
            model: sidebar.dashboard.channels
            spacing: 2

            ScrollBar.vertical: ScrollBar {
            }
            delegate: ItemDelegate {
                id: row

                required property int index
                required property string channelId
                required property string title
                required property string username
                required property string subscribers

                readonly property bool current: ListView.isCurrentItem

                function accessiblePressAction() {
                    clicked();
                }

                Accessible.description: subscribers
                Accessible.name: title
                Accessible.role: Accessible.ListItem
                Accessible.selected: current
                height: contentItem.implicitHeight + 16
                leftPadding: 10
                rightPadding: 10
                width: ListView.view.width

                background: Rectangle {
                    border.color: Theme.accent
                    border.width: row.current && list.activeFocus ? Theme.focusWidth : 0
                    color: row.current ? Theme.surface : (row.hovered ? Theme.line : "transparent")
                    radius: Theme.controlRadius
                }
                contentItem: Column {
                    spacing: 2

                    Body {
                        color: Theme.text
                        elide: Text.ElideRight
                        font.bold: row.current
                        maximumLineCount: 1
                        text: row.title
                        width: parent.width
                        wrapMode: Text.NoWrap
                    }
                    QuietText {
                        text: row.subscribers.length > 0 ? row.subscribers : row.username
                        visible: text.length > 0
                        width: parent.width
                    }
                }

                onClicked: sidebar.dashboard.selectChannel(channelId)
            }

            Keys.onDownPressed: choose(currentIndex + 1)
            Keys.onUpPressed: choose(currentIndex - 1)

            function choose(row: int) {
                sidebar.dashboard.selectChannel(sidebar.dashboard.channels.idAt(row));
            }
        }
        PushButton {
            icon.source: Qt.resolvedUrl("icons/settings.svg")
            quiet: true
            text: qsTr("Settings")

            onClicked: sidebar.settingsWanted()
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        anchors.top: parent.top
        color: Theme.line
        width: 1
    }
}
