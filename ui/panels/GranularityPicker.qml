// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Postwave.Models
import Postwave.Ui

/*! What each point of the chart and each row of the table is: an hour, a day, a week or a month. */
PushButton {
    id: picker

    required property ChannelPage page
    required property ChannelQuery query

    function nameOf(granularity) {
        switch (granularity) {
        case "minute":
            return qsTr("Minute", "granularity");
        case "hour":
            return qsTr("Hour", "granularity");
        case "day":
            return qsTr("Day", "granularity");
        case "week":
            return qsTr("Week", "granularity");
        case "month":
            return qsTr("Month", "granularity");
        }
        return "";
    }

    Accessible.name: qsTr("Granularity: %1").arg(text)
    implicitHeight: Math.round(26 * Theme.textScale)
    text: nameOf(page.granularity)
    tip: qsTr("Group by hour, day, week or month")
    visible: query.granularities.length > 1 && text.length > 0

    onClicked: menu.open(picker)

    MenuLoader {
        id: menu

        sourceComponent: PlainMenu {
            id: choices

            PlainMenuItem {
                choice: true
                chosen: picker.query.granularity.length === 0
                detail: qsTr("The best fit for this period")
                text: qsTr("Auto")

                onTriggered: picker.query.granularity = ""
            }
            Instantiator {
                model: picker.query.granularities

                delegate: PlainMenuItem {
                    required property string modelData

                    choice: true
                    chosen: picker.query.granularity === modelData
                    text: picker.nameOf(modelData)

                    onTriggered: picker.query.granularity = modelData
                }

                onObjectAdded: (index, object) => choices.insertItem(index + 1, object)
                onObjectRemoved: (index, object) => choices.removeItem(object)
            }
        }
    }
}
