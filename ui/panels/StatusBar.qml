// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Postwave.Models
import Postwave.Ui

/*! Whether the source is there, and how fresh the numbers are. */
Rectangle {
    id: bar

    required property ChannelPage page
    required property SourceSession session
    required property ExportModel exporter

    readonly property string reach: {
        if (session.offline)
            return qsTr("Working offline. Showing saved data.");
        if (session.unreachable)
            return qsTr("Server unreachable. Showing saved data.");
        if (session.demo)
            return qsTr("Demo: sample channels; nothing leaves this computer");
        if (!session.answered)
            return qsTr("Not connected yet");
        if (session.signedInForNow)
            return qsTr("Connected, signed in until you quit");
        if (session.signedIn)
            return qsTr("Connected");
        return qsTr("Connected, not signed in");
    }

    /*! An icon alone, to leave room for the status. */
    readonly property bool brief: width < 800 * Theme.textScale

    color: Theme.window
    implicitHeight: Theme.statusHeight

    Rectangle {
        color: Theme.line
        height: 1
        width: parent.width
    }
    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: 12
        anchors.rightMargin: 8
        spacing: 8

        Rectangle {
            readonly property bool away: bar.session.offline || bar.session.unreachable

            color: away || !bar.session.answered ? "transparent" : Theme.good
            border.color: away ? Theme.warn : (bar.session.answered ? Theme.good : Theme.muted)
            border.width: 1.5
            height: 8
            radius: 4
            width: 8
        }
        CaptionLabel {
            id: reachLabel

            Accessible.name: text
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth) + 1
            font.bold: bar.session.offline || bar.session.unreachable
            text: bar.reach

            HoverHandler {
                id: overReach
            }
            Hint {
                over: reachLabel
                text: qsTr("The keychain is missing or locked, so the sign-in cannot be saved.")
                wanted: overReach.hovered && bar.session.signedInForNow
            }
        }
        CaptionLabel {
            Accessible.name: text
            Layout.fillWidth: true
            Layout.maximumWidth: Math.ceil(implicitWidth) + 1
            color: bar.page.freshness.stale ? Theme.text : Theme.muted
            font.bold: bar.page.freshness.stale
            text: bar.page.freshness.text.length > 0 ? qsTr("%1 · %2").arg(bar.page.freshness.text).arg(bar.page.freshness.age) : ""
        }
        ElidedLabel {
            Layout.fillWidth: true
            color: bar.exporter.error.length > 0 ? Theme.bad : Theme.muted
            elide: Text.ElideMiddle
            horizontalAlignment: Text.AlignRight
            text: {
                if (bar.exporter.busy)
                    return qsTr("Saving…");
                if (bar.exporter.error.length > 0)
                    return bar.exporter.error;
                if (bar.exporter.copied.length > 0)
                    return bar.exporter.copied;
                return bar.exporter.savedTo.length > 0 ? qsTr("Saved as %1").arg(bar.exporter.savedTo) : "";
            }
        }
        PushButton {
            implicitHeight: Math.round(24 * Theme.textScale)
            quiet: true
            text: qsTr("Cancel")
            tip: qsTr("Cancel the export")
            visible: bar.exporter.slow

            onClicked: bar.exporter.cancel()
        }
        PushButton {
            Accessible.checkable: true
            Accessible.checked: checked
            checked: bar.session.offline
            icon.source: Qt.resolvedUrl(bar.session.offline ? "icons/offline.svg" : "icons/online.svg")
            implicitHeight: Math.round(24 * Theme.textScale)
            quiet: true
            text: bar.brief ? "" : qsTr("Work offline")
            tip: bar.brief ? qsTr("Work offline") : qsTr("Show saved data and send no requests")

            onClicked: bar.session.offline = !bar.session.offline
        }
    }
}
