// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Postwave.Models
import Postwave.Ui

/*! What is said where there is no chart to show, and what to do about it. */
ColumnLayout {
    id: state

    required property ChannelPage page
    /*! The source is not asked by itself. */
    required property bool offline
    required property bool signedIn

    /*! Whether it takes long enough to be worth a word. */
    property bool patient: false

    readonly property bool waiting: page.status === PageStatus.Waiting

    readonly property string title: {
        switch (page.status) {
        case PageStatus.NeverFetched:
            return qsTr("No saved data for this period");
        case PageStatus.NoChannels:
            return qsTr("No channels");
        case PageStatus.Waiting:
            return patient ? qsTr("Loading…") : "";
        default:
            return "";
        }
    }
    readonly property string help: {
        switch (page.status) {
        case PageStatus.NeverFetched:
            return offline ? qsTr("You are working offline. You can still download this view.") : qsTr("Periods you opened earlier still work.");
        case PageStatus.NoChannels:
            return signedIn ? qsTr("The server lists no channels for your account. It may not collect any yet.") : qsTr("Sign in to see the channels of your account.");
        default:
            return "";
        }
    }

    spacing: 8
    visible: title.length > 0

    onWaitingChanged: if (!waiting)
        patient = false

    Timer {
        interval: 2 * Theme.busyAfterMs
        running: state.waiting

        onTriggered: state.patient = true
    }

    BodyLabel {
        Accessible.name: text
        Layout.fillWidth: true
        font.bold: true
        font.pixelSize: Theme.sectionSize
        horizontalAlignment: Text.AlignHCenter
        text: state.title
    }
    BodyLabel {
        Accessible.name: text
        Layout.fillWidth: true
        color: Theme.muted
        horizontalAlignment: Text.AlignHCenter
        text: state.help
        visible: text.length > 0
    }
    PushButton {
        Layout.alignment: Qt.AlignHCenter
        Layout.topMargin: 8
        primary: true
        text: state.page.requestsToFetch > 0 ? qsTr("Download: %n request(s)", "", state.page.requestsToFetch) : qsTr("Download")
        visible: state.page.status === PageStatus.NeverFetched

        onClicked: state.page.fetch()
    }
}
