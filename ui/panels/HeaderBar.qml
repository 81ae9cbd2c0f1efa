// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Postwave.Models
import Postwave.Ui

/*! Whose numbers these are, of which period, and what can be done with them. */
RowLayout {
    id: header

    required property PartCalls calls
    required property Workspace workspace
    required property ExportModel exporter

    signal exportWanted

    spacing: 4

    Connections {
        function onCompareStartWanted() {
            compare.chooseStart();
        }
        function onRangeWanted() {
            periods.chooseRange();
        }

        target: header.calls
    }
    PushButton {
        enabled: header.workspace.navigator.canGoBack
        icon.source: Qt.resolvedUrl("icons/back.svg")
        quiet: true
        tip: qsTr("Back")

        onClicked: header.workspace.navigator.goBack()
    }
    PushButton {
        enabled: header.workspace.navigator.canGoForward
        icon.source: Qt.resolvedUrl("icons/forward.svg")
        quiet: true
        tip: qsTr("Forward")

        onClicked: header.workspace.navigator.goForward()
    }
    ColumnLayout {
        Layout.fillWidth: true
        Layout.leftMargin: 4
        spacing: 0

        BodyLabel {
            Accessible.name: text
            Accessible.role: Accessible.Heading
            Layout.fillWidth: true
            elide: Text.ElideRight
            font.bold: true
            font.pixelSize: Theme.sectionSize
            maximumLineCount: 1
            text: header.workspace.title
            wrapMode: Text.NoWrap
        }
        CaptionLabel {
            Layout.fillWidth: true
            text: header.workspace.subtitle
            visible: text.length > 0
        }
    }
    PeriodPicker {
        id: periods

        page: header.workspace.channelPage
        query: header.workspace.query
        visible: !header.workspace.allChannels
    }
    PushButton {
        text: qsTr("Download: %n request(s)", "", header.workspace.channelsPage.requestsToFetch)
        tip: qsTr("Download the missing days of all channels")
        visible: header.workspace.channelsPage.requestsToFetch > 0 && !header.workspace.loading && !header.workspace.session.offline

        onClicked: header.workspace.channelsPage.fetch()
    }
    ComparePicker {
        id: compare

        visible: !header.workspace.allChannels
        Layout.leftMargin: 8
        brief: header.width < 800 * Theme.textScale
        query: header.workspace.query
    }
    PushButton {
        Layout.leftMargin: 8
        enabled: !header.workspace.loading && !header.workspace.session.offline
        icon.source: Qt.resolvedUrl("icons/refresh.svg")
        tip: qsTr("Refresh (F5)")

        onClicked: header.workspace.refresh()
    }
    PushButton {
        visible: !header.workspace.allChannels
        enabled: header.exporter.possible && !header.exporter.busy
        icon.source: Qt.resolvedUrl("icons/export.svg")
        text: qsTr("Export")
        tip: qsTr("Export or copy this view (Ctrl+E)")

        onClicked: header.exportWanted()
    }
}
