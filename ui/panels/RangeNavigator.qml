// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Postwave.Charts
import Postwave.Models
import Postwave.Ui

/*!
    All of a long view in small, and the part of it that the chart shows: its ends and its middle can be dragged, or moved
    with the arrow keys.
*/
FocusScope {
    id: strip

    required property ChannelPage page
    /*! Where the axes of the chart above are. */
    required property rect plot

    Accessible.description: qsTr("Arrow keys move the visible range; with Shift, its end; with Ctrl, its start")
    Accessible.focusable: true
    Accessible.name: qsTr("Shown: %1").arg(page.viewport.partText)
    Accessible.role: Accessible.ScrollBar
    activeFocusOnTab: true

    Keys.onPressed: event => event.accepted = gestures.pressKey(event.key, event.modifiers)
    // Left and right are the window's for the span beside, except here.
    Keys.onShortcutOverride: event => event.accepted = !(event.modifiers & (Qt.AltModifier | Qt.MetaModifier)) && (event.key === Qt.Key_Left || event.key === Qt.Key_Right)

    RangeGestures {
        id: gestures

        chart: whole
        first: strip.page.viewport.first
        last: strip.page.viewport.last
        position: pointer.mouseX
        pressed: pointer.pressed
        zoomed: strip.page.viewport.zoomed

        onPanRequested: buckets => strip.page.viewport.pan(buckets)
        onShowAllRequested: strip.page.viewport.showAll()
        onStretchRequested: (first, last) => strip.page.viewport.stretchTo(first, last)
        onZoomByRequested: (factor, around) => strip.page.viewport.zoomBy(factor, around)
    }

    // By its place, for time runs from left to right in every language.
    Item {
        id: area

        height: parent.height
        width: strip.plot.width
        x: strip.plot.x

        ChartItem {
            id: whole

            anchors.fill: parent
            bare: true
            dark: Theme.dark
            opacity: strip.page.outdated ? 0.35 : 1
            spec: strip.page.viewport.whole
        }
        // What the chart does not show lies in the shade.
        Rectangle {
            color: Theme.window
            height: parent.height
            opacity: 0.75
            width: gestures.partLeft
        }
        Rectangle {
            color: Theme.window
            height: parent.height
            opacity: 0.75
            width: parent.width - x
            x: gestures.partRight
        }
        Rectangle {
            border.color: Theme.accent
            border.width: strip.activeFocus ? Theme.focusWidth : 1
            color: "transparent"
            height: parent.height
            radius: 2
            width: Math.max(2, gestures.partRight - gestures.partLeft)
            x: gestures.partLeft
        }
        Handle {
            x: gestures.partLeft - width / 2
        }
        Handle {
            x: gestures.partRight - width / 2
        }
        MouseArea {
            id: pointer

            anchors.fill: parent
            anchors.leftMargin: -gestures.reach
            anchors.rightMargin: -gestures.reach
            cursorShape: gestures.cursor
            hoverEnabled: true
            preventStealing: true

            onClicked: mouse => gestures.click(mouse.x)
            onDoubleClicked: strip.page.viewport.showAll()
            onPositionChanged: mouse => gestures.move(mouse.x)
            onPressed: mouse => {
                strip.forceActiveFocus(Qt.MouseFocusReason);
                gestures.press(mouse.x);
            }
            onWheel: wheel => wheel.accepted = false
        }
    }

    component Handle: Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        border.color: Theme.accent
        color: Theme.surface
        height: 18
        radius: 3
        width: 7
    }
}
