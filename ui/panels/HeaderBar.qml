// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Postwave.Models
import Postwave.Ui

/*! Whose numbers these are, of which period, and what can be done with them. */
RowLayout {
    id: header

    required property DashboardState dashboard
    required property ExportModel exporter

    function openExportMenu() {
        exportMenu.open(exportButton);
    }

    spacing: 4

    PushButton {
        enabled: header.dashboard.canGoBack
        icon.source: Qt.resolvedUrl("icons/back.svg")
        quiet: true
        tip: qsTr("Back")

        onClicked: header.dashboard.goBack()
    }
    PushButton {
        enabled: header.dashboard.canGoForward
        icon.source: Qt.resolvedUrl("icons/forward.svg")
        quiet: true
        tip: qsTr("Forward")

        onClicked: header.dashboard.goForward()
    }
    ColumnLayout {
        Layout.fillWidth: true
        Layout.leftMargin: 4
        spacing: 0

        Body {
            Accessible.name: text
            Accessible.role: Accessible.Heading
            Layout.fillWidth: true
            elide: Text.ElideRight
            font.bold: true
            font.pixelSize: Theme.sectionSize
            maximumLineCount: 1
            text: header.dashboard.channelTitle
            wrapMode: Text.NoWrap
        }
        QuietText {
            Layout.fillWidth: true
            text: header.dashboard.channelDetail
            visible: text.length > 0
        }
    }
    PeriodPicker {
        dashboard: header.dashboard
    }
    ComparePicker {
        Layout.leftMargin: 8
        brief: header.width < 800 * Theme.textScale
        dashboard: header.dashboard
    }
    PushButton {
        Layout.leftMargin: 8
        enabled: !header.dashboard.loading && !header.dashboard.offline
        icon.source: Qt.resolvedUrl("icons/refresh.svg")
        tip: qsTr("Ask the source again (F5)")

        onClicked: header.dashboard.refresh()
    }
    PushButton {
        id: exportButton

        enabled: header.exporter.possible && !header.exporter.busy
        icon.source: Qt.resolvedUrl("icons/export.svg")
        text: qsTr("Export")

        onClicked: header.openExportMenu()

        MenuLoader {
            id: exportMenu

            sourceComponent: PlainMenu {
                PlainMenuItem {
                    detail: qsTr("The chart, 1600 × 900")
                    text: qsTr("Picture (PNG)…")

                    onTriggered: header.exporter.choose(ExportModel.Png)
                }
                PlainMenuItem {
                    detail: qsTr("Every bucket, for a spreadsheet")
                    text: qsTr("Table (CSV)…")

                    onTriggered: header.exporter.choose(ExportModel.Csv)
                }
                PlainMenuItem {
                    detail: qsTr("Rows, totals and definitions, for programs")
                    text: qsTr("Data (JSON)…")

                    onTriggered: header.exporter.choose(ExportModel.Json)
                }
                PlainMenuItem {
                    detail: qsTr("Every bucket, to paste into a spreadsheet")
                    text: qsTr("Copy the table")

                    onTriggered: header.exporter.copyTable()
                }
                PlainMenuItem {
                    detail: qsTr("The chart, 1600 × 900")
                    text: qsTr("Copy the picture")

                    onTriggered: header.exporter.copyPicture()
                }
            }
        }
    }
}
