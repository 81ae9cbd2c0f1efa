// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Postwave.Charts
import Postwave.Models
import Postwave.Ui

/*!
    The chart and everything on top of it: crosshair, tooltip, cursor, progress, and what is
    said where there is nothing to draw. One Tab stop: arrows walk the buckets, Enter opens one.
*/
Rectangle {
    id: panel

    required property DashboardState dashboard

    /*! Whether to make all that a first picture can do without. */
    property bool complete: true
    /*! The keyboard came here by a click, which says itself where it went. */
    property bool clicked: false
    readonly property int pointed: pointer.containsMouse ? pointer.bucket : -1
    readonly property int bucket: pointed >= 0 ? pointed : dashboard.selected
    /*! Whether the chart was drawn at least once. */
    readonly property alias painted: chart.painted
    readonly property bool showsChart: dashboard.status === DashboardStatus.Shown
    // Reads the spec, for the words change with it.
    readonly property var words: dashboard.chartSpec ? dashboard.bucketSummary(bucket) : null

    /*! The first and the last bucket of the view that the chart shows. */
    readonly property int first: dashboard.firstShown
    readonly property int last: first + chart.bucketCount - 1

    /*! To a bucket of the view; at the ends of a part that is zoomed into, the part goes along. */
    function moveCursor(to) {
        if (chart.bucketCount === 0)
            return;
        if (dashboard.zoomed && (to < first || to > last))
            dashboard.pan(to < first ? to - first : to - last);
        dashboard.selected = Math.max(first, Math.min(last, to));
    }
    /*! About the cursor, else about the middle. */
    function zoomByKey(factor) {
        const isSeen = dashboard.selected >= first && dashboard.selected <= last;
        dashboard.zoomBy(factor, isSeen ? dashboard.selected : Math.round((first + last) / 2));
    }

    /*! Brings the keyboard here, which needs no ring to be found. */
    function takeFocus() {
        clicked = true;
        stage.forceActiveFocus(Qt.OtherFocusReason);
    }

    border.color: Theme.line
    color: Theme.surface
    radius: Theme.cardRadius

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: 12
        spacing: 8

        GridLayout {
            id: heading

            Layout.fillWidth: true
            columnSpacing: 12
            columns: panel.width < 860 * Theme.textScale ? 1 : 2
            rowSpacing: 4

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 0

                Body {
                    Accessible.name: text
                    Layout.fillWidth: true
                    elide: Text.ElideRight
                    font.bold: true
                    maximumLineCount: 1
                    text: panel.dashboard.chartTitle
                    wrapMode: Text.NoWrap
                }
                QuietText {
                    Accessible.name: text
                    Layout.fillWidth: true
                    text: {
                        if (panel.dashboard.rangeText.length === 0)
                            return "";
                        const range = qsTr("%1, %2", "a span of time, its time zone").arg(panel.dashboard.rangeText).arg(panel.dashboard.rangeZoneText);
                        return panel.dashboard.growthText.length > 0 ? qsTr("%1 · %2").arg(range).arg(panel.dashboard.growthText) : range;
                    }
                }
            }
            RowLayout {
                Layout.fillWidth: heading.columns === 1
                spacing: 12

                PushButton {
                    implicitHeight: Math.round(26 * Theme.textScale)
                    text: qsTr("Show all")
                    tip: qsTr("Leave the part that is zoomed into (Esc)")
                    visible: panel.dashboard.zoomed

                    onClicked: panel.dashboard.showAll()
                }
                Part {
                    properties: ({
                            dashboard: panel.dashboard,
                            rightMetrics: Qt.binding(() => chart.rightMetrics)
                        })
                    Layout.fillWidth: heading.columns === 1
                    type: "MetricChips"
                    wanted: panel.complete
                }
            }
        }
        FocusScope {
            id: stage

            readonly property string title: qsTr("Chart: %1, %2").arg(panel.dashboard.chartTitle).arg(panel.dashboard.rangeText)
            /*! The keyboard has a cursor here: then each step is a new name, which is what screen readers say. */
            readonly property bool walked: activeFocus && panel.pointed < 0 && panel.words.valid

            Accessible.description: {
                if (walked)
                    return qsTr("%1. %2").arg(panel.words.hint).arg(title);
                return panel.words.valid ? qsTr("%1. %2").arg(panel.words.sentence).arg(panel.words.hint) : qsTr("Arrow keys walk through the buckets, Enter opens one");
            }
            Accessible.focusable: true
            Accessible.name: walked ? panel.words.sentence : title
            Accessible.role: Accessible.Chart
            Layout.fillHeight: true
            Layout.fillWidth: true
            // Who is here when the chart goes may leave in peace.
            activeFocusOnTab: panel.showsChart || activeFocus

            onActiveFocusChanged: if (!activeFocus)
                panel.clicked = false

            Keys.onPressed: event => {
                panel.clicked = false;
                switch (event.key) {
                case Qt.Key_Left:
                    panel.moveCursor(panel.dashboard.selected < 0 ? panel.last : panel.dashboard.selected - 1);
                    break;
                case Qt.Key_Right:
                    panel.moveCursor(panel.dashboard.selected < 0 ? panel.first : panel.dashboard.selected + 1);
                    break;
                case Qt.Key_Home:
                    panel.moveCursor(panel.first);
                    break;
                case Qt.Key_End:
                    panel.moveCursor(panel.last);
                    break;
                case Qt.Key_Up:
                    panel.dashboard.stepMetric(-1);
                    break;
                case Qt.Key_Down:
                    panel.dashboard.stepMetric(1);
                    break;
                case Qt.Key_Return:
                case Qt.Key_Enter:
                    panel.dashboard.drill(panel.dashboard.selected);
                    break;
                case Qt.Key_Plus:
                case Qt.Key_Equal:
                    panel.zoomByKey(2);
                    break;
                case Qt.Key_Minus:
                    panel.zoomByKey(0.5);
                    break;
                case Qt.Key_0:
                    panel.dashboard.showAll();
                    break;
                case Qt.Key_PageUp:
                    panel.dashboard.pan(-chart.bucketCount);
                    break;
                case Qt.Key_PageDown:
                    panel.dashboard.pan(chart.bucketCount);
                    break;
                default:
                    return;
                }
                event.accepted = true;
            }
            // Left and right are the window's for the day beside, except here.
            Keys.onShortcutOverride: event => event.accepted = panel.showsChart && event.modifiers === Qt.NoModifier && (event.key === Qt.Key_Left || event.key === Qt.Key_Right)

            ChartItem {
                id: chart

                anchors.fill: parent
                dark: Theme.dark
                opacity: panel.dashboard.outdated ? 0.35 : 1
                spec: panel.dashboard.chartSpec // qmllint disable
                textScale: Theme.textScale
                visible: panel.showsChart

                Behavior on opacity {
                    NumberAnimation {
                        duration: Theme.quickMs
                    }
                }
            }
            Item {
                id: overlay

                // Reads where the axes are, for places follow them.
                readonly property rect column: chart.plotArea.height > 0 ? chart.columnOf(panel.bucket - panel.first) : Qt.rect(0, 0, 0, 0)

                anchors.fill: parent
                visible: panel.showsChart && panel.words.valid && column.width > 0 && !pointer.selecting

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
            Part {
                anchors.fill: chart
                properties: ({
                        chart: chart,
                        dashboard: panel.dashboard
                    })
                type: "ChartGlow"
                visible: panel.showsChart
                wanted: panel.complete
            }
            Part {
                anchors.fill: chart
                properties: ({
                        chart: chart,
                        dashboard: panel.dashboard
                    })
                type: "DrillMotion"
                visible: panel.showsChart
                wanted: panel.complete
            }
            // The part that a drag selects.
            Rectangle {
                readonly property rect from: chart.columnOf(pointer.pressedBucket - panel.first)
                readonly property rect to: chart.columnOf(pointer.draggedBucket - panel.first)

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

                readonly property int bucket: containsMouse && mouseY >= chart.plotArea.y && mouseY <= chart.plotArea.y + chart.plotArea.height ? bucketAt(mouseX) : -1
                property int pressedBucket: -1
                property int draggedBucket: -1
                property real pressedX: 0
                /*! A drag is on its way, or just ended: then it is no click. */
                property bool dragged: false
                readonly property bool panning: pressedButtons & Qt.MiddleButton
                readonly property bool selecting: pressed && dragged && !panning

                /*! Of the view, at the nearest place in the plot. */
                function bucketAt(x: real): int {
                    const area = chart.plotArea;
                    const found = chart.bucketAt(Math.max(area.x, Math.min(area.x + area.width - 1, x)));
                    return found < 0 ? -1 : found + panel.first;
                }

                acceptedButtons: Qt.LeftButton | Qt.MiddleButton
                anchors.fill: parent
                cursorShape: selecting || panning ? Qt.SizeHorCursor : (bucket >= 0 && panel.words.openable ? Qt.PointingHandCursor : undefined)
                enabled: panel.showsChart
                hoverEnabled: true

                onClicked: mouse => {
                    if (!dragged && mouse.button === Qt.LeftButton)
                        panel.dashboard.drill(bucket);
                }
                onDoubleClicked: {
                    // Elsewhere the first click has opened the bucket.
                    if (!panel.words.openable)
                        panel.dashboard.showAll();
                }
                onPositionChanged: mouse => {
                    if (!pressed || pressedBucket < 0)
                        return;
                    dragged = dragged || Math.abs(mouse.x - pressedX) >= 8;
                    draggedBucket = bucketAt(mouse.x);
                    if (panning)
                        panel.dashboard.pan(pressedBucket - draggedBucket);
                }
                onPressed: mouse => {
                    stage.forceActiveFocus(Qt.MouseFocusReason);
                    panel.clicked = true;
                    dragged = false;
                    pressedX = mouse.x;
                    pressedBucket = bucket;
                    draggedBucket = bucket;
                }
                onReleased: mouse => {
                    // A hand that shook on one bucket clicked it.
                    dragged = dragged && draggedBucket !== pressedBucket;
                    if (dragged && pressedBucket >= 0 && mouse.button === Qt.LeftButton)
                        panel.dashboard.zoomTo(pressedBucket, draggedBucket);
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
                            panel.dashboard.zoomBy(Math.pow(1.25, halves / 2), around);
                    }
                    function pan(delta: real) {
                        panRest += delta;
                        // A notch is a tenth of what is seen.
                        const unit = Math.min(120, 1200 / Math.max(1, chart.bucketCount));
                        const buckets = Math.trunc(panRest / unit);
                        panRest -= buckets * unit;
                        if (buckets !== 0)
                            panel.dashboard.pan(-buckets);
                    }
                }
            }
            // Above the pointer, which would have the first finger for itself.
            Part {
                anchors.fill: chart
                properties: ({
                        bucketAt: x => pointer.bucketAt(x),
                        dashboard: panel.dashboard
                    })
                type: "ChartPinch"
                visible: panel.showsChart
                wanted: panel.complete
            }
            Part {
                properties: ({
                        bounds: Qt.binding(() => Qt.size(stage.width, stage.height)),
                        point: Qt.binding(() => panel.pointed >= 0 ? Qt.point(pointer.mouseX, pointer.mouseY) : Qt.point(overlay.column.x + overlay.column.width / 2, overlay.column.y)),
                        words: Qt.binding(() => panel.words)
                    })
                type: "BucketTip"
                visible: overlay.visible && (panel.pointed >= 0 || stage.activeFocus)
                wanted: panel.complete
            }
            Part {
                anchors.centerIn: parent
                properties: ({
                        dashboard: panel.dashboard
                    })
                type: "ViewState"
                wanted: panel.complete && !panel.showsChart
                width: Math.min(parent.width - 32, 420 * Theme.textScale)
            }
            Rectangle {
                anchors.fill: parent
                anchors.margins: -4
                border.color: Theme.accent
                border.width: Theme.focusWidth
                color: "transparent"
                radius: Theme.controlRadius
                visible: stage.activeFocus && panel.showsChart && !panel.clicked
            }
        }
        Part {
            Layout.fillWidth: true
            Layout.preferredHeight: Math.round(40 * Theme.textScale)
            properties: ({
                    dashboard: panel.dashboard,
                    plot: Qt.binding(() => chart.plotArea)
                })
            type: "BrushStrip"
            visible: wanted
            wanted: panel.complete && panel.showsChart && panel.dashboard.longView
        }
    }
    ProgressLine {
        anchors.left: parent.left
        anchors.leftMargin: panel.radius
        anchors.right: parent.right
        anchors.rightMargin: panel.radius
        anchors.top: parent.top
        running: panel.dashboard.loading
    }
}
