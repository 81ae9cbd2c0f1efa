// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Postwave.Models
import Postwave.Ui

/*! What the days of the view say of weekdays: how much is posted, and what a post gathers. */
Rectangle {
    id: panel

    required property ChannelPage page

    // Shares of the width; but figures that belong together stay in one look, however wide the window is.
    property real share: 0

    Binding {
        // Qt 6.4 does not lay a row out anew for what changes while it is laid out.
        delayed: true
        property: "share"
        target: panel
        value: Math.max(0, Math.min(Theme.columnWidth / 2, (panel.width - 8 * 12) / 18))
    }

    Component.onCompleted: page.weekdays.active = true
    Component.onDestruction: page.weekdays.active = false

    border.color: list.activeFocus && list.currentIndex < 0 ? Theme.accent : Theme.line
    border.width: list.activeFocus && list.currentIndex < 0 ? Theme.focusWidth : 1
    clip: true
    color: Theme.surface
    radius: Theme.cardRadius

    component Cell: BodyLabel {
        Accessible.ignored: true
        Layout.preferredWidth: 2 * panel.share
        elide: Text.ElideRight
        horizontalAlignment: Text.AlignRight
        maximumLineCount: 1
        wrapMode: Text.NoWrap
    }
    component Head: Cell {
        Accessible.ignored: false
        Accessible.name: text
        Accessible.role: Accessible.ColumnHeader
        color: Theme.muted
        font.pixelSize: Theme.labelSize
    }

    BodyLabel {
        Accessible.name: text
        anchors.centerIn: parent
        color: Theme.muted
        horizontalAlignment: Text.AlignHCenter
        text: panel.page.weekdays.reason
        visible: text.length > 0
        width: Math.min(parent.width - 48, Math.round(480 * Theme.textScale))
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: 1
        spacing: 0
        visible: list.count > 0

        RowLayout {
            Layout.fillWidth: true
            Layout.leftMargin: 12
            Layout.preferredHeight: Theme.rowHeight
            Layout.rightMargin: 12
            spacing: 12

            Head {
                Layout.preferredWidth: 3 * panel.share
                horizontalAlignment: Text.AlignLeft
                text: qsTr("Weekday")
            }
            Head {
                text: qsTr("Posts")
            }
            Head {
                text: qsTr("Views per post")
            }
            Item {
                Layout.preferredWidth: 4 * panel.share
            }
            Head {
                text: qsTr("ER by views")
            }
            Head {
                Layout.fillWidth: true
                Layout.leftMargin: 12
                horizontalAlignment: Text.AlignLeft
                text: qsTr("Based on")
            }
        }
        Rectangle {
            Layout.fillWidth: true
            Layout.preferredHeight: 1
            color: Theme.line
        }
        ListView {
            id: list

            Accessible.name: qsTr("Weekday figures")
            Accessible.role: Accessible.Table
            Layout.fillHeight: true
            Layout.fillWidth: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            // Rows that nobody sees are made one by one, and Qt complains when they are gone meanwhile.
            cacheBuffer: 0
            clip: true
            currentIndex: -1
            highlightMoveDuration: 0
            model: panel.page.weekdays
            opacity: panel.page.outdated ? 0.35 : 1

            onActiveFocusChanged: if (activeFocus && currentIndex < 0 && count > 0)
                currentIndex = 0

            ScrollBar.vertical: ScrollBar {
            }
            delegate: Rectangle {
                id: row

                required property string name
                required property string posts
                required property string perPost
                required property string rate
                required property string basis
                required property real share
                required property bool few
                required property string sentence

                Accessible.name: sentence
                Accessible.role: Accessible.Row
                Accessible.selected: ListView.isCurrentItem
                border.color: Theme.accent
                border.width: ListView.isCurrentItem && list.activeFocus ? Theme.focusWidth : 0
                color: over.hovered ? Theme.window : "transparent"
                // All seven are seen at once, where that is possible.
                height: Math.max(Math.round(20 * Theme.textScale), Math.min(Theme.rowHeight, Math.floor(ListView.view.height / 7)))
                width: ListView.view.width

                HoverHandler {
                    id: over
                }
                RowLayout {
                    anchors.fill: parent
                    anchors.leftMargin: 12
                    anchors.rightMargin: 12
                    spacing: 12

                    Cell {
                        Layout.preferredWidth: 3 * panel.share
                        horizontalAlignment: Text.AlignLeft
                        text: row.name
                    }
                    Cell {
                        text: row.posts
                    }
                    Cell {
                        color: row.few ? Theme.muted : Theme.text
                        text: row.perPost
                    }
                    Item {
                        Layout.preferredHeight: 8
                        Layout.preferredWidth: 4 * panel.share

                        Rectangle {
                            anchors.left: parent.left
                            color: Theme.views
                            height: parent.height
                            opacity: 0.8
                            radius: 2
                            visible: row.share > 0
                            width: Math.max(2, parent.width * row.share)
                        }
                    }
                    Cell {
                        color: row.few ? Theme.muted : Theme.text
                        text: row.rate
                    }
                    Cell {
                        Layout.fillWidth: true
                        Layout.leftMargin: 12
                        color: Theme.muted
                        horizontalAlignment: Text.AlignLeft
                        text: row.basis
                    }
                }
            }
        }
    }
}
