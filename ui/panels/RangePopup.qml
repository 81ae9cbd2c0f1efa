// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Postwave.Models
import Postwave.Ui

/*! A range of one's own: from, to, and how fine. */
PopupCard {
    id: card

    required property ChannelQuery query
    required property ChannelPage page

    function show() {
        if (form.open())
            close();
    }

    onAboutToShow: form.takeShown()
    onOpened: from.takeFocus()

    RangeForm {
        id: form

        page: card.page
        query: card.query
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: 12

        // Else the key would also lead one level up.
        Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape
        Keys.onEscapePressed: card.close()

        RowLayout {
            spacing: 12

            Field {
                id: from

                Layout.alignment: Qt.AlignTop
                Layout.preferredWidth: Math.round(200 * Theme.textScale)
                error: form.fromError
                label: qsTr("From")
                note: form.fromDate
                text: form.from

                onAccepted: card.show()
                onEdited: form.from = text
            }
            Field {
                Layout.alignment: Qt.AlignTop
                Layout.preferredWidth: Math.round(200 * Theme.textScale)
                error: form.toError
                label: qsTr("To (inclusive)")
                note: form.toDate
                text: form.to

                onAccepted: card.show()
                onEdited: form.to = text
            }
        }
        CaptionLabel {
            Accessible.name: text
            Layout.fillWidth: true
            elide: Text.ElideNone
            text: qsTr("For example: 1 oct, nov or 2025-10-01")
            wrapMode: Text.WordWrap
        }
        ChoiceRow {
            Layout.fillWidth: true
            current: form.step
            label: qsTr("Step")
            names: [qsTr("Auto"), qsTr("Hour"), qsTr("Day"), qsTr("Week"), qsTr("Month")]
            values: ["", "hour", "day", "week", "month"]

            onChosen: value => form.step = value
        }
        PushButton {
            Layout.alignment: Qt.AlignRight
            primary: true
            text: qsTr("Show")

            onClicked: card.show()
        }
    }
}
