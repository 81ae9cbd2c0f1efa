// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Postwave.Models
import Postwave.Ui

/*! With what the view is compared, or with nothing. */
PushButton {
    id: picker

    required property ChannelQuery query

    /*! Without its word, where there is little room. */
    required property bool brief

    Accessible.name: qsTr("Compare")
    checked: query.comparing
    enabled: query.comparable
    icon.source: Qt.resolvedUrl("icons/compare.svg")
    function chooseStart() {
        startLoader.active = true;
        (startLoader.item as PopupCard).openBelow(picker);
    }

    text: brief ? "" : qsTr("Compare")
    tip: {
        if (!enabled)
            return qsTr("No earlier period to compare with");
        if (query.comparison.length > 0 && !query.comparing)
            return qsTr("The custom start date is not before this period (X compares with the previous period)");
        return qsTr("Compare with an earlier period (X)");
    }

    onClicked: menu.open(picker)

    component Choice: PlainMenuItem {
        required property string comparison

        choice: true
        chosen: picker.query.comparison === comparison

        onTriggered: picker.query.compareWith(comparison)
    }

    MenuLoader {
        id: menu

        sourceComponent: PlainMenu {
            Choice {
                comparison: ""
                text: qsTr("No comparison")
            }
            Choice {
                comparison: "previous weekday"
                detail: qsTr("Weekdays line up; calendar months and quarters compare day by day")
                text: qsTr("Previous period")
            }
            Choice {
                comparison: "previous date"
                detail: qsTr("The same length, right before this period")
                text: qsTr("Previous period, by date")
            }
            Choice {
                comparison: "year weekday"
                detail: qsTr("52 weeks earlier, so weekdays line up")
                text: qsTr("Previous year")
            }
            Choice {
                comparison: "year date"
                detail: qsTr("The same dates, one year earlier")
                text: qsTr("Previous year, by date")
            }
            PlainMenuItem {
                choice: true
                // A time is written with digits, all others with words.
                chosen: /^[0-9]/.test(picker.query.comparison)
                text: qsTr("Custom start date…")

                onTriggered: picker.chooseStart()
            }
        }
    }
    Loader {
        id: startLoader

        active: false

        sourceComponent: CompareStartPopup {
            query: picker.query
        }
    }
}
