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

    readonly property bool hasDetails: workspace.channelPage.status === PageStatus.Shown && height >= 12 * Theme.rowHeight
    /*! There is room for the chart or for what stands below it, and tabs choose. */
    readonly property bool cramped: height < 21 * Theme.rowHeight
    /*! Somebody chose what stands below the chart, in its place. */
    property bool detailsInFront: false
    readonly property bool detailsOpen: hasDetails && (!cramped || detailsInFront)
    readonly property var tabs: cramped ? ["chart", "table", "weekdays"] : ["table", "weekdays"]
    readonly property string tab: cramped && !detailsInFront ? "chart" : settings.detailTab
    readonly property string nextTab: tabs[(tabs.indexOf(tab) + 1) % tabs.length]

    // Who opened a channel goes on in its chart; who walks through the sidebar goes on there.
    onAllChannelsChanged: if (!allChannels && !sidebar.activeFocus)
        chartPanel.takeFocus()
    onCrampedChanged: detailsInFront = false

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
        detailsInFront = cramped && key !== "chart";
        if (key !== "chart")
            settings.detailTab = key;
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
            ColumnLayout {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.margins: 12
                spacing: 8

                Part {
                    id: header

                    Layout.fillWidth: true
                    Layout.preferredHeight: Theme.headerHeight
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
                    Layout.fillWidth: true
                    Layout.preferredHeight: page.cramped ? Theme.lowCardHeight : Theme.cardHeight
                    visible: !page.workspace.allChannels
                    properties: ({
                            page: page.workspace.channelPage,
                            low: Qt.binding(() => page.cramped)
                        })
                    type: "SummaryBar"
                    wanted: page.made >= 1
                }
                Part {
                    id: pathBar

                    Layout.fillWidth: true
                    Layout.preferredHeight: Theme.controlHeight
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
                    Layout.minimumHeight: 200
                    Layout.preferredHeight: 3
                    enabled: visible
                    visible: !page.workspace.allChannels && !(page.cramped && page.detailsOpen)
                    complete: page.complete
                    offline: page.workspace.session.offline
                    page: page.workspace.channelPage
                    query: page.workspace.query
                    signedIn: page.workspace.session.signedIn
                }
                Part {
                    id: details

                    Layout.fillHeight: page.detailsOpen
                    Layout.fillWidth: true
                    Layout.minimumHeight: page.detailsOpen ? 4 * Theme.rowHeight : -1
                    Layout.preferredHeight: page.detailsOpen ? 2 : -1
                    properties: ({
                            cramped: Qt.binding(() => page.cramped),
                            page: page.workspace.channelPage,
                            pointed: Qt.binding(() => chartPanel.pointed),
                            tab: Qt.binding(() => page.tab),
                            tabs: Qt.binding(() => page.tabs)
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
