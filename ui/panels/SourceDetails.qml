// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Postwave.Models
import Postwave.Ui

/*! What is known of a server beside its data, and whether its clock is to be trusted. */
PopupCard {
    id: card

    required property Workspace workspace

    readonly property SourceSession session: workspace.session

    onOpened: trust.forceActiveFocus(Qt.PopupFocusReason)

    Column {
        spacing: 12
        width: Math.round(320 * Theme.textScale)

        // Else the key would also lead one level up.
        Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape
        Keys.onEscapePressed: card.close()

        BodyLabel {
            Accessible.name: text
            Accessible.role: Accessible.Heading
            font.bold: true
            text: card.session.name
            width: parent.width
            wrapMode: Text.Wrap
        }
        BodyLabel {
            Accessible.name: text
            text: card.session.signedIn ? qsTr("Signed in as %1").arg(card.session.email) : qsTr("Not signed in")
            width: parent.width
            wrapMode: Text.Wrap
        }
        BodyLabel {
            Accessible.name: text
            text: card.session.clockLine.length > 0 ? card.session.clockLine : qsTr("The server’s clock is not known until it answers.")
            width: parent.width
            wrapMode: Text.Wrap
        }
        BodyLabel {
            Accessible.name: text
            text: qsTr("The server does not count in UTC. Its data is complete, but takes more requests to download.")
            visible: card.session.offUtc
            width: parent.width
            wrapMode: Text.Wrap
        }
        CheckField {
            id: trust

            checked: card.session.clockTrusted
            text: qsTr("Trust the server’s clock")
            width: parent.width

            onToggled: card.workspace.trustClock(checked)
        }
        CaptionLabel {
            Accessible.name: text
            elide: Text.ElideNone
            text: qsTr("For when this computer’s clock is wrong and cannot be set.")
            width: parent.width
            wrapMode: Text.WordWrap
        }
    }
}
