// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Postwave.Charts
import Postwave.Models
import Postwave.Ui

/*! Where the data come from, and its channels. */
Rectangle {
    id: sidebar

    required property PartCalls calls
    required property Workspace workspace
    /*! Narrow: pictures of letters in the place of names. */
    required property bool rail

    signal connectWanted
    signal settingsWanted

    /*! Fewer channels than this are found sooner by looking. */
    readonly property int searchFrom: 8

    color: Theme.window

    Connections {
        // To where a channel is found: by typing where there are many, else by the arrows.
        function onSearchWanted() {
            if (searchLoader.item)
                (searchLoader.item as Field).takeFocus();
            else
                list.forceActiveFocus(Qt.ShortcutFocusReason);
        }

        target: sidebar.calls
    }
    ChannelFilterModel {
        id: filtered

        sourceModel: sidebar.workspace.session.channels
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: 8
        spacing: 8

        PushButton {
            id: sourceButton

            Accessible.name: qsTr("Source: %1").arg(sidebar.workspace.session.name)
            Layout.fillWidth: true
            icon.source: Qt.resolvedUrl("icons/server.svg")
            text: sidebar.rail ? "" : sidebar.workspace.session.name
            tip: sidebar.rail ? sidebar.workspace.session.name : qsTr("Choose a source")

            onClicked: sourceMenu.open(sourceButton)

            Loader {
                id: detailsLoader

                active: false

                sourceComponent: SourceDetails {
                    workspace: sidebar.workspace
                }
            }
            MenuLoader {
                id: sourceMenu

                sourceComponent: PlainMenu {
                    id: sources

                    Instantiator {
                        model: sidebar.workspace.sources

                        delegate: PlainMenuItem {
                            required property string key
                            required property string name
                            required detail

                            choice: true
                            chosen: key === sidebar.workspace.session.key
                            text: name

                            onTriggered: sidebar.workspace.openSource(key)
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
                        enabled: !sidebar.workspace.session.demo
                        text: qsTr("Server details…")

                        onTriggered: {
                            detailsLoader.active = true;
                            (detailsLoader.item as SourceDetails).openBelow(sourceButton);
                        }
                    }
                    PlainMenuItem {
                        enabled: sidebar.workspace.session.signedIn
                        text: qsTr("Sign out")

                        onTriggered: sidebar.workspace.session.signOut()
                    }
                    PlainMenuItem {
                        detail: qsTr("Saved data stays")
                        enabled: !sidebar.workspace.session.demo
                        text: qsTr("Remove this server")

                        onTriggered: sidebar.workspace.forgetSource()
                    }
                }
            }
        }
        PushButton {
            Accessible.checkable: true
            Accessible.checked: checked
            Layout.fillWidth: sidebar.rail
            checked: sidebar.workspace.allChannels
            icon.source: Qt.resolvedUrl("icons/channels.svg")
            quiet: true
            text: sidebar.rail ? "" : qsTr("All channels")
            tip: sidebar.rail ? qsTr("All channels") : qsTr("Show all channels")
            visible: sidebar.workspace.session.channels.count > 1

            onClicked: sidebar.workspace.openAllChannels()
        }
        CaptionLabel {
            Layout.leftMargin: 8
            Layout.topMargin: 4
            text: sidebar.workspace.session.listing && list.count === 0 ? qsTr("Loading channels…") : qsTr("Channels")
            visible: !sidebar.rail
        }
        Loader {
            id: searchLoader

            Layout.fillWidth: true
            active: !sidebar.rail && sidebar.workspace.session.channels.count >= sidebar.searchFrom
            visible: active

            sourceComponent: Field {
                label: qsTr("Search")
                placeholderText: qsTr("Title, @name or ID")

                Component.onDestruction: filtered.wanted = ""
                // Where nothing was typed, nothing was found.
                onAccepted: {
                    if (text.length > 0)
                        list.choose(0);
                }
                onEdited: filtered.wanted = text
            }
        }
        CaptionLabel {
            Layout.fillWidth: true
            Layout.leftMargin: 8
            text: qsTr("No matches.")
            visible: list.count === 0 && filtered.wanted.length > 0
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
            currentIndex: count > 0 ? filtered.rowOf(sidebar.workspace.channelId) : -1
            keyNavigationEnabled: false
            model: filtered
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
                required property string initials
                required property string typical
                required property var days

                readonly property bool current: channelId === sidebar.workspace.channelId
                /*! The title has too little room; no id, which would make its label at once. */
                property bool cut: false

                function accessiblePressAction() {
                    clicked();
                }

                Accessible.description: typical.length > 0 && subscribers.length > 0 ? qsTr("%1 · %2").arg(subscribers).arg(typical) : subscribers + typical
                Accessible.name: title
                Accessible.role: Accessible.ListItem
                Accessible.selected: current
                height: contentItem.implicitHeight + 16
                hoverEnabled: true
                leftPadding: sidebar.rail ? 0 : 10
                rightPadding: leftPadding
                width: ListView.view.width

                Hint {
                    delay: 300
                    over: row
                    text: row.title
                    wanted: row.hovered && (sidebar.rail || row.cut)
                }

                background: Rectangle {
                    border.color: Theme.accent
                    border.width: row.current && list.activeFocus ? Theme.focusWidth : 0
                    color: row.current ? Theme.surface : (row.hovered ? Theme.line : "transparent")
                    radius: Theme.controlRadius
                }
                contentItem: Column {
                    spacing: 2

                    BodyLabel {
                        color: Theme.text
                        elide: Text.ElideRight
                        font.bold: row.current
                        horizontalAlignment: sidebar.rail ? Text.AlignHCenter : Text.AlignLeft
                        maximumLineCount: 1
                        text: sidebar.rail ? row.initials : row.title
                        width: parent.width
                        wrapMode: Text.NoWrap

                        onTruncatedChanged: row.cut = truncated
                    }
                    CaptionLabel {
                        text: row.subscribers.length > 0 ? row.subscribers : row.username
                        visible: text.length > 0 && !sidebar.rail
                        width: parent.width
                    }
                    Row {
                        spacing: 8
                        visible: row.days.length > 0 && !sidebar.rail
                        width: parent.width

                        Sparkline {
                            colour: row.current ? Theme.views : Theme.muted
                            height: Math.round(16 * Theme.textScale)
                            values: row.days
                            width: Math.round(72 * Theme.textScale)
                        }
                        CaptionLabel {
                            anchors.verticalCenter: parent.verticalCenter
                            text: row.typical
                        }
                    }
                }

                onClicked: sidebar.workspace.selectChannel(channelId)
            }

            // By the channel that is shown: while a list changes, its own current row may be another.
            Keys.onDownPressed: choose(filtered.rowOf(sidebar.workspace.channelId) + 1)
            Keys.onUpPressed: choose(filtered.rowOf(sidebar.workspace.channelId) - 1)

            function choose(row: int) {
                sidebar.workspace.selectChannel(filtered.idAt(row));
            }
        }
        PushButton {
            icon.source: Qt.resolvedUrl("icons/settings.svg")
            quiet: true
            text: sidebar.rail ? "" : qsTr("Settings")
            tip: sidebar.rail ? qsTr("Settings") : ""

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
