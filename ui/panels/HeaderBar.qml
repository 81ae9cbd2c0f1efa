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

    signal exportWanted

    function chooseCompareStart() {
        compare.chooseStart();
    }
    function chooseRange() {
        periods.chooseRange();
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
        id: periods

        dashboard: header.dashboard
        visible: !header.dashboard.allChannels
    }
    PushButton {
        text: qsTr("Fetch: %n request(s)", "", header.dashboard.channelsToFetch)
        tip: qsTr("Ask the source for the channels of which days are missing")
        visible: header.dashboard.channelsToFetch > 0 && !header.dashboard.loading && !header.dashboard.offline

        onClicked: header.dashboard.fetchAllChannels()
    }
    ComparePicker {
        id: compare

        visible: !header.dashboard.allChannels
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
        visible: !header.dashboard.allChannels
        enabled: header.exporter.possible && !header.exporter.busy
        icon.source: Qt.resolvedUrl("icons/export.svg")
        text: qsTr("Export")
        tip: qsTr("Save or copy what is shown (Ctrl+E)")

        onClicked: header.exportWanted()
    }
}
