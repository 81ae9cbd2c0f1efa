// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Postwave.Models
import Postwave.Ui

/*! Every command, channel and period, found by typing. */
PopupCard {
    id: card

    required property CommandListModel commands
    /*! Those that can be opened. */
    required property ChannelListModel channels
    required property ChannelQuery query
    required property bool dashboardOpen
    required property bool onChart

    signal channelWanted(id: string)

    function run(row: int) {
        // First, for what is run may open something itself.
        close();
        found.run(row);
    }

    modal: true
    width: Math.min(parent.width - 32, Math.round(520 * Theme.textScale))
    x: Math.round((parent.width - width) / 2)
    y: Math.round(Math.min(96, parent.height / 8))

    onAboutToShow: {
        search.text = "";
        found.wanted = "";
        list.currentIndex = 0;
    }
    onOpened: search.takeFocus()

    CommandFilterModel {
        id: found

        sourceModel: card.commands
    }
    Command {
        id: dates

        readonly property string span: card.onChart ? card.query.datesIn(search.text) : ""

        enabled: span.length > 0
        group: qsTr("View")
        keywords: search.text
        text: qsTr("Show %1").arg(span)

        Component.onCompleted: card.commands.append(dates)
        onTriggered: card.query.openDates(keywords)
    }
    // From the first time on that somebody looks for them.
    Instantiator {
        active: card.dashboardOpen
        model: card.channels

        delegate: Command {
            required property string channelId
            required property string title

            group: qsTr("Channel")
            text: qsTr("Open %1").arg(title)

            onTriggered: card.channelWanted(channelId)
        }

        onObjectAdded: (index, object) => card.commands.append(object)
        onObjectRemoved: (index, object) => card.commands.remove(object)
    }
    Instantiator {
        active: card.dashboardOpen
        model: card.query.periods

        delegate: Command {
            required property string period
            required property string name
            required property bool main

            // Those with a button have a key and are there already.
            enabled: card.onChart && !main
            group: qsTr("View")
            text: qsTr("Show: %1").arg(name)

            onTriggered: card.query.openPeriod(period)
        }

        onObjectAdded: (index, object) => card.commands.append(object)
        onObjectRemoved: (index, object) => card.commands.remove(object)
    }
    Instantiator {
        active: card.dashboardOpen
        model: card.query.metrics

        delegate: Command {
            required property string metric
            required property string name

            enabled: card.onChart
            group: qsTr("Chart")
            text: qsTr("Show only: %1").arg(name)

            onTriggered: card.query.isolateMetric(metric)
        }

        onObjectAdded: (index, object) => card.commands.append(object)
        onObjectRemoved: (index, object) => card.commands.remove(object)
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: 8

        // Else the key would also lead one level up.
        Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape
        Keys.onDownPressed: list.incrementCurrentIndex()
        Keys.onEscapePressed: card.close()
        Keys.onUpPressed: list.decrementCurrentIndex()

        Field {
            id: search

            Layout.fillWidth: true
            choice: list.currentItem ? (list.currentItem as PlainMenuItem).text : ""
            label: qsTr("Command")
            placeholderText: qsTr("Search commands and channels")

            onAccepted: card.run(list.currentIndex)
            onEdited: {
                found.wanted = text;
                list.currentIndex = 0;
            }
        }
        ListView {
            id: list

            Accessible.name: qsTr("Commands")
            Accessible.role: Accessible.List
            Layout.fillWidth: true
            Layout.preferredHeight: Math.min(10 * Theme.controlHeight, card.parent.height - card.y - 160 * Theme.textScale)
            cacheBuffer: 0
            clip: true
            highlightMoveDuration: 0
            model: found

            delegate: CommandEntry {
                Accessible.selectable: true
                Accessible.selected: ListView.isCurrentItem
                highlighted: ListView.isCurrentItem || hovered
                width: ListView.view.width

                onTriggered: card.run(index)
            }
        }
        CaptionLabel {
            Accessible.name: text
            Layout.fillWidth: true
            text: qsTr("No matches.")
            visible: list.count === 0
        }
    }

    component CommandEntry: PlainMenuItem {
        id: entry

        required property int index
        required property string name
        required property string group
        required property var keyTexts

        Accessible.description: keyTexts.join(" ")
        implicitHeight: Theme.controlHeight
        text: name

        contentItem: RowLayout {
            spacing: 12

            BodyLabel {
                Accessible.ignored: true
                Layout.fillWidth: true
                Layout.leftMargin: 4
                elide: Text.ElideRight
                maximumLineCount: 1
                text: entry.name
                wrapMode: Text.NoWrap
            }
            CaptionLabel {
                Accessible.ignored: true
                text: entry.group
            }
            KeyCaps {
                texts: entry.keyTexts.slice(0, 1)
            }
        }
    }
}
