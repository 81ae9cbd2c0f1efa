// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Postwave.Models
import Postwave.Ui

/*! The dashboard: channels beside the view of one of them. */
Item {
    id: page

    required property Workspace workspace
    required property ExportModel exporter
    required property SettingsModel settings

    /*! How many groups of parts were made: the chart comes first, the rest follows it, a group a frame. */
    property int made: 0
    readonly property bool complete: made >= 3
    readonly property size chartSize: Qt.size(chartPanel.width, chartPanel.height)
    /*! Where there is little room, the channels have the least of it. */
    readonly property bool rail: width < 1100 * Math.min(1.4, Theme.textScale)

    readonly property bool allChannels: workspace.allChannels

    readonly property bool hasDetails: workspace.channelPage.status === PageStatus.Shown
    readonly property bool low: height < 21 * Theme.rowHeight
    readonly property var tabs: ["table", "weekdays"]
    readonly property string tab: settings.detailTab
    readonly property string nextTab: tabs[(tabs.indexOf(tab) + 1) % tabs.length]

    /*! What all that stands one below the other on the page of a channel takes, and what stands below the chart. */
    property real neededHeight: 0
    property real detailsHeight: 0
    /*! What that follows from. */
    property var measured: []

    function measure(): void {
        let rest = 0;
        for (const part of [header, noticeBar, cards, pathBar]) {
            if (part.visible)
                rest += Math.max(part.implicitHeight, part.Layout.preferredHeight) + column.spacing;
        }
        const room = scroll.height - 24 - rest;
        const lowest = chartPanel.lowestHeight;
        const few = 4 * Theme.rowHeight;
        // Two fifths, where the chart can be read in the rest; where the page scrolls anyway, there are more rows.
        const fits = lowest + column.spacing + few <= room;
        detailsHeight = fits ? Math.max(few, Math.min(0.4 * room, room - lowest - column.spacing)) : 10 * Theme.rowHeight;
        neededHeight = rest + lowest + (hasDetails ? column.spacing + detailsHeight : 0);
    }

    Binding {
        // What is measured changes while it is laid out.
        delayed: true
        property: "measured"
        target: page
        value: [header.implicitHeight, noticeBar.implicitHeight, noticeBar.visible, cards.implicitHeight, pathBar.implicitHeight, chartPanel.lowestHeight, scroll.height, page.hasDetails, Theme.textScale, page.allChannels]
    }
    onMeasuredChanged: measure()

    // Who opened a channel goes on in its chart; who walks through the sidebar goes on there.
    onAllChannelsChanged: if (!allChannels && !sidebar.activeFocus)
        chartPanel.takeFocus()

    signal connectWanted
    signal exportWanted
    signal settingsWanted
    signal signInWanted

    // What a command opens stands at its button.
    function chooseClocks() {
        calls.clocksWanted();
    }
    function chooseCompareStart() {
        calls.compareStartWanted();
    }
    function chooseRange() {
        calls.rangeWanted();
    }
    function showTab(key) {
        settings.detailTab = key;
        scroll.show(details);
    }
    function searchChannel() {
        calls.searchWanted();
    }

    PartCalls {
        id: calls
    }
    Timer {
        // Where there is no chart to wait for, nobody waits for long.
        interval: chartPanel.painted ? 1 : 60
        repeat: true
        running: !page.complete

        onTriggered: page.made += 1
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        RowLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            spacing: 0

            Part {
                id: sidebar

                Layout.fillHeight: true
                Layout.preferredWidth: Math.round((page.rail ? 56 : (page.width > 1600 ? 280 : 216)) * Math.min(1.4, Theme.textScale))
                properties: ({
                        calls: calls,
                        workspace: page.workspace,
                        rail: Qt.binding(() => page.rail)
                    })
                type: "Sidebar"
                wanted: page.made >= 2

                Connections {
                    function onConnectWanted() {
                        page.connectWanted();
                    }
                    function onSettingsWanted() {
                        page.settingsWanted();
                    }

                    target: sidebar.item
                }
            }
            // What does not fit scrolls; the chart is never lower than can be read.
            ScrollPage {
                id: scroll

                Layout.fillHeight: true
                Layout.fillWidth: true
                contentHeight: column.height + 24

                ColumnLayout {
                    id: column

                    height: Math.max(scroll.height - 24, page.allChannels ? 0 : page.neededHeight)
                    spacing: 8
                    width: scroll.width - 24
                    x: 12
                    y: 12

                    Part {
                        id: header

                        Layout.fillWidth: true
                        Layout.preferredHeight: item ? -1 : Theme.headerHeight
                        properties: ({
                                calls: calls,
                                workspace: page.workspace,
                                exporter: page.exporter
                            })
                        type: "HeaderBar"
                        wanted: page.made >= 1

                        Connections {
                            function onExportWanted() {
                                page.exportWanted();
                            }

                            target: header.item
                        }
                    }
                    Part {
                        id: noticeBar

                        Layout.fillWidth: true
                        properties: ({
                                notice: page.workspace.notice,
                                session: page.workspace.session
                            })
                        type: "InlineMessage"
                        visible: wanted
                        wanted: page.workspace.notice.shown

                        Connections {
                            function onRetryWanted() {
                                page.workspace.retry();
                            }
                            function onSignInWanted() {
                                page.signInWanted();
                            }

                            target: noticeBar.item
                        }
                    }
                    Part {
                        id: allChannelsPart

                        Layout.fillHeight: true
                        Layout.fillWidth: true
                        properties: ({
                                page: page.workspace.channelsPage
                            })
                        type: "AllChannels"
                        visible: wanted
                        wanted: page.workspace.allChannels

                        Connections {
                            function onChannelWanted(id) {
                                page.workspace.selectChannel(id);
                            }

                            target: allChannelsPart.item
                        }
                    }
                    Part {
                        id: cards

                        Layout.fillWidth: true
                        Layout.preferredHeight: item ? -1 : (page.low ? Theme.lowCardHeight : Theme.cardHeight)
                        visible: !page.workspace.allChannels
                        properties: ({
                                page: page.workspace.channelPage,
                                low: Qt.binding(() => page.low)
                            })
                        type: "SummaryBar"
                        wanted: page.made >= 1
                    }
                    Part {
                        id: pathBar

                        Layout.fillWidth: true
                        Layout.preferredHeight: item ? -1 : Theme.controlHeight
                        visible: !page.workspace.allChannels
                        properties: ({
                                calls: calls,
                                page: page.workspace.channelPage,
                                query: page.workspace.query
                            })
                        type: "PathBar"
                        wanted: page.made >= 2
                    }
                    ChartPanel {
                        id: chartPanel

                        Layout.fillHeight: true
                        Layout.fillWidth: true
                        Layout.minimumHeight: lowestHeight
                        enabled: visible
                        visible: !page.workspace.allChannels
                        complete: page.complete
                        offline: page.workspace.session.offline
                        page: page.workspace.channelPage
                        pageScrolls: scroll.scrolls
                        query: page.workspace.query
                        signedIn: page.workspace.session.signedIn
                    }
                    Part {
                        id: details

                        Layout.fillWidth: true
                        Layout.preferredHeight: page.detailsHeight
                        properties: ({
                                page: page.workspace.channelPage,
                                pointed: Qt.binding(() => chartPanel.pointed),
                                tab: Qt.binding(() => page.tab),
                                tabs: page.tabs
                            })
                        type: "DetailTabs"
                        visible: page.hasDetails
                        wanted: page.complete

                        Connections {
                            function onCopyWanted() {
                                page.exporter.copyTable();
                            }
                            function onTabWanted(key) {
                                page.showTab(key);
                            }

                            target: details.item
                        }
                    }
                }
            }
        }
        Part {
            Layout.fillWidth: true
            Layout.preferredHeight: Theme.statusHeight
            properties: ({
                    page: page.workspace.channelPage,
                    session: page.workspace.session,
                    exporter: page.exporter
                })
            type: "StatusBar"
            wanted: page.complete
        }
    }
    Part {
        anchors.fill: parent
        properties: ({
                navigator: page.workspace.navigator
            })
        type: "HistoryButtons"
        wanted: page.complete
    }
}
