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

    function moveCursor(to) {
        if (chart.bucketCount > 0)
            dashboard.selected = Math.max(0, Math.min(chart.bucketCount - 1, to));
    }

    border.color: Theme.line
    color: Theme.surface
    radius: Theme.cardRadius

    ColumnLayout {
        anchors.fill: parent
        anchors.margins: 12
        spacing: 8

        GridLayout {
            Layout.fillWidth: true
            columnSpacing: 12
            columns: panel.width < 700 * Theme.textScale ? 1 : 2
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
                    text: panel.dashboard.rangeText.length > 0 ? qsTr("%1, %2", "a span of time, its time zone").arg(panel.dashboard.rangeText).arg(panel.dashboard.rangeZoneText) : ""
                }
            }
            Part {
                properties: ({
                        dashboard: panel.dashboard
                    })
                type: "MetricChips"
                wanted: panel.complete
            }
        }
        FocusScope {
            id: stage

            Accessible.description: panel.words.valid ? qsTr("%1. %2").arg(panel.words.sentence).arg(panel.words.hint) : qsTr("Arrow keys walk through the buckets, Enter opens one")
            Accessible.focusable: true
            Accessible.name: qsTr("Chart: %1, %2").arg(panel.dashboard.chartTitle).arg(panel.dashboard.rangeText)
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
                    panel.moveCursor(panel.dashboard.selected < 0 ? chart.bucketCount - 1 : panel.dashboard.selected - 1);
                    break;
                case Qt.Key_Right:
                    panel.moveCursor(panel.dashboard.selected + 1);
                    break;
                case Qt.Key_Home:
                    panel.moveCursor(0);
                    break;
                case Qt.Key_End:
                    panel.moveCursor(chart.bucketCount - 1);
                    break;
                case Qt.Key_Return:
                case Qt.Key_Enter:
                    panel.dashboard.drill(panel.dashboard.selected);
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
                readonly property rect column: chart.plotArea.height > 0 ? chart.columnOf(panel.bucket) : Qt.rect(0, 0, 0, 0)

                anchors.fill: parent
                visible: panel.showsChart && panel.words.valid

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
            MouseArea {
                id: pointer

                readonly property int bucket: containsMouse && mouseY >= chart.plotArea.y && mouseY <= chart.plotArea.y + chart.plotArea.height ? chart.bucketAt(mouseX) : -1

                anchors.fill: parent
                cursorShape: bucket >= 0 && panel.words.openable ? Qt.PointingHandCursor : undefined
                enabled: panel.showsChart
                hoverEnabled: true

                onClicked: panel.dashboard.drill(bucket)
                onPressed: {
                    stage.forceActiveFocus(Qt.MouseFocusReason);
                    panel.clicked = true;
                }
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
