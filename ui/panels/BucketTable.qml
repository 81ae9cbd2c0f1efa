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

    required property ChannelPage page
    /*! The bucket that the pointer is at in the chart; it is marked, but not scrolled to. */
    required property int pointed

    /*! Somebody wants the table in the clipboard. */
    signal copyWanted

    /*! What a refresh changed, which glows once. */
    property var changed: []
    property real glow: 0

    Connections {
        function onBucketsChanged(buckets) {
            if (Theme.reduceMotion)
                return;
            panel.changed = buckets;
            fading.restart();
        }

        target: panel.page
    }
    NumberAnimation {
        id: fading

        duration: Theme.glowMs
        easing.type: Easing.OutQuad
        from: 0.16
        property: "glow"
        target: panel
        to: 0

        onFinished: panel.changed = []
    }

    /*! The keyboard is here, and no row shows it. */
    readonly property bool ringed: list.activeFocus && list.currentIndex < 0

    readonly property bool compares: page.table.comparedHeaders.length > 0
    /*! Reactions, forwards and comments have room; a narrow window does without. */
    readonly property bool wide: width >= (compares ? 860 : 560) * Theme.textScale
    readonly property var sortable: ["time", "views", "change", "likes", "shares", "comments", "post_count"]

    function isThere(column: string): bool {
        switch (column) {
        case "change":
            return compares;
        case "likes":
        case "shares":
        case "comments":
            return wide;
        default:
            return true;
        }
    }

    // Columns have shares of the width; but figures that belong together stay in one look, however wide the window is.
    readonly property int gaps: 4 + (compares ? 2 : 0) + (wide ? 3 : 0)
    readonly property int shares: 13 + (compares ? 6 : 0) + (wide ? 6 : 0)
    readonly property real share: Math.floor(Math.max(0, Math.min(Theme.columnWidth / 2, (width - (2 + gaps) * 12) / shares)))
    /*! What is left for the last column. */
    readonly property real restWidth: Math.max(0, width - 2 - (2 + gaps) * 12 - (shares - 4) * share)

    border.color: ringed ? Theme.accent : Theme.line
    border.width: ringed ? Theme.focusWidth : 1
    clip: true
    color: Theme.surface
    radius: Theme.cardRadius

    component Cell: BodyLabel {
        Accessible.ignored: !visible // a column that is not there
        Accessible.name: text
        Accessible.role: Accessible.Cell
        elide: Text.ElideRight
        horizontalAlignment: Text.AlignRight
        height: Theme.rowHeight
        maximumLineCount: 1
        verticalAlignment: Text.AlignVCenter
        width: 2 * panel.share
        wrapMode: Text.NoWrap
    }
    component Head: SortHeading {
        headings: headers
        width: 2 * panel.share
    }

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: 1
        spacing: 0

        SortHeadings {
            id: headers

            Layout.fillWidth: true
            Layout.leftMargin: 12
            Layout.preferredHeight: Theme.rowHeight
            Layout.rightMargin: 12
            columns: panel.sortable.filter(panel.isThere)
            sortColumn: panel.page.table.sortColumn
            sortDescending: panel.page.table.sortDescending

            onSortWanted: column => panel.page.table.sortBy(column)

            Head {
                column: "time"
                horizontalAlignment: Text.AlignLeft
                largest: qsTr("Sorted, newest first")
                name: panel.page.table.timeHeader
                smallest: qsTr("Sorted, oldest first")
                width: 4 * panel.share
            }
            Head {
                column: "views"
                name: qsTr("Views to date")
                width: 3 * panel.share
            }
            Head {
                name: panel.compares ? panel.page.table.comparedHeaders[0] : ""
                visible: panel.compares
            }
            Head {
                // The change may be a few words.
                width: 4 * panel.share
                column: "change"
                name: panel.compares ? panel.page.table.comparedHeaders[1] : ""
                visible: panel.compares
            }
            Head {
                column: "likes"
                name: qsTr("Reactions")
                visible: panel.wide
            }
            Head {
                column: "shares"
                name: qsTr("Forwards")
                visible: panel.wide
            }
            Head {
                column: "comments"
                name: qsTr("Comments")
                visible: panel.wide
            }
            Head {
                column: "post_count"
                name: qsTr("Posts")
            }
            Item {
                height: 1
                width: 1
            }
            Head {
                horizontalAlignment: Text.AlignLeft
                name: qsTr("State")
                width: panel.restWidth
            }
        }
        Rectangle {
            Layout.fillWidth: true
            Layout.preferredHeight: 1
            color: Theme.line
        }
        ListView {
            id: list

            Accessible.name: qsTr("Data table")
            Accessible.role: Accessible.Table
            Layout.fillHeight: true
            Layout.fillWidth: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            // Rows that nobody sees are made one by one, and Qt complains when their bucket is gone meanwhile.
            cacheBuffer: 0
            clip: true
            // Reads the order, for buckets change their rows with it.
            currentIndex: panel.page.table.order > 0 ? panel.page.table.rowOfBucket(panel.page.selected) : -1
            highlightMoveDuration: 0
            keyNavigationEnabled: false
            model: panel.page.table
            opacity: panel.page.outdated ? 0.35 : 1
            reuseItems: true

            // By itself it would stop a row short of one that was not made yet.
            onCurrentIndexChanged: positionViewAtIndex(currentIndex, ListView.Contain)

            Keys.onDownPressed: pick(currentIndex + 1)
            Keys.onEnterPressed: panel.page.drill(panel.page.selected)
            Keys.onReturnPressed: panel.page.drill(panel.page.selected)
            Keys.onPressed: event => {
                if (!event.matches(StandardKey.Copy))
                    return;
                panel.copyWanted();
                event.accepted = true;
            }
            Keys.onUpPressed: pick(currentIndex < 0 ? 0 : currentIndex - 1)

            function pick(row: int) {
                const bucket = panel.page.table.bucketOfRow(row);
                if (bucket >= 0)
                    panel.page.selected = bucket;
            }

            Connections {
                function onReplaced() {
                    list.positionViewAtBeginning();
                    list.positionViewAtIndex(list.currentIndex, ListView.Contain);
                }

                target: panel.page.table
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

                readonly property bool compares: compared.length > 1
                readonly property bool current: ListView.isCurrentItem

                // What waits to be used again would still be told by screen readers, where it last stood.
                ListView.onPooled: visible = false
                ListView.onReused: {
                    visible = true;
                    // Qt 6.8 hides from them what waits, and forgets to show it again.
                    Accessible.ignored = false;
                }

                function accessiblePressAction() {
                    panel.page.drill(bucket);
                }

                Accessible.name: sentence
                Accessible.role: Accessible.Row
                Accessible.selected: current
                border.color: Theme.accent
                border.width: current && list.activeFocus ? Theme.focusWidth : 0
                color: {
                    if (panel.changed.length > 0 && panel.changed.indexOf(bucket) >= 0)
                        return Qt.tint(Theme.surface, Qt.alpha(Theme.accent, panel.glow));
                    return current || hover.hovered || bucket === panel.pointed ? Theme.window : "transparent";
                }
                height: Theme.rowHeight
                width: ListView.view.width

                Row {
                    anchors.fill: parent
                    anchors.leftMargin: 12
                    anchors.rightMargin: 12
                    spacing: 12

                    Cell {
                        horizontalAlignment: Text.AlignLeft
                        text: row.time
                        width: 4 * panel.share
                    }
                    Cell {
                        text: row.views
                        width: 3 * panel.share
                    }
                    Cell {
                        color: Theme.muted
                        text: row.compares ? row.compared[0] : ""
                        visible: row.compares
                    }
                    Cell {
                        color: Theme.muted
                        text: row.compares ? row.compared[1] : ""
                        visible: row.compares
                        width: 4 * panel.share
                    }
                    Cell {
                        text: row.reactions
                        visible: panel.wide
                    }
                    Cell {
                        text: row.forwards
                        visible: panel.wide
                    }
                    Cell {
                        text: row.comments
                        visible: panel.wide
                    }
                    Cell {
                        text: row.posts
                    }
                    Item {
                        height: 1
                        width: 1
                    }
                    Cell {
                        width: panel.restWidth
                        color: Theme.muted
                        horizontalAlignment: Text.AlignLeft
                        text: row.viral ? (row.bucketState.length > 0 ? qsTr("▲ Viral · %1").arg(row.bucketState) : qsTr("▲ Viral")) : row.bucketState
                    }
                }
                HoverHandler {
                    id: hover
                }
                TapHandler {
                    onDoubleTapped: panel.page.drill(row.bucket)
                    onTapped: {
                        list.forceActiveFocus(Qt.MouseFocusReason);
                        panel.page.selected = row.bucket;
                    }
                }
            }
        }
    }
}
