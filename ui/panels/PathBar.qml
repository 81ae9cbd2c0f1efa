// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Postwave.Models
import Postwave.Ui

/*! Where one is: 90 days › 21 Nov 2025 › 14:00, and what its figures lack. */
Item {
    id: bar

    required property PartCalls calls
    required property ChannelPage page
    required property ChannelQuery query

    readonly property bool fetchable: page.lacking && !page.loading
    /*! What the figures lack stands in a line of its own, where beside the path it would be cut short. */
    readonly property bool folded: note.visible && width < path.implicitWidth + zones.implicitWidth + Math.round(260 * Theme.textScale)

    implicitHeight: Theme.controlHeight + (folded ? 4 + note.implicitHeight : 0)

    Connections {
        function onClocksWanted() {
            zones.choose();
        }

        target: bar.calls
    }
    RowLayout {
        id: path

        anchors.left: parent.left
        anchors.top: parent.top
        height: Theme.controlHeight
        spacing: 2
        width: Math.min(implicitWidth, bar.width - zones.width - 12)

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
        ElidedLabel {
            Layout.fillWidth: true
            Layout.leftMargin: 6
            color: Theme.text
            font.pixelSize: Theme.bodySize
            text: bar.page.selectionText
            visible: text.length > 0
        }
    }
    RowLayout {
        id: note

        anchors.left: bar.folded ? parent.left : path.right
        anchors.leftMargin: bar.folded ? 0 : 12
        anchors.right: bar.folded ? parent.right : zones.left
        anchors.rightMargin: bar.folded ? 0 : 8
        anchors.top: bar.folded ? path.bottom : parent.top
        anchors.topMargin: bar.folded ? 4 : 0
        height: bar.folded ? implicitHeight : Theme.controlHeight
        spacing: 8
        visible: bar.page.summary.sentence.length > 0 || bar.fetchable

        ElidedLabel {
            Layout.fillWidth: true
            color: Theme.text
            horizontalAlignment: bar.folded ? Text.AlignLeft : Text.AlignRight
            maximumLineCount: 2
            text: bar.page.summary.sentence
            wrapMode: Text.WordWrap
        }
        PushButton {
            text: bar.page.requestsToFetch > 0 ? qsTr("Download: %n request(s)", "", bar.page.requestsToFetch) : qsTr("Download")
            tip: qsTr("Download missing data")
            visible: bar.fetchable

            onClicked: bar.page.fetch()
        }
    }
    ZonePicker {
        id: zones

        anchors.right: parent.right
        anchors.top: parent.top
        query: bar.query
    }
}
