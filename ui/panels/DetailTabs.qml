// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Postwave.Models
import Postwave.Ui

/*! What stands below the chart: its buckets in numbers, or what they say of weekdays. */
ColumnLayout {
    id: panel

    required property ChannelPage page
    /*! The bucket that the pointer is at in the chart. */
    required property int pointed
    /*! "table", "weekdays". */
    required property var tabs
    required property string tab

    /*! Somebody wants the table in the clipboard. */
    signal copyWanted
    signal tabWanted(key: string)

    function nameOf(key: string): string {
        switch (key) {
        case "weekdays":
            return qsTr("Weekdays");
        default:
            return qsTr("Table");
        }
    }

    spacing: 4

    RowLayout {
        Layout.fillWidth: true
        Layout.leftMargin: 12
        Layout.preferredHeight: Math.round((note.lineCount > 1 ? 32 : 24) * Theme.textScale)
        Layout.rightMargin: 12
        spacing: 24

        TabStrip {
            Layout.preferredHeight: Math.round(24 * Theme.textScale)
            current: panel.tab
            pages: panel.tabs.map(key => ({
                        key: key,
                        name: panel.nameOf(key)
                    }))

            onChosen: key => panel.tabWanted(key)
        }
        ElidedLabel {
            id: note

            Layout.fillWidth: true
            horizontalAlignment: Text.AlignRight
            maximumLineCount: 2
            text: panel.page.weekdays.note
            wrapMode: Text.WordWrap
        }
    }
    Part {
        id: table

        Layout.fillHeight: true
        Layout.fillWidth: true
        properties: ({
                page: panel.page,
                pointed: Qt.binding(() => panel.pointed)
            })
        type: "BucketTable"
        visible: wanted
        wanted: panel.tab === "table"

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
                page: panel.page
            })
        type: "Weekdays"
        visible: wanted
        wanted: panel.tab === "weekdays"
    }
}
