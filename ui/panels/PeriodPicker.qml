// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Postwave.Models
import Postwave.Ui

/*! The periods: those of days as buttons, the live ones in a menu. */
Row {
    id: picker

    required property DashboardState dashboard

    Accessible.name: qsTr("Period")
    Accessible.role: Accessible.Grouping
    spacing: 4

    Repeater {
        model: picker.dashboard.periods

        PushButton {
            required property string period
            required property string button
            required property string name
            required property bool current
            required property bool main

            Accessible.checkable: true
            Accessible.checked: checked
            Accessible.name: name
            checked: current
            text: button
            tip: name
            visible: main

            onClicked: picker.dashboard.openPeriod(period)
        }
    }
    PushButton {
        id: more

        icon.source: Qt.resolvedUrl("icons/down.svg")
        tip: qsTr("All periods")

        onClicked: menu.popup(more, more.width - menu.width, more.height + 4)

        PlainMenu {
            id: menu

            Instantiator {
                model: picker.dashboard.periods

                delegate: PlainMenuItem {
                    required property string period
                    required property string name
                    required property bool current

                    checkable: true
                    checked: current
                    text: name

                    onTriggered: picker.dashboard.openPeriod(period)
                }

                onObjectAdded: (index, object) => menu.insertItem(index, object)
                onObjectRemoved: (index, object) => menu.removeItem(object)
            }
        }
    }
}
