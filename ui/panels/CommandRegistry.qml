// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Postwave.Models
import Postwave.Ui

/*!
    The one registry of what can be done in the window: its keys work from here, the palette finds
    its words, the list of keys shows both.
*/
Item {
    id: registry

    required property Workspace workspace
    required property ExportModel exporter
    required property SettingsModel settings
    /*! The dashboard is the open page, with nothing in front of it. */
    required property bool dashboardOpen
    /*! The settings stand beside it. */
    required property bool sheetOpen
    /*! The page of the dashboard, where some commands have their place. */
    required property var page
    /*! The views of one channel are. */
    readonly property bool onChart: dashboardOpen && !workspace.allChannels
    /*! Nothing else has the keyboard for itself. */
    readonly property bool listening: !paletteLoader.shown && !keysLoader.shown && !exportLoader.shown

    signal connectWanted
    signal leaveWanted
    signal quitWanted
    signal settingsWanted

    function openPalette() {
        paletteLoader.open();
    }
    function openKeys() {
        keysLoader.open();
    }
    function openExport() {
        exportLoader.open();
    }

    CommandListModel {
        id: all

        // ---- What is shown
        Command {
            enabled: registry.onChart
            group: qsTr("View")
            keys: ["1"]
            text: qsTr("Show 7 days")

            onTriggered: registry.workspace.query.openPeriod("7d")
        }
        Command {
            enabled: registry.onChart
            group: qsTr("View")
            keys: ["2"]
            text: qsTr("Show 30 days")

            onTriggered: registry.workspace.query.openPeriod("30d")
        }
        Command {
            enabled: registry.onChart
            group: qsTr("View")
            keys: ["3"]
            text: qsTr("Show 90 days")

            onTriggered: registry.workspace.query.openPeriod("90d")
        }
        Command {
            enabled: registry.onChart
            group: qsTr("View")
            keys: ["4"]
            text: qsTr("Show all time")

            onTriggered: registry.workspace.query.openPeriod("all")
        }
        Command {
            enabled: registry.onChart
            group: qsTr("View")
            keys: ["R"]
            text: qsTr("Custom range…")

            onTriggered: registry.page.chooseRange()
        }
        Command {
            enabled: registry.dashboardOpen && registry.workspace.query.comparable
            group: qsTr("View")
            keys: ["X"]
            keywords: qsTr("compare previous period year", "words to find the command by")
            text: registry.workspace.query.comparing ? qsTr("Stop comparing") : qsTr("Compare with an earlier period")

            onTriggered: registry.workspace.query.toggleComparison()
        }
        Command {
            enabled: registry.dashboardOpen && registry.workspace.query.comparable
            group: qsTr("View")
            text: qsTr("Compare with a custom start date…")

            onTriggered: registry.page.chooseCompareStart()
        }
        Command {
            enabled: registry.onChart
            group: qsTr("View")
            keys: ["L"]
            text: registry.workspace.query.logarithmic ? qsTr("Use a linear scale") : qsTr("Use a logarithmic scale")

            onTriggered: registry.workspace.query.toggleLogarithmic()
        }
        Command {
            enabled: registry.onChart
            group: qsTr("View")
            keys: ["Z"]
            text: qsTr("Time zone…")

            onTriggered: registry.page.chooseClocks()
        }
        Command {
            readonly property string tab: registry.onChart ? registry.page.nextTab : ""

            enabled: registry.onChart && registry.page.hasDetails
            group: qsTr("View")
            keys: ["W"]
            text: {
                return tab === "weekdays" ? qsTr("Show weekdays") : qsTr("Show the table");
            }

            onTriggered: registry.page.showTab(tab)
        }
        Command {
            enabled: registry.dashboardOpen && !registry.workspace.loading && !registry.workspace.session.offline
            group: qsTr("View")
            keys: [StandardKey.Refresh]
            text: qsTr("Refresh")

            onTriggered: registry.workspace.refresh()
        }
        Command {
            enabled: registry.dashboardOpen
            group: qsTr("View")
            text: registry.workspace.session.offline ? qsTr("Go online") : qsTr("Work offline")

            onTriggered: registry.workspace.session.offline = !registry.workspace.session.offline
        }

        // ---- Going places
        Command {
            enabled: registry.dashboardOpen && registry.workspace.navigator.canGoBack
            group: qsTr("Navigation")
            keys: [StandardKey.Back]
            text: qsTr("Back")

            onTriggered: registry.workspace.navigator.goBack()
        }
        Command {
            enabled: registry.dashboardOpen && registry.workspace.navigator.canGoForward
            group: qsTr("Navigation")
            keys: [StandardKey.Forward]
            text: qsTr("Forward")

            onTriggered: registry.workspace.navigator.goForward()
        }
        Command {
            enabled: !registry.dashboardOpen || registry.sheetOpen || registry.workspace.canGoUp
            group: qsTr("Navigation")
            keys: ["Esc"]
            text: {
                if (registry.sheetOpen)
                    return qsTr("Close settings");
                if (!registry.dashboardOpen)
                    return qsTr("Close this page");
                return registry.workspace.allChannels ? qsTr("Close the list of all channels") : qsTr("Reset the zoom, or go one level up");
            }

            onTriggered: registry.leaveWanted()
        }
        Command {
            enabled: registry.dashboardOpen && registry.workspace.query.canStepBack
            group: qsTr("Navigation")
            keys: ["Left"]
            text: registry.workspace.query.previousText

            onTriggered: registry.workspace.query.step(-1)
        }
        Command {
            enabled: registry.dashboardOpen && registry.workspace.query.canStepForward
            group: qsTr("Navigation")
            keys: ["Right"]
            text: registry.workspace.query.nextText

            onTriggered: registry.workspace.query.step(1)
        }
        Command {
            enabled: registry.onChart && registry.workspace.session.channels.count > 1
            group: qsTr("Navigation")
            keys: ["A"]
            text: qsTr("Show all channels")

            onTriggered: registry.workspace.openAllChannels()
        }
        Command {
            enabled: registry.dashboardOpen
            group: qsTr("Navigation")
            keys: ["Ctrl+PgUp"]
            text: qsTr("Previous channel")

            onTriggered: registry.workspace.stepChannel(-1)
        }
        Command {
            enabled: registry.dashboardOpen
            group: qsTr("Navigation")
            keys: ["Ctrl+PgDown"]
            text: qsTr("Next channel")

            onTriggered: registry.workspace.stepChannel(1)
        }
        Command {
            enabled: registry.dashboardOpen
            group: qsTr("Navigation")
            keys: [StandardKey.Find]
            text: qsTr("Search for a channel")

            onTriggered: registry.page.searchChannel()
        }

        // ---- Keys of the chart alone
        Command {
            group: qsTr("In the chart")
            keys: ["Left", "Right"]
            local: true
            text: qsTr("Move along the chart")
        }
        Command {
            group: qsTr("In the chart")
            keys: ["Home", "End"]
            local: true
            text: qsTr("First, last")
        }
        Command {
            group: qsTr("In the chart")
            keys: ["Up", "Down"]
            local: true
            text: qsTr("Previous, next metric")
        }
        Command {
            group: qsTr("In the chart")
            keys: ["Return"]
            local: true
            text: qsTr("Open the selection")
        }
        Command {
            group: qsTr("In the chart")
            keys: ["+", "-"]
            local: true
            text: qsTr("Zoom in and out")
        }
        Command {
            group: qsTr("In the chart")
            keys: ["PgUp", "PgDown"]
            local: true
            text: qsTr("Pan when zoomed")
        }
        Command {
            group: qsTr("In the chart")
            keys: ["0"]
            local: true
            text: qsTr("Reset the zoom")
        }

        // ---- Files and the program
        Command {
            enabled: registry.dashboardOpen && registry.exporter.possible && !registry.exporter.busy
            group: qsTr("Export")
            keys: ["Ctrl+E"]
            text: qsTr("Export…")

            onTriggered: registry.openExport()
        }
        Command {
            enabled: registry.dashboardOpen && registry.exporter.possible
            group: qsTr("Export")
            keys: ["Ctrl+Shift+C"]
            text: qsTr("Copy image")

            onTriggered: registry.exporter.copyPicture()
        }
        Command {
            enabled: registry.dashboardOpen && registry.exporter.possible
            group: qsTr("Export")
            text: qsTr("Copy table")

            onTriggered: registry.exporter.copyTable()
        }
        Command {
            group: qsTr("Application")
            keys: ["Ctrl+K"]
            text: qsTr("Find a command")

            onTriggered: registry.openPalette()
        }
        Command {
            group: qsTr("Application")
            keys: ["?", "F1"]
            text: qsTr("Keyboard shortcuts")

            onTriggered: registry.openKeys()
        }
        Command {
            group: qsTr("Application")
            text: qsTr("Connect to a server…")

            onTriggered: registry.connectWanted()
        }
        Command {
            enabled: registry.settings.textScale < 2
            group: qsTr("Application")
            keys: [StandardKey.ZoomIn]
            keywords: qsTr("text size", "words to find the command by")
            text: qsTr("Larger text")

            onTriggered: registry.settings.textScale = Math.min(2, registry.settings.textScale + 0.25)
        }
        Command {
            enabled: registry.settings.textScale > 1
            group: qsTr("Application")
            keys: [StandardKey.ZoomOut]
            keywords: qsTr("text size", "words to find the command by")
            text: qsTr("Smaller text")

            onTriggered: registry.settings.textScale = Math.max(1, registry.settings.textScale - 0.25)
        }
        Command {
            group: qsTr("Application")
            keywords: qsTr("theme colours dark light", "words to find the command by")
            text: registry.settings.dark ? qsTr("Use light colours") : qsTr("Use dark colours")

            onTriggered: registry.settings.appearance = registry.settings.dark ? SettingsModel.Light : SettingsModel.Dark
        }
        Command {
            group: qsTr("Application")
            keys: ["Ctrl+,"]
            text: qsTr("Settings")

            onTriggered: registry.settingsWanted()
        }
        Command {
            group: qsTr("Application")
            keys: [StandardKey.Quit]
            text: qsTr("Quit")

            onTriggered: registry.quitWanted()
        }
    }
    // The page has a button for it.
    Connections {
        function onExportWanted() {
            registry.openExport();
        }

        target: registry.page
    }
    Binding {
        property: "screenSize"
        target: registry.exporter.options
        value: registry.page ? registry.page.chartSize : Qt.size(0, 0)
        when: registry.page !== null
    }
    CommandFilterModel {
        id: withKeys

        keysOnly: true
        sourceModel: all
    }
    KeysByPlace {
        bareKeys: registry.settings.letterKeys
        commands: all
        listening: registry.listening
        window: registry.Window.window
    }
    Instantiator {
        model: withKeys

        delegate: Shortcut {
            required property Command command

            enabled: registry.listening && command.enabled && !command.local
            sequences: registry.settings.letterKeys ? command.sequences : command.chords

            onActivated: command.trigger()
        }
    }
    PopupLoader {
        id: paletteLoader

        sourceComponent: CommandPalette {
            channels: registry.workspace.session.channels
            commands: all
            dashboardOpen: registry.dashboardOpen
            onChart: registry.onChart
            query: registry.workspace.query

            onChannelWanted: id => registry.workspace.selectChannel(id)
        }
    }
    PopupLoader {
        id: keysLoader

        sourceComponent: KeyList {
            commands: withKeys
        }
    }
    PopupLoader {
        id: exportLoader

        sourceComponent: ExportDialog {
            exporter: registry.exporter
            title: registry.workspace.title
            viewport: registry.workspace.channelPage.viewport
        }
    }

    component PopupLoader: Loader {
        readonly property bool shown: active && (item as PopupCard).opened

        function open() {
            active = true;
            (item as PopupCard).open();
        }

        active: false
        anchors.fill: parent
    }
}
