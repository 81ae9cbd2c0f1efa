// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts
import Postwave.Charts
import Postwave.Models
import Postwave.Ui

/*! All channels side by side, each with its last 30 days; a press opens one. */
Rectangle {
    id: panel

    required property ChannelsPage page

    signal channelWanted(string id)

    // Columns that a narrow window does without.
    readonly property bool wide: width >= 860 * Theme.textScale
    readonly property bool roomy: width >= 600 * Theme.textScale
    // The days show more where there is more room.
    readonly property int lineWidth: Math.max(160 * Theme.textScale, Math.min(480 * Theme.textScale, width - 880 * Theme.textScale))

    readonly property var sortable: ["channel", "posts", "views", "per_post", "rate"]

    function hasRoomFor(column: string): bool {
        return column === "rate" ? wide : (column === "per_post" ? roomy : true);
    }

    Component.onCompleted: list.forceActiveFocus(Qt.OtherFocusReason)

    border.color: list.activeFocus ? Theme.accent : Theme.line
    border.width: list.activeFocus ? Theme.focusWidth : 1
    color: Theme.surface
    radius: Theme.cardRadius

    component Cell: BodyLabel {
        Accessible.ignored: true
        Layout.preferredWidth: Math.round(88 * Theme.textScale)
        elide: Text.ElideRight
        horizontalAlignment: Text.AlignRight
        maximumLineCount: 1
        wrapMode: Text.NoWrap
    }
    component Head: SortHeading {
        headings: headers
        width: Math.round(88 * Theme.textScale)
    }

    ChannelFilterModel {
        id: sorted

        sorting: panel.page.sort
        sourceModel: panel.page.channels
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.margins: Theme.focusWidth
        spacing: 0

        SortHeadings {
            id: headers

            Layout.fillWidth: true
            Layout.leftMargin: 16
            Layout.preferredHeight: Theme.rowHeight
            Layout.rightMargin: 16
            columns: panel.sortable.filter(panel.hasRoomFor)
            sortColumn: sorted.sortColumn
            sortDescending: sorted.sortDescending
            spacing: 16

            onSortWanted: column => panel.page.sortBy(column)

            Head {
                column: "channel"
                horizontalAlignment: Text.AlignLeft
                largest: qsTr("Sorted, from Z to A")
                name: qsTr("Channel")
                smallest: qsTr("Sorted, from A to Z")
                width: {
                    let rest = headers.width;
                    for (let i = 1; i < headers.children.length; ++i)
                        rest -= headers.children[i].visible ? headers.children[i].width + headers.spacing : 0;
                    return Math.max(0, rest);
                }
            }
            Head {
                horizontalAlignment: Text.AlignLeft
                name: qsTr("Views by day")
                visible: panel.roomy
                width: panel.lineWidth
            }
            Head {
                column: "posts"
                name: qsTr("Posts")
            }
            Head {
                column: "views"
                name: qsTr("Views to date")
            }
            Head {
                column: "per_post"
                name: qsTr("Views per post")
                visible: panel.roomy
            }
            Head {
                column: "rate"
                name: qsTr("ER by views")
                visible: panel.wide
            }
            Head {
                name: qsTr("Freshness")
                visible: panel.wide
                width: Math.round(168 * Theme.textScale)
            }
        }
        Rectangle {
            Layout.fillWidth: true
            Layout.preferredHeight: 1
            color: Theme.line
        }
        ListView {
            id: list

            function openRow(row: int) {
                panel.channelWanted(sorted.idAt(row));
            }

            Accessible.name: qsTr("All channels, last 30 days")
            Accessible.role: Accessible.List
            Layout.fillHeight: true
            Layout.fillWidth: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            currentIndex: -1
            highlightMoveDuration: 0
            model: sorted

            Keys.onEnterPressed: openRow(currentIndex)
            Keys.onReturnPressed: openRow(currentIndex)
            onActiveFocusChanged: if (activeFocus && currentIndex < 0 && count > 0)
                currentIndex = 0

            ScrollBar.vertical: ScrollBar {
            }
            delegate: ItemDelegate {
                id: row

                required property int index
                required property string channelId
                required property string title
                required property string username
                required property string subscribers
                required property string views
                required property string posts
                required property string perPost
                required property string rate
                required property string asOf
                required property var days

                function accessiblePressAction() {
                    clicked();
                }

                Accessible.description: days.length > 0 ? qsTr("Posts %1, views to date %2, views per post %3, %4").arg(posts).arg(views).arg(perPost).arg(asOf) : qsTr("Not downloaded yet")
                Accessible.name: title
                Accessible.role: Accessible.ListItem
                Accessible.selected: ListView.isCurrentItem
                /*! What has no column here stands below the name. */
                readonly property string rest: {
                    if (days.length === 0)
                        return qsTr("Not downloaded yet");
                    const figures = [];
                    if (!panel.roomy)
                        figures.push(qsTr("%1 views per post").arg(perPost));
                    if (!panel.wide)
                        figures.push(qsTr("ER %1").arg(rate), asOf);
                    return figures.join(" · ");
                }

                bottomPadding: 6
                height: contentItem.implicitHeight + 12
                leftPadding: 16
                rightPadding: 16
                topPadding: 6
                width: ListView.view.width

                background: Rectangle {
                    color: row.ListView.isCurrentItem && list.activeFocus ? Qt.tint(Theme.surface, Qt.alpha(Theme.accent, 0.12)) : (row.hovered ? Theme.window : "transparent")
                }
                // No layout around text that wraps: Qt 6.4 goes round in circles there.
                contentItem: Column {
                    RowLayout {
                        height: Math.max(implicitHeight, Math.round(40 * Theme.textScale))
                        spacing: 16
                        width: parent.width

                        ColumnLayout {
                            Layout.fillWidth: true
                            spacing: 0

                            BodyLabel {
                                Accessible.ignored: true
                                Layout.fillWidth: true
                                elide: Text.ElideRight
                                font.bold: true
                                maximumLineCount: 1
                                text: row.title
                                wrapMode: Text.NoWrap
                            }
                            CaptionLabel {
                                Accessible.ignored: true
                                Layout.fillWidth: true
                                text: row.username.length > 0 && row.subscribers.length > 0 ? qsTr("%1 · %2").arg(row.username).arg(row.subscribers) : row.username + row.subscribers
                                visible: text.length > 0
                            }
                        }
                        Item {
                            Layout.preferredHeight: Math.round(28 * Theme.textScale)
                            Layout.preferredWidth: panel.lineWidth
                            visible: panel.roomy

                            Sparkline {
                                anchors.fill: parent
                                colour: Theme.views
                                values: row.days
                                visible: row.days.length > 0
                            }
                            CaptionLabel {
                                Accessible.ignored: true
                                anchors.verticalCenter: parent.verticalCenter
                                text: qsTr("Not downloaded yet")
                                visible: row.days.length === 0
                                width: parent.width
                            }
                        }
                        Cell {
                            text: row.posts
                        }
                        Cell {
                            text: row.views
                        }
                        Cell {
                            text: row.perPost
                            visible: panel.roomy
                        }
                        Cell {
                            text: row.rate
                            visible: panel.wide
                        }
                        Cell {
                            Layout.preferredWidth: Math.round(168 * Theme.textScale)
                            color: Theme.muted
                            text: row.asOf
                            visible: panel.wide
                        }
                    }
                    CaptionLabel {
                        Accessible.ignored: true
                        elide: Text.ElideNone
                        text: row.rest
                        visible: !panel.wide && text.length > 0 && (row.days.length > 0 || !panel.roomy)
                        width: parent.width
                        wrapMode: Text.WordWrap
                    }
                }

                onClicked: list.openRow(index)
            }
        }
    }
    ProgressLine {
        anchors.left: parent.left
        anchors.leftMargin: panel.radius
        anchors.right: parent.right
        anchors.rightMargin: panel.radius
        anchors.top: parent.top
        running: panel.page.loading
    }
}
