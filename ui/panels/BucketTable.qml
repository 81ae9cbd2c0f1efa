// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Postwave.Models
import Postwave.Ui

/*! Every bucket of the view in numbers, newest first. Tied to the chart by the selected bucket. */
Rectangle {
    id: panel

    required property DashboardState dashboard
    /*! The bucket that the pointer is at in the chart; it is marked, but not scrolled to. */
    required property int pointed

    /*! Somebody wants the table in the clipboard. */
    signal copyWanted

    /*! The keyboard is here, and no row shows it. */
    readonly property bool ringed: list.activeFocus && list.currentIndex < 0

    border.color: ringed ? Theme.accent : Theme.line
    border.width: ringed ? Theme.focusWidth : 1
    clip: true
    color: Theme.surface
    radius: Theme.cardRadius

    component Cell: Body {
        Accessible.name: text
        Accessible.role: Accessible.Cell
        Layout.fillWidth: true
        Layout.preferredWidth: 2
        elide: Text.ElideRight
        horizontalAlignment: Text.AlignRight
        maximumLineCount: 1
        wrapMode: Text.NoWrap
    }
    component Head: Cell {
        Accessible.role: Accessible.ColumnHeader
        color: Theme.muted
        font.pixelSize: Theme.labelSize
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: 1
        spacing: 0

        RowLayout {
            Layout.fillWidth: true
            Layout.leftMargin: 12
            Layout.preferredHeight: Theme.rowHeight
            Layout.rightMargin: 12
            spacing: 12

            Head {
                Layout.preferredWidth: 3
                horizontalAlignment: Text.AlignLeft
                text: panel.dashboard.table.timeHeader
            }
            Head {
                text: qsTr("Views so far")
            }
            Repeater {
                model: panel.dashboard.table.comparedHeaders

                Head {
                    required property int index
                    required property string modelData

                    // The change may be a few words.
                    Layout.preferredWidth: index === 1 ? 3 : 2
                    text: modelData
                }
            }
            Head {
                text: qsTr("Reactions")
            }
            Head {
                text: qsTr("Forwards")
            }
            Head {
                text: qsTr("Comments")
            }
            Head {
                text: qsTr("Posts")
            }
            Head {
                Layout.preferredWidth: 4
                horizontalAlignment: Text.AlignLeft
                text: qsTr("State")
            }
        }
        Rectangle {
            Layout.fillWidth: true
            Layout.preferredHeight: 1
            color: Theme.line
        }
        ListView {
            id: list

            Accessible.name: qsTr("Buckets in numbers")
            Accessible.role: Accessible.Table
            Layout.fillHeight: true
            Layout.fillWidth: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            // Rows that nobody sees are made one by one, and Qt complains when their bucket is gone meanwhile.
            cacheBuffer: 0
            clip: true
            // Reads the length, for the newest bucket is the first row.
            currentIndex: count > 0 ? panel.dashboard.table.rowOfBucket(panel.dashboard.selected) : -1
            highlightMoveDuration: 0
            keyNavigationEnabled: false
            model: panel.dashboard.table
            opacity: panel.dashboard.outdated ? 0.35 : 1
            reuseItems: true

            // By itself it would stop a row short of one that was not made yet.
            onCurrentIndexChanged: positionViewAtIndex(currentIndex, ListView.Contain)

            Keys.onDownPressed: pick(currentIndex + 1)
            Keys.onEnterPressed: panel.dashboard.drill(panel.dashboard.selected)
            Keys.onReturnPressed: panel.dashboard.drill(panel.dashboard.selected)
            Keys.onPressed: event => {
                if (!event.matches(StandardKey.Copy))
                    return;
                panel.copyWanted();
                event.accepted = true;
            }
            Keys.onUpPressed: pick(currentIndex < 0 ? 0 : currentIndex - 1)

            function pick(row: int) {
                const bucket = panel.dashboard.table.bucketOfRow(row);
                if (bucket >= 0)
                    panel.dashboard.selected = bucket;
            }

            ScrollBar.vertical: ScrollBar {
            }
            delegate: Rectangle {
                id: row

                required property int bucket
                required property string time
                required property string views
                required property var compared
                required property string reactions
                required property string forwards
                required property string comments
                required property string posts
                required property string bucketState
                required property bool viral
                required property string sentence
                required property int index

                readonly property bool current: ListView.isCurrentItem

                function accessiblePressAction() {
                    panel.dashboard.drill(bucket);
                }

                Accessible.name: sentence
                Accessible.role: Accessible.Row
                Accessible.selected: current
                border.color: Theme.accent
                border.width: current && list.activeFocus ? Theme.focusWidth : 0
                color: current || hover.hovered || bucket === panel.pointed ? Theme.window : "transparent"
                height: Theme.rowHeight
                width: ListView.view.width

                RowLayout {
                    anchors.fill: parent
                    anchors.leftMargin: 12
                    anchors.rightMargin: 12
                    spacing: 12

                    Cell {
                        Layout.preferredWidth: 3
                        horizontalAlignment: Text.AlignLeft
                        text: row.time
                    }
                    Cell {
                        text: row.views
                    }
                    Repeater {
                        model: row.compared

                        Cell {
                            required property int index
                            required property string modelData

                            Layout.preferredWidth: index === 1 ? 3 : 2
                            color: Theme.muted
                            text: modelData
                        }
                    }
                    Cell {
                        text: row.reactions
                    }
                    Cell {
                        text: row.forwards
                    }
                    Cell {
                        text: row.comments
                    }
                    Cell {
                        text: row.posts
                    }
                    Cell {
                        Layout.preferredWidth: 4
                        color: Theme.muted
                        horizontalAlignment: Text.AlignLeft
                        text: row.viral ? (row.bucketState.length > 0 ? qsTr("▲ Viral · %1").arg(row.bucketState) : qsTr("▲ Viral")) : row.bucketState
                    }
                }
                HoverHandler {
                    id: hover
                }
                TapHandler {
                    onDoubleTapped: panel.dashboard.drill(row.bucket)
                    onTapped: {
                        list.forceActiveFocus(Qt.MouseFocusReason);
                        panel.dashboard.selected = row.bucket;
                    }
                }
            }
        }
    }
}
