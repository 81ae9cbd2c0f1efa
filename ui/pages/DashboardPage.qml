// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Postwave.Models
import Postwave.Ui

/*! The dashboard: channels beside the view of one of them. */
Item {
    id: page

    required property DashboardState dashboard
    required property ExportModel exporter

    readonly property alias header: headerBar

    signal connectWanted
    signal signInWanted

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        RowLayout {
            Layout.fillHeight: true
            Layout.fillWidth: true
            spacing: 0

            Sidebar {
                Layout.fillHeight: true
                Layout.preferredWidth: Math.round((page.width > 1600 ? 280 : 216) * Math.min(1.4, Theme.textScale))
                dashboard: page.dashboard

                onConnectWanted: page.connectWanted()
            }
            ColumnLayout {
                Layout.fillHeight: true
                Layout.fillWidth: true
                Layout.margins: 12
                spacing: 8

                HeaderBar {
                    id: headerBar

                    Layout.fillWidth: true
                    dashboard: page.dashboard
                    exporter: page.exporter
                }
                Loader {
                    Layout.fillWidth: true
                    active: page.dashboard.notice.shown
                    visible: active

                    sourceComponent: NoticeBar {
                        dashboard: page.dashboard

                        onSignInWanted: page.signInWanted()
                    }
                }
                SummaryBar {
                    Layout.fillWidth: true
                    dashboard: page.dashboard
                }
                PathBar {
                    Layout.fillWidth: true
                    dashboard: page.dashboard
                }
                ChartPanel {
                    id: chartPanel

                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.minimumHeight: 200
                    Layout.preferredHeight: 3
                    dashboard: page.dashboard
                }
                BucketTable {
                    Layout.fillHeight: true
                    Layout.fillWidth: true
                    Layout.minimumHeight: 3 * Theme.rowHeight
                    Layout.preferredHeight: 2
                    dashboard: page.dashboard
                    pointed: chartPanel.pointed
                    selected: chartPanel.cursor
                    // Where there is little room, the chart needs all of it.
                    visible: page.dashboard.status === DashboardState.Shown && page.height >= 21 * Theme.rowHeight

                    onPicked: bucket => chartPanel.cursor = bucket
                }
            }
        }
        StatusBar {
            Layout.fillWidth: true
            dashboard: page.dashboard
            exporter: page.exporter
        }
    }
    // The extra buttons of a mouse, wherever it is; everything else goes through.
    MouseArea {
        acceptedButtons: Qt.BackButton | Qt.ForwardButton
        anchors.fill: parent

        onPressed: mouse => mouse.button === Qt.BackButton ? page.dashboard.goBack() : page.dashboard.goForward()
    }
}
