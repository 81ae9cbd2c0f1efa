// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Postwave.Models
import Postwave.Ui

/*! Where one is: 90 days › 21 Nov 2025 › 14:00, the day or hour beside, and what its figures lack. */
RowLayout {
    id: bar

    required property PartCalls calls
    required property ChannelPage page
    required property ChannelQuery query

    spacing: 2

    Connections {
        function onClocksWanted() {
            zones.choose();
        }

        target: bar.calls
    }
    // No layout of Qt 6.4 survives that a part of it goes while it is laid out, and steps go with every drill.
    Row {
        spacing: 2

        Repeater {
            model: bar.query.breadcrumbs

            Row {
                id: crumb

                required property int index
                required property string modelData

                readonly property bool last: index === bar.query.breadcrumbs.length - 1

                spacing: 2

                CaptionLabel {
                    anchors.verticalCenter: parent.verticalCenter
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

                    onClicked: bar.query.openBreadcrumb(crumb.index)
                }
            }
        }
    }
    CaptionLabel {
        Layout.leftMargin: 6
        font.pixelSize: Theme.bodySize
        text: bar.page.selectionText
        visible: text.length > 0
    }
    PushButton {
        Layout.leftMargin: 8
        enabled: bar.query.canStepBack
        icon.source: Qt.resolvedUrl("icons/back.svg")
        quiet: true
        tip: bar.query.previousText
        visible: bar.query.canStepBack

        onClicked: bar.query.step(-1)
    }
    PushButton {
        enabled: bar.query.canStepForward
        icon.source: Qt.resolvedUrl("icons/forward.svg")
        quiet: true
        tip: bar.query.nextText
        visible: bar.query.canStepBack

        onClicked: bar.query.step(1)
    }
    ElidedLabel {
        Layout.fillWidth: true
        Layout.leftMargin: 12
        color: Theme.text
        horizontalAlignment: Text.AlignRight
        maximumLineCount: 2
        text: bar.page.summary.sentence
        wrapMode: Text.WordWrap
    }
    PushButton {
        text: bar.page.requestsToFetch > 0 ? qsTr("Download: %n request(s)", "", bar.page.requestsToFetch) : qsTr("Download")
        tip: qsTr("Download missing data")
        visible: bar.page.lacking && !bar.page.loading

        onClicked: bar.page.fetch()
    }
    ZonePicker {
        id: zones

        Layout.leftMargin: 4
        query: bar.query
    }
}
