// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Postwave.Models
import Postwave.Ui

/*! What went wrong, what still works, what to do. */
Rectangle {
    id: bar

    required property Notice notice
    required property SourceSession session

    signal retryWanted
    signal signInWanted

    Accessible.name: qsTr("%1 %2").arg(notice.text).arg(notice.stillWorks)
    Accessible.role: Accessible.AlertMessage
    border.color: Theme.bad
    color: Theme.surface
    implicitHeight: Math.max(words.implicitHeight, buttons.implicitHeight) + 16
    radius: Theme.cardRadius

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: 12
        anchors.rightMargin: 8
        spacing: 8

        ColumnLayout {
            id: words

            Layout.fillWidth: true
            spacing: 2

            BodyLabel {
                Layout.fillWidth: true
                text: bar.notice.text
            }
            CaptionLabel {
                Layout.fillWidth: true
                elide: Text.ElideNone
                text: bar.notice.stillWorks
                visible: text.length > 0
                wrapMode: Text.WordWrap
            }
        }
        RowLayout {
            id: buttons

            spacing: 4

            PushButton {
                text: qsTr("Work offline")
                visible: bar.session.unreachable && !bar.session.offline

                onClicked: bar.session.offline = true
            }
            PushButton {
                primary: true
                text: qsTr("Retry")
                visible: bar.notice.action === Notice.Retry

                onClicked: bar.retryWanted()
            }
            PushButton {
                primary: true
                text: qsTr("Sign in")
                visible: bar.notice.action === Notice.SignIn

                onClicked: bar.signInWanted()
            }
            PushButton {
                icon.source: Qt.resolvedUrl("icons/close.svg")
                quiet: true
                tip: qsTr("Dismiss")

                onClicked: bar.notice.close()
            }
        }
    }
}
