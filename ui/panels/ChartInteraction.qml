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
    required property ChannelPage page
    /*! The bucket of the view that pointer or keyboard is at. */
    required property int bucket
    /*! What it says. */
    required property var words
    /*! The keyboard is in the chart. */
    required property bool walked
    /*! And came by itself, so that one wants to see it. */
    required property bool ringed

    readonly property int pointed: pointer.containsMouse ? pointer.bucket : -1
    readonly property int first: page.viewport.first
    readonly property bool shown: page.status === PageStatus.Shown

    /*! A press wants the keyboard to go along. */
    signal focusWanted

    Item {
        id: overlay

        // Reads where the axes are, for places follow them.
        readonly property rect column: hands.chart.plotArea.height > 0 ? hands.chart.columnOf(hands.bucket - hands.first) : Qt.rect(0, 0, 0, 0)

        anchors.fill: parent
        visible: hands.shown && hands.words.valid && column.width > 0 && !pointer.selecting

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
        readonly property rect from: hands.chart.columnOf(pointer.pressedBucket - hands.first)
        readonly property rect to: hands.chart.columnOf(pointer.draggedBucket - hands.first)

        border.color: Theme.accent
        color: Qt.alpha(Theme.accent, 0.15)
        height: from.height
        visible: pointer.selecting
        width: Math.max(from.x + from.width, to.x + to.width) - x
        x: Math.min(from.x, to.x)
        y: from.y
    }
    MouseArea {
        id: pointer

        readonly property int bucket: containsMouse && mouseY >= hands.chart.plotArea.y && mouseY <= hands.chart.plotArea.y + hands.chart.plotArea.height ? bucketAt(mouseX) : -1
        property int pressedBucket: -1
        property int draggedBucket: -1
        property real pressedX: 0
        /*! A drag is on its way, or just ended: then it is no click. */
        property bool dragged: false
        readonly property bool panning: pressedButtons & Qt.MiddleButton
        readonly property bool selecting: pressed && dragged && !panning

        /*! Of the view, at the nearest place in the plot. */
        function bucketAt(x: real): int {
            const area = hands.chart.plotArea;
            const found = hands.chart.bucketAt(Math.max(area.x, Math.min(area.x + area.width - 1, x)));
            return found < 0 ? -1 : found + hands.first;
        }

        acceptedButtons: Qt.LeftButton | Qt.MiddleButton
        anchors.fill: parent
        cursorShape: selecting || panning ? Qt.SizeHorCursor : (bucket >= 0 && hands.words.openable ? Qt.PointingHandCursor : undefined)
        enabled: hands.shown
        hoverEnabled: true

        onClicked: mouse => {
            if (!dragged && mouse.button === Qt.LeftButton)
                hands.page.drill(bucket);
        }
        onDoubleClicked: {
            // Elsewhere the first click has opened the bucket.
            if (!hands.words.openable)
                hands.page.viewport.showAll();
        }
        onPositionChanged: mouse => {
            if (!pressed || pressedBucket < 0)
                return;
            dragged = dragged || Math.abs(mouse.x - pressedX) >= 8;
            draggedBucket = bucketAt(mouse.x);
            if (panning)
                hands.page.viewport.pan(pressedBucket - draggedBucket);
        }
        onPressed: mouse => {
            hands.focusWanted();
            dragged = false;
            pressedX = mouse.x;
            pressedBucket = bucket;
            draggedBucket = bucket;
        }
        onReleased: mouse => {
            // A hand that shook on one bucket clicked it.
            dragged = dragged && draggedBucket !== pressedBucket;
            if (dragged && pressedBucket >= 0 && mouse.button === Qt.LeftButton)
                hands.page.viewport.zoomTo(pressedBucket, draggedBucket);
        }
        onWheel: wheel => {
            const delta = wheel.angleDelta;
            const sideways = Math.abs(delta.x) > Math.abs(delta.y) ? delta.x : (wheel.modifiers & Qt.ShiftModifier ? delta.y : 0);
            if (sideways !== 0)
                turn.pan(sideways);
            else if (bucket >= 0) // looked up anew, for several turns may come between two frames
                turn.zoom(delta.y, bucketAt(wheel.x));
        }

        // Touchpads turn by less than what moves anything: it is gathered. 120 are a notch of a wheel.
        QtObject {
            id: turn

            property real zoomRest: 0
            property real panRest: 0

            function zoom(delta: real, around: int) {
                zoomRest += delta;
                const halves = Math.trunc(zoomRest / 60);
                zoomRest -= halves * 60;
                if (halves !== 0)
                    hands.page.viewport.zoomBy(Math.pow(1.25, halves / 2), around);
            }
            function pan(delta: real) {
                panRest += delta;
                // A notch is a tenth of what is seen.
                const unit = Math.min(120, 1200 / Math.max(1, hands.chart.bucketCount));
                const buckets = Math.trunc(panRest / unit);
                panRest -= buckets * unit;
                if (buckets !== 0)
                    hands.page.viewport.pan(-buckets);
            }
        }
    }
    // Above the pointer, which would have the first finger for itself.
    ChartPinch {
        anchors.fill: parent
        bucketAt: x => pointer.bucketAt(x)
        viewport: hands.page.viewport
        visible: hands.shown
    }
    BucketTip {
        bounds: Qt.size(hands.width, hands.height)
        point: hands.pointed >= 0 ? Qt.point(pointer.mouseX, pointer.mouseY) : Qt.point(overlay.column.x + overlay.column.width / 2, overlay.column.y)
        visible: overlay.visible && (hands.pointed >= 0 || hands.walked)
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
