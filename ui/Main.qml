// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import Postwave.Models
import Postwave.Ui

/*! The window: which page is open. */
ApplicationWindow {
    id: root

    required property Workspace workspace
    required property SettingsModel settings
    required property ConnectForm connectForm
    required property ExportModel exporter

    /*! The form that connects to a server is open, in the place of what was there; that comes back as it was. */
    property bool connecting: false
    property bool signingInAgain: false
    /*! The settings are open, beside the page. */
    property bool settingUp: false

    readonly property bool dashboardOpen: !connecting && workspace.open
    /*! Whether every part of the open page was made. */
    readonly property bool complete: !dashboardOpen || (dashboardPart.item !== null && dashboardPart.item.complete) /* qmllint disable */ // its type, once named here, would be loaded with the window
    /*! Whether a page was complete once: what comes after all others need not go with it. */
    property bool settled: false

    function connect(again) {
        signingInAgain = again;
        connecting = true;
    }

    /*! From a form to the page, on the page one level up. */
    function leave() {
        if (connecting)
            connecting = false;
        else if (settingUp)
            settingUp = false;
        else
            workspace.goUp();
    }

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: Qt.application.layoutDirection !== 0 /* qmllint disable */ // the first enumerator of Qt that is named lists all: 4 ms before the first picture
    color: Theme.window
    height: Math.min(800, Screen.desktopAvailableHeight - 48)
    minimumHeight: Math.min(480, Screen.desktopAvailableHeight)
    minimumWidth: Math.min(640, Screen.desktopAvailableWidth)
    palette.buttonText: Theme.text
    palette.text: Theme.text
    palette.toolTipBase: Theme.surface
    palette.toolTipText: Theme.text
    palette.windowText: Theme.text
    title: workspace.title.length > 0 ? qsTr("%1 – Postwave").arg(workspace.title) : qsTr("Postwave")
    visible: true
    width: Math.min(1280, Screen.desktopAvailableWidth)

    Component.onCompleted: {
        const size = settings.windowSize;
        if (size.width > 0) {
            // Of another screen, perhaps; with room for the frame that the desktop adds.
            width = Math.min(size.width, Screen.desktopAvailableWidth);
            height = Math.min(size.height, Screen.desktopAvailableHeight - 48);
        }
        if (settings.windowMaximised)
            showMaximized();
        settled = complete;
    }
    onCompleteChanged: settled = settled || complete
    onConnectingChanged: if (!connecting)
        connectForm.cancel()
    onClosing: {
        settings.windowMaximised = visibility === Window.Maximized;
        if (visibility === Window.Windowed)
            settings.windowSize = Qt.size(width, height);
    }

    Binding {
        property: "dark"
        target: Theme
        value: root.settings.dark
    }
    Binding {
        property: "reduceMotion"
        target: Theme
        value: root.settings.reduceMotion
    }
    Binding {
        property: "textScale"
        target: Theme
        value: root.settings.textScale
    }
    Connections {
        function onConnected() {
            root.connecting = false;
        }

        target: root.connectForm
    }

    Part {
        id: dashboardPart

        anchors.fill: parent
        properties: ({
                exporter: root.exporter,
                settings: root.settings,
                workspace: root.workspace
            })
        type: "DashboardPage"
        visible: !root.connecting
        wanted: root.workspace.open

        Connections {
            function onConnectWanted() {
                root.connect(false);
            }
            function onSettingsWanted() {
                root.settingUp = true;
            }
            function onSignInWanted() {
                root.connect(true);
            }

            target: dashboardPart.item
        }
    }
    Part {
        id: welcomePart

        anchors.fill: parent
        properties: ({
                notice: root.workspace.notice,
                session: root.workspace.session
            })
        type: "WelcomePage"
        wanted: !root.connecting && !root.workspace.open

        Connections {
            function onConnectWanted() {
                root.connect(false);
            }
            function onDemoWanted() {
                root.workspace.openSource("demo");
            }

            target: welcomePart.item
        }
    }
    Part {
        id: connectPart

        anchors.fill: parent
        properties: ({
                canLeave: true,
                form: root.connectForm,
                knownAddress: root.signingInAgain ? root.workspace.session.key : "",
                knownEmail: root.signingInAgain ? root.workspace.session.email : ""
            })
        type: "ConnectPage"
        wanted: root.connecting

        Connections {
            function onCancelled() {
                root.connecting = false;
            }
            function onDemoWanted() {
                root.connecting = false;
                root.workspace.openSource("demo");
            }

            target: connectPart.item
        }
    }
    Part {
        id: settingsPart

        anchors.bottom: parent.bottom
        anchors.right: parent.right
        anchors.top: parent.top
        properties: ({
                settings: root.settings
            })
        type: "SettingsPage"
        width: item ? Math.min(parent.width, (item as Item).implicitWidth) : 0
        wanted: root.settingUp && !root.connecting

        Connections {
            function onDone() {
                root.settingUp = false;
            }

            target: settingsPart.item
        }
    }

    Part {
        id: commandsPart

        anchors.fill: parent
        properties: ({
                dashboardOpen: Qt.binding(() => root.dashboardOpen),
                exporter: root.exporter,
                settings: root.settings,
                page: Qt.binding(() => dashboardPart.item),
                sheetOpen: Qt.binding(() => root.settingUp && !root.connecting),
                workspace: root.workspace
            })
        type: "CommandRegistry"
        // Whatever else is made, it comes first.
        wanted: root.settled

        Connections {
            function onConnectWanted() {
                root.connect(false);
            }
            function onLeaveWanted() {
                root.leave();
            }
            function onQuitWanted() {
                root.close();
            }
            function onSettingsWanted() {
                if (!root.connecting)
                    root.settingUp = true;
            }

            target: commandsPart.item
        }
    }
}
