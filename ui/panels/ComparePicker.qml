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
            return qsTr("There is nothing before all of the time");
        if (query.comparison.length > 0 && !query.comparing)
            return qsTr("The time of your choice does not lie before what is shown (X: the period before)");
        return qsTr("Compare with an earlier time (X)");
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
                text: qsTr("With nothing")
            }
            Choice {
                comparison: "previous weekday"
                detail: qsTr("Whole weeks earlier: Mondays beside Mondays")
                text: qsTr("With the previous period")
            }
            Choice {
                comparison: "previous date"
                detail: qsTr("As long as the period itself, right before it")
                text: qsTr("With the previous period, by date")
            }
            Choice {
                comparison: "year weekday"
                detail: qsTr("52 weeks earlier: Mondays beside Mondays")
                text: qsTr("With the year before")
            }
            Choice {
                comparison: "year date"
                detail: qsTr("The same dates of the year before")
                text: qsTr("With the year before, by date")
            }
            PlainMenuItem {
                choice: true
                // A time is written with digits, all others with words.
                chosen: /^[0-9]/.test(picker.query.comparison)
                text: qsTr("With a time of your choice…")

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
