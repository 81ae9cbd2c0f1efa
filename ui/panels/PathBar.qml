// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Postwave.Models
import Postwave.Ui

/*! Where one is: 90 days › 21 Nov 2025 › 14:00, the day or hour beside, and what its figures lack. */
RowLayout {
    id: bar

    required property DashboardState dashboard

    function chooseClocks() {
        zones.choose();
    }

    spacing: 2

    Repeater {
        model: bar.dashboard.breadcrumbs

        RowLayout {
            id: crumb

            required property int index
            required property string modelData

            readonly property bool last: index === bar.dashboard.breadcrumbs.length - 1

            spacing: 2

            QuietText {
                font.pixelSize: Theme.bodySize
                text: LayoutMirroring.enabled ? "\u2039" : "\u203a"
                visible: crumb.index > 0
            }
            PushButton {
                Accessible.description: crumb.last ? qsTr("You are here") : qsTr("Go up to here")
                font.bold: crumb.last
                leftPadding: 6
                quiet: true
                text: crumb.modelData

                onClicked: bar.dashboard.openBreadcrumb(crumb.index)
            }
        }
    }
    PushButton {
        Layout.leftMargin: 8
        enabled: bar.dashboard.canStepBack
        icon.source: Qt.resolvedUrl("icons/back.svg")
        quiet: true
        tip: bar.dashboard.previousText
        visible: bar.dashboard.canStepBack

        onClicked: bar.dashboard.step(-1)
    }
    PushButton {
        enabled: bar.dashboard.canStepForward
        icon.source: Qt.resolvedUrl("icons/forward.svg")
        quiet: true
        tip: bar.dashboard.nextText
        visible: bar.dashboard.canStepBack

        onClicked: bar.dashboard.step(1)
    }
    CutText {
        Layout.fillWidth: true
        Layout.leftMargin: 12
        color: Theme.text
        horizontalAlignment: Text.AlignRight
        maximumLineCount: 2
        text: bar.dashboard.summary.sentence
        wrapMode: Text.WordWrap
    }
    PushButton {
        text: bar.dashboard.requestsToFetch > 0 ? qsTr("Fetch: %n request(s)", "", bar.dashboard.requestsToFetch) : qsTr("Fetch")
        tip: qsTr("Ask the source for what was never fetched")
        visible: bar.dashboard.lacking && !bar.dashboard.loading

        onClicked: bar.dashboard.fetchView()
    }
    ZonePicker {
        id: zones

        Layout.leftMargin: 4
        dashboard: bar.dashboard
    }
}
