// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Postwave.Models
import Postwave.Ui

/*! Whether the source is there, and how fresh the numbers are. */
Rectangle {
    id: bar

    required property DashboardState dashboard
    required property ExportModel exporter

    readonly property string reach: {
        if (dashboard.offline)
            return qsTr("Offline by choice: shown is what is stored");
        if (dashboard.unreachable)
            return qsTr("Not reachable: shown is what is stored");
        if (dashboard.demo)
            return qsTr("Demo: invented channels, nothing leaves this computer");
        if (!dashboard.answered)
            return qsTr("Nothing heard from the server yet");
        if (dashboard.signedIn)
            return qsTr("Connected");
        return qsTr("Connected without a sign-in");
    }

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
            readonly property bool away: bar.dashboard.offline || bar.dashboard.unreachable

            color: away || !bar.dashboard.answered ? "transparent" : Theme.good
            border.color: away ? Theme.warn : (bar.dashboard.answered ? Theme.good : Theme.muted)
            border.width: 1.5
            height: 8
            radius: 4
            width: 8
        }
        QuietText {
            Accessible.name: text
            font.bold: bar.dashboard.offline || bar.dashboard.unreachable
            text: bar.reach
        }
        QuietText {
            Accessible.name: text
            color: bar.dashboard.freshness.stale ? Theme.text : Theme.muted
            font.bold: bar.dashboard.freshness.stale
            text: bar.dashboard.freshness.text.length > 0 ? qsTr("%1 · %2").arg(bar.dashboard.freshness.text).arg(bar.dashboard.freshness.age) : ""
        }
        CutText {
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
            tip: qsTr("Leave the file unwritten")
            visible: bar.exporter.slow

            onClicked: bar.exporter.cancel()
        }
        PushButton {
            Accessible.checkable: true
            Accessible.checked: checked
            checked: bar.dashboard.offline
            icon.source: Qt.resolvedUrl(bar.dashboard.offline ? "icons/offline.svg" : "icons/online.svg")
            implicitHeight: Math.round(24 * Theme.textScale)
            quiet: true
            text: qsTr("Work offline")
            tip: qsTr("Show only what is stored and ask nobody")

            onClicked: bar.dashboard.offline = !bar.dashboard.offline
        }
    }
}
