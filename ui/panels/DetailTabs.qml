// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Postwave.Models
import Postwave.Ui

/*! What stands below the chart: its buckets in numbers, or what they say of weekdays. */
ColumnLayout {
    id: panel

    required property DashboardState dashboard
    required property SettingsModel settings
    /*! The bucket that the pointer is at in the chart. */
    required property int pointed

    /*! Somebody wants the table in the clipboard. */
    signal copyWanted

    spacing: 4

    RowLayout {
        Layout.fillWidth: true
        Layout.leftMargin: 12
        Layout.rightMargin: 12
        spacing: 24

        TabStrip {
            Layout.preferredHeight: Math.round(24 * Theme.textScale)
            current: panel.settings.detailTab
            keys: ["table", "weekdays"]
            names: [qsTr("Table"), qsTr("Weekdays")]

            onChosen: key => panel.settings.detailTab = key
        }
        QuietText {
            Accessible.name: text
            Layout.fillWidth: true
            horizontalAlignment: Text.AlignRight
            text: panel.dashboard.weekdays.note
        }
    }
    Part {
        id: table

        Layout.fillHeight: true
        Layout.fillWidth: true
        properties: ({
                dashboard: panel.dashboard,
                pointed: Qt.binding(() => panel.pointed)
            })
        type: "BucketTable"
        visible: wanted
        wanted: panel.settings.detailTab !== "weekdays"

        Connections {
            function onCopyWanted() {
                panel.copyWanted();
            }

            target: table.item
        }
    }
    Part {
        Layout.fillHeight: true
        Layout.fillWidth: true
        properties: ({
                dashboard: panel.dashboard
            })
        type: "Weekdays"
        visible: wanted
        wanted: panel.settings.detailTab === "weekdays"
    }
}
