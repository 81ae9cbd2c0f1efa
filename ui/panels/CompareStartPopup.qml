// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Postwave.Models
import Postwave.Ui

/*! A comparison with a time of one's own: where it begins. */
PopupCard {
    id: card

    required property ChannelQuery query

    function show() {
        if (form.open())
            close();
    }

    onAboutToShow: form.takeShown()
    onOpened: start.takeFocus()

    CompareStartForm {
        id: form

        query: card.query
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: 12

        // Else the key would also lead one level up.
        Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape
        Keys.onEscapePressed: card.close()

        Field {
            id: start

            Layout.fillWidth: true
            Layout.preferredWidth: Math.round(288 * Theme.textScale)
            error: form.error
            label: qsTr("Start of the earlier period")
            text: form.start

            onAccepted: card.show()
            onEdited: form.start = text
        }
        CaptionLabel {
            Accessible.name: text
            Layout.fillWidth: true
            elide: Text.ElideNone
            text: form.help
            wrapMode: Text.WordWrap
        }
        PushButton {
            Layout.alignment: Qt.AlignRight
            primary: true
            text: qsTr("Compare")

            onClicked: card.show()
        }
    }
}
