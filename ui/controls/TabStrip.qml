// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Postwave.Ui

/*! The names of pages that share a place. One Tab stop: arrows change the page. */
Row {
    id: strip

    /*! The key of each, by which it is chosen, and the name that it is called by. */
    required property var pages
    required property string current

    signal chosen(key: string)

    function walk(steps: int) {
        const next = pages.findIndex(page => page.key === current) + steps;
        strip.chosen(pages[Math.max(0, Math.min(pages.length - 1, next))].key);
    }

    Accessible.focusable: true
    Accessible.name: qsTr("Tabs: arrow keys switch")
    Accessible.role: Accessible.PageTabList
    Keys.onLeftPressed: walk(LayoutMirroring.enabled ? 1 : -1)
    Keys.onRightPressed: walk(LayoutMirroring.enabled ? -1 : 1)
    Keys.onShortcutOverride: event => event.accepted = event.modifiers === Qt.NoModifier && (event.key === Qt.Key_Left || event.key === Qt.Key_Right)
    activeFocusOnTab: true
    spacing: 16

    Repeater {
        model: strip.pages

        BodyLabel {
            id: tab

            required property var modelData
            readonly property bool here: strip.current === modelData.key

            function accessiblePressAction() {
                strip.chosen(modelData.key);
            }

            Accessible.name: modelData.name
            Accessible.role: Accessible.PageTab
            Accessible.selected: here
            color: here || over.hovered ? Theme.text : Theme.muted
            font.bold: here
            height: strip.height
            leftPadding: 2
            rightPadding: 2
            text: modelData.name
            verticalAlignment: Text.AlignVCenter
            wrapMode: Text.NoWrap

            HoverHandler {
                id: over

                cursorShape: Qt.PointingHandCursor
            }
            TapHandler {
                onTapped: tab.accessiblePressAction()
            }
            Rectangle {
                anchors.bottom: parent.bottom
                color: Theme.accent
                height: Theme.focusWidth
                visible: tab.here
                width: parent.width
            }
            Rectangle {
                anchors.fill: parent
                border.color: Theme.accent
                border.width: Theme.focusWidth
                color: "transparent"
                radius: Theme.controlRadius
                visible: strip.activeFocus && tab.here
            }
        }
    }
}
