// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Postwave.Models
import Postwave.Ui

/*! The periods: those of days as buttons, the live ones in a menu. */
Row {
    id: picker

    required property ChannelQuery query
    required property ChannelPage page

    function chooseRange() {
        rangeLoader.active = true;
        (rangeLoader.item as PopupCard).openBelow(more);
    }

    Accessible.name: qsTr("Period")
    Accessible.role: Accessible.Grouping
    spacing: 4

    Repeater {
        model: picker.query.periods

        // The live ones have no button at all, and are not made.
        Loader {
            id: place

            required property string period
            required property string button
            required property string name
            required property bool current
            required property bool main

            active: main
            visible: main

            sourceComponent: PushButton {
                Accessible.checkable: true
                Accessible.checked: checked
                Accessible.name: place.name
                checked: place.current
                text: place.button
                tip: place.name

                onClicked: picker.query.openPeriod(place.period)
            }
        }
    }
    PushButton {
        id: more

        icon.source: Qt.resolvedUrl("icons/down.svg")
        tip: qsTr("All periods")

        onClicked: menu.open(more)

        Loader {
            id: rangeLoader

            active: false

            sourceComponent: RangePopup {
                page: picker.page
                query: picker.query
            }
        }
        MenuLoader {
            id: menu

            sourceComponent: PlainMenu {
                id: periods

                Instantiator {
                    model: picker.query.periods

                    delegate: PlainMenuItem {
                        required property string period
                        required property string name
                        required property bool current

                        choice: true
                        chosen: current
                        text: name

                        onTriggered: picker.query.openPeriod(period)
                    }

                    onObjectAdded: (index, object) => periods.insertItem(index, object)
                    onObjectRemoved: (index, object) => periods.removeItem(object)
                }
                PlainMenuItem {
                    choice: true
                    text: qsTr("Custom range…")

                    onTriggered: picker.chooseRange()
                }
            }
        }
    }
}
