// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Postwave.Models
import Postwave.Ui

/*! Whose numbers these are, of which period, and what can be done with them: in two lines where one has no room. */
Item {
    id: header

    required property PartCalls calls
    required property Workspace workspace
    required property ExportModel exporter

    signal exportWanted

    /*! What all controls take side by side; a flow's own implicit width is that of its lines as they were broken last. */
    readonly property real controlsWidth: {
        let sum = 0;
        for (let i = 0; i < controls.children.length; ++i) {
            const control = controls.children[i];
            sum += control.visible ? control.implicitWidth + (sum > 0 ? controls.spacing : 0) : 0;
        }
        return Math.ceil(sum);
    }
    readonly property real titleWidth: Math.round(168 * Theme.textScale)
    readonly property bool folded: width < controlsWidth + titleWidth + 2 * Theme.controlHeight + 20

    implicitHeight: folded ? titleRow.implicitHeight + 4 + controls.height : Math.max(titleRow.implicitHeight, Theme.controlHeight)

    Connections {
        function onCompareStartWanted() {
            compare.chooseStart();
        }
        function onRangeWanted() {
            periods.chooseRange();
        }

        target: header.calls
    }
    RowLayout {
        id: titleRow

        anchors.left: parent.left
        anchors.right: header.folded ? parent.right : controls.left
        anchors.rightMargin: header.folded ? 0 : 12
        anchors.top: parent.top
        spacing: 4

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
    }
    Flow {
        id: controls

        anchors.right: parent.right
        anchors.top: header.folded ? titleRow.bottom : parent.top
        anchors.topMargin: header.folded ? 4 : 0
        spacing: 6
        width: header.folded ? parent.width : header.controlsWidth

        PushButton {
            enabled: header.workspace.query.canStepBack
            icon.source: Qt.resolvedUrl("icons/back.svg")
            quiet: true
            tip: header.workspace.query.previousText
            visible: !header.workspace.allChannels

            onClicked: header.workspace.query.step(-1)
        }
        PeriodPicker {
            id: periods

            page: header.workspace.channelPage
            query: header.workspace.query
            visible: !header.workspace.allChannels
        }
        PushButton {
            enabled: header.workspace.query.canStepForward
            icon.source: Qt.resolvedUrl("icons/forward.svg")
            quiet: true
            tip: header.workspace.query.nextText
            visible: !header.workspace.allChannels

            onClicked: header.workspace.query.step(1)
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
            brief: header.width < 800 * Theme.textScale
            query: header.workspace.query
        }
        PushButton {
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
}
