// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Postwave.Models
import Postwave.Ui

/*! Signing in to a server. */
Item {
    id: page

    required property ConnectForm form
    /*! What is known of the server already, when somebody signs in again. */
    property string knownAddress: ""
    property string knownEmail: ""
    property bool canLeave: false

    signal cancelled
    signal demoWanted

    function submit() {
        form.submit(address.text, email.text, password.text, allowHttp.checked);
    }
    function begin() {
        (address.text.length === 0 ? address : (email.text.length === 0 ? email : password)).takeFocus();
    }

    Component.onCompleted: {
        form.reset();
        begin();
    }

    Connections {
        function onConnected() {
            password.text = "";
        }

        target: page.form
    }
    FormCard {
        spacing: 12

        BodyLabel {
            Accessible.name: text
            Accessible.role: Accessible.Heading
            Layout.fillWidth: true
            font.bold: true
            font.pixelSize: Theme.titleSize
            text: qsTr("Connect to a server")
        }
        BodyLabel {
            Accessible.name: text
            Layout.fillWidth: true
            color: Theme.muted
            text: qsTr("Enter the AnalyticBot server that collects your channels’ data. Your password is used only to sign in and is not saved. Your desktop’s keychain, if there is one, keeps you signed in.")
        }
        Field {
            id: address

            Layout.fillWidth: true
            error: page.form.addressError
            inputMethodHints: Qt.ImhUrlCharactersOnly
            label: qsTr("Server address")
            placeholderText: "https://bot.example.org"
            text: page.knownAddress

            onEdited: {
                allowHttp.checked = false;
                page.form.forgetAddress();
            }
            onAccepted: page.submit()
        }
        CheckField {
            id: allowHttp

            Layout.fillWidth: true
            text: qsTr("Allow plain HTTP for this server")
            visible: page.form.asksForHttp
        }
        Field {
            id: email

            Layout.fillWidth: true
            error: page.form.emailError
            inputMethodHints: Qt.ImhEmailCharactersOnly
            label: qsTr("E-mail")
            text: page.knownEmail

            onAccepted: page.submit()
        }
        Field {
            id: password

            Layout.fillWidth: true
            echoMode: TextInput.Password
            error: page.form.passwordError
            label: qsTr("Password")

            onAccepted: page.submit()
        }
        BodyLabel {
            Accessible.name: text
            Accessible.role: Accessible.AlertMessage
            Layout.fillWidth: true
            color: Theme.bad
            text: page.form.error
            visible: text.length > 0
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.topMargin: 8
            spacing: 8

            PushButton {
                enabled: !page.form.busy
                primary: true
                text: page.form.busy ? qsTr("Signing in…") : qsTr("Sign in")

                onClicked: page.submit()
            }
            PushButton {
                text: qsTr("Try the demo")

                onClicked: page.demoWanted()
            }
            Item {
                Layout.fillWidth: true
            }
            PushButton {
                quiet: true
                text: qsTr("Cancel")
                visible: page.canLeave

                onClicked: page.cancelled()
            }
        }
    }
}
