// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Postwave.Models
import Postwave.Ui

/*! By whose clocks days and hours are counted; a search for another place. */
PushButton {
    id: picker

    required property ChannelQuery query

    function choose() {
        loader.active = true;
        (loader.item as PopupCard).openBelow(picker);
    }

    Accessible.description: qsTr("Days and hours are in this time zone")
    Accessible.name: qsTr("Time zone: %1").arg(text)
    icon.source: Qt.resolvedUrl("icons/clock.svg")
    quiet: true
    text: query.zoneText
    tip: qsTr("Change the time zone")

    onClicked: choose()

    Loader {
        id: loader

        active: false

        sourceComponent: PopupCard {
            id: card

            function choose(zone: string) {
                picker.query.setZone(zone);
                close();
            }

            onAboutToShow: {
                search.text = "";
                zones.filter = "";
                list.currentIndex = 0;
            }
            onOpened: search.takeFocus()

            ZoneListModel {
                id: zones
            }
            ColumnLayout {
                anchors.fill: parent
                spacing: 8

                // Else the key would also lead one level up.
                Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape
                Keys.onEscapePressed: card.close()
                Keys.onDownPressed: list.incrementCurrentIndex()
                Keys.onUpPressed: list.decrementCurrentIndex()

                Field {
                    id: search

                    Layout.fillWidth: true
                    Layout.preferredWidth: Math.round(320 * Theme.textScale)
                    choice: list.currentItem ? (list.currentItem as PlainMenuItem).text : ""
                    label: qsTr("Time zone")
                    placeholderText: qsTr("Search, for example Tashkent")

                    onAccepted: {
                        if (list.count > 0)
                            card.choose(zones.zoneAt(Math.max(0, list.currentIndex)));
                    }
                    onEdited: {
                        zones.filter = text;
                        list.currentIndex = 0;
                    }
                }
                ListView {
                    id: list

                    Accessible.name: qsTr("Time zones")
                    Accessible.role: Accessible.List
                    Layout.fillWidth: true
                    Layout.preferredHeight: Math.round(264 * Theme.textScale)
                    // Entries made ahead would be given up with every letter that is typed.
                    cacheBuffer: 0
                    clip: true
                    highlightMoveDuration: 0
                    model: zones

                    delegate: ZoneEntry {
                        Accessible.selectable: true
                        Accessible.selected: ListView.isCurrentItem
                        chosen: zone === picker.query.zone
                        highlighted: ListView.isCurrentItem || hovered
                        width: ListView.view.width

                        onTriggered: card.choose(zone)
                    }
                }
                CaptionLabel {
                    Layout.fillWidth: true
                    text: qsTr("No matching time zone.")
                    visible: list.count === 0
                }
            }
        }
    }

    component ZoneEntry: PlainMenuItem {
        required property string zone
        required property string name

        required detail

        choice: true
        text: name
    }
}
