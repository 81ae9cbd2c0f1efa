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

    readonly property int count: whole.bucketCount
    readonly property int first: page.viewport.first
    readonly property int last: page.viewport.last
    // Reads where the plot is, for places follow it.
    readonly property real partLeft: whole.plotArea.width > 0 ? whole.columnOf(first).x : 0
    readonly property real partRight: whole.plotArea.width > 0 ? whole.columnOf(last).x + whole.columnOf(last).width : area.width
    /*! Of the arrow keys: a twentieth of what is shown. */
    readonly property int pace: Math.max(1, Math.round((last - first + 1) / 20))

    Accessible.description: qsTr("Arrow keys move the part that the chart shows; with Shift its end, with Ctrl its beginning")
    Accessible.focusable: true
    Accessible.name: qsTr("Shown: %1").arg(page.viewport.partText)
    Accessible.role: Accessible.ScrollBar
    activeFocusOnTab: true

    Keys.onPressed: event => {
        if (event.modifiers & (Qt.AltModifier | Qt.MetaModifier))
            return;
        const steps = event.key === Qt.Key_Left ? -pace : (event.key === Qt.Key_Right ? pace : 0);
        if (event.key === Qt.Key_Home)
            page.viewport.pan(-count);
        else if (event.key === Qt.Key_End)
            page.viewport.pan(count);
        else if (event.key === Qt.Key_Plus || event.key === Qt.Key_Equal)
            page.viewport.zoomBy(2, Math.round((first + last) / 2));
        else if (event.key === Qt.Key_Minus)
            page.viewport.zoomBy(0.5, Math.round((first + last) / 2));
        else if (event.key === Qt.Key_0)
            page.viewport.showAll();
        else if (steps !== 0 && event.modifiers & Qt.ShiftModifier)
            page.viewport.stretchTo(first, Math.max(first, Math.min(count - 1, last + steps)));
        else if (steps !== 0 && event.modifiers & Qt.ControlModifier)
            page.viewport.stretchTo(Math.min(last, Math.max(0, first + steps)), last);
        else if (steps !== 0)
            page.viewport.pan(steps);
        else
            return;
        event.accepted = true;
    }
    // Left and right are the window's for the span beside, except here.
    Keys.onShortcutOverride: event => event.accepted = !(event.modifiers & (Qt.AltModifier | Qt.MetaModifier)) && (event.key === Qt.Key_Left || event.key === Qt.Key_Right)

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
            width: strip.partLeft
        }
        Rectangle {
            color: Theme.window
            height: parent.height
            opacity: 0.75
            width: parent.width - x
            x: strip.partRight
        }
        Rectangle {
            border.color: Theme.accent
            border.width: strip.activeFocus ? Theme.focusWidth : 1
            color: "transparent"
            height: parent.height
            radius: 2
            width: Math.max(2, strip.partRight - strip.partLeft)
            x: strip.partLeft
        }
        Handle {
            x: strip.partLeft - width / 2
        }
        Handle {
            x: strip.partRight - width / 2
        }
        MouseArea {
            id: pointer

            readonly property int reach: 8
            /*! What is dragged: -1 the beginning, 1 the end, 0 all of it, 2 a new part. */
            property int part: 0
            property int pressedBucket: 0
            property int pressedFirst: 0

            function bucketAt(x: real): int {
                return whole.bucketAt(Math.max(whole.plotArea.x, Math.min(whole.plotArea.x + whole.plotArea.width - 1, x)));
            }
            function partAt(x: real): int {
                // The nearer end, where both are within reach.
                const toLeft = Math.abs(x - strip.partLeft);
                const toRight = Math.abs(x - strip.partRight);
                if (Math.min(toLeft, toRight) <= reach)
                    return toLeft < toRight ? -1 : 1;
                return strip.page.viewport.zoomed && x > strip.partLeft && x < strip.partRight ? 0 : 2;
            }

            anchors.fill: parent
            anchors.leftMargin: -reach
            anchors.rightMargin: -reach
            cursorShape: {
                const at = pressed ? part : partAt(mouseX - reach);
                return at === 0 ? (pressed ? Qt.ClosedHandCursor : Qt.OpenHandCursor) : (at === 2 ? Qt.CrossCursor : Qt.SizeHorCursor);
            }
            hoverEnabled: true
            preventStealing: true

            onClicked: mouse => {
                // Into the shade: what is shown goes there.
                if (part === 2 && strip.page.viewport.zoomed && bucketAt(mouse.x - reach) === pressedBucket)
                    strip.page.viewport.pan(pressedBucket - Math.round((strip.first + strip.last) / 2));
            }
            onDoubleClicked: strip.page.viewport.showAll()
            onPositionChanged: mouse => {
                if (!pressed)
                    return;
                const bucket = bucketAt(mouse.x - reach);
                if (part === -1)
                    strip.page.viewport.stretchTo(Math.min(bucket, strip.last), strip.last);
                else if (part === 1)
                    strip.page.viewport.stretchTo(strip.first, Math.max(bucket, strip.first));
                else if (part === 0)
                    strip.page.viewport.pan(pressedFirst + bucket - pressedBucket - strip.first);
                else if (bucket !== pressedBucket)
                    strip.page.viewport.stretchTo(pressedBucket, bucket);
            }
            onPressed: mouse => {
                strip.forceActiveFocus(Qt.MouseFocusReason);
                part = partAt(mouse.x - reach);
                pressedBucket = bucketAt(mouse.x - reach);
                pressedFirst = strip.first;
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
