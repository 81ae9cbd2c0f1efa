// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Postwave.Charts
import Postwave.Models
import Postwave.Ui

/*! What hands do in the chart, and what shows where they are: pointer, crosshair, zoom, tooltip, focus ring. */
Item {
    id: hands

    required property ChartItem chart
    /*! The page has more than fits, so that the plain wheel is for it. */
    required property bool pageScrolls
    required property ChannelPage page
    /*! The bucket of the view that pointer or keyboard is at. */
    required property int bucket
    /*! What it says. */
    required property var words
    /*! The keyboard is in the chart. */
    required property bool walked
    /*! And came by itself, so that one wants to see it. */
    required property bool ringed

    readonly property bool shown: page.status === PageStatus.Shown

    /*! A press wants the keyboard to go along. */
    signal focusWanted
    /*! The pointer came to another bucket of the view, or left for none. */
    signal pointedAt(bucket: int)

    ChartGestures {
        id: gestures

        bucket: hands.bucket
        buttons: pointer.pressedButtons
        chart: hands.chart
        first: hands.page.viewport.first
        hovered: pointer.containsMouse
        openable: hands.words.openable
        position: Qt.point(pointer.mouseX, pointer.mouseY)

        onDrillRequested: bucket => hands.page.drill(bucket)
        onPointedChanged: hands.pointedAt(pointed)
        onPanRequested: buckets => hands.page.viewport.pan(buckets)
        onShowAllRequested: hands.page.viewport.showAll()
        onZoomByRequested: (factor, around) => hands.page.viewport.zoomBy(factor, around)
        onZoomRequested: (first, last) => hands.page.viewport.zoomTo(first, last)
    }
    Item {
        id: overlay

        readonly property rect column: gestures.column

        anchors.fill: parent
        objectName: "pointed"
        // Where a sentence stands in the place of data, nothing lies over it.
        visible: hands.shown && hands.words.valid && column.width > 0 && !gestures.selecting && hands.chart.message.length === 0

        Rectangle {
            color: Theme.accent
            height: overlay.column.height
            opacity: 0.1
            width: overlay.column.width
            x: overlay.column.x
            y: overlay.column.y
        }
        Rectangle {
            color: Theme.accent
            height: overlay.column.height
            width: 1
            x: Math.round(overlay.column.x + overlay.column.width / 2)
            y: overlay.column.y
        }
    }
    // What a viral bucket stands out from.
    Item {
        id: baseline

        readonly property bool wanted: overlay.visible && hands.words.viralBaseline > 0 && hands.words.metrics[0] === "views"

        height: 2
        objectName: "baseline"
        visible: wanted
        width: hands.chart.plotArea.width
        x: hands.chart.plotArea.x
        y: wanted ? Math.round(hands.chart.yOf(hands.words.viralBaseline)) - 1 : 0

        Repeater {
            model: baseline.wanted ? Math.floor(baseline.width / 6) : 0

            Rectangle {
                required property int index

                color: Theme.muted
                height: 2
                radius: 1
                width: 2
                x: 6 * index
            }
        }
    }
    // The part that a drag selects.
    Rectangle {
        border.color: Theme.accent
        color: Qt.alpha(Theme.accent, 0.15)
        height: gestures.selection.height
        visible: gestures.selecting
        width: gestures.selection.width
        x: gestures.selection.x
        y: gestures.selection.y
    }
    MouseArea {
        id: pointer

        acceptedButtons: Qt.LeftButton | Qt.MiddleButton
        anchors.fill: parent
        cursorShape: gestures.selecting || gestures.panning ? Qt.SizeHorCursor : (gestures.pointed >= 0 && gestures.openable ? Qt.PointingHandCursor : undefined)
        enabled: hands.shown
        hoverEnabled: true

        onClicked: mouse => gestures.click(mouse.button)
        onDoubleClicked: gestures.secondClick()
        onPositionChanged: mouse => gestures.move(mouse.x)
        onPressed: mouse => {
            hands.focusWanted();
            gestures.press(Qt.point(mouse.x, mouse.y));
        }
        onReleased: mouse => gestures.release(mouse.button)
        onWheel: wheel => {
            // A page that scrolls keeps the plain wheel for itself.
            if (hands.pageScrolls && wheel.modifiers === Qt.NoModifier && wheel.angleDelta.x === 0)
                wheel.accepted = false;
            else
                gestures.turn(wheel.angleDelta, wheel.modifiers, wheel.x);
        }
    }
    // Above the pointer, which would have the first finger for itself.
    ChartPinch {
        anchors.fill: parent
        receiver: gestures
        visible: hands.shown
    }
    BucketTip {
        bounds: Qt.size(hands.width, hands.height)
        point: gestures.pointed >= 0 ? Qt.point(pointer.mouseX, pointer.mouseY) : Qt.point(overlay.column.x + overlay.column.width / 2, overlay.column.y)
        visible: overlay.visible && (gestures.pointed >= 0 || hands.walked)
        words: hands.words
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: -4
        border.color: Theme.accent
        border.width: Theme.focusWidth
        color: "transparent"
        radius: Theme.controlRadius
        visible: hands.ringed
    }
}
