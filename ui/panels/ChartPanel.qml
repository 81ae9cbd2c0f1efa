// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Postwave.Charts
import Postwave.Models
import Postwave.Ui

/*!
    The chart with its heading, and what is said where there is nothing to draw. One Tab stop: arrows walk the
    buckets, Enter opens one. What the first picture can do without comes after it.
*/
Rectangle {
    id: panel

    required property ChannelPage page
    required property ChannelQuery query
    /*! The source is not asked by itself; one is signed in to it: what is said in the place of a chart tells so. */
    required property bool offline
    required property bool signedIn

    /*! The page has more than fits. */
    required property bool pageScrolls

    /*! Whether to make all that a first picture can do without. */
    property bool complete: true
    /*! The keyboard came here by a click, which says itself where it went. */
    property bool clicked: false
    /*! The bucket of the view at the pointer; -1 when it is elsewhere. */
    property int pointed: -1
    readonly property int bucket: pointed >= 0 ? pointed : page.selected
    /*! Whether the chart was drawn at least once. */
    readonly property alias painted: chart.painted
    /*! With a chart that can be read. */
    readonly property real lowestHeight: heading.implicitHeight + 8 + 220 + 24 + (page.viewport.longView ? 8 + Math.round(40 * Theme.textScale) : 0)
    readonly property bool showsChart: page.status === PageStatus.Shown
    // Reads the spec, for the words change with it.
    readonly property var words: page.viewport.part ? page.bucketSummary(bucket) : null

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

                BodyLabel {
                    Accessible.name: text
                    Layout.fillWidth: true
                    elide: Text.ElideRight
                    font.bold: true
                    maximumLineCount: 1
                    text: panel.page.chartTitle
                    wrapMode: Text.NoWrap
                }
                CaptionLabel {
                    Accessible.name: text
                    Layout.fillWidth: true
                    maximumLineCount: 2
                    text: {
                        if (panel.page.rangeText.length === 0)
                            return "";
                        const range = qsTr("%1, %2", "a span of time, its time zone").arg(panel.page.rangeText).arg(panel.page.rangeZoneText);
                        return panel.page.growthText.length > 0 ? qsTr("%1 · %2").arg(range).arg(panel.page.growthText) : range;
                    }
                    wrapMode: Text.WordWrap
                }
            }
            Part {
                Layout.fillWidth: heading.columns === 1
                properties: ({
                        page: panel.page,
                        query: panel.query,
                        rightMetrics: Qt.binding(() => chart.rightMetrics)
                    })
                type: "ChartTools"
                wanted: panel.complete
            }
        }
        FocusScope {
            id: stage

            readonly property string title: qsTr("Chart: %1, %2").arg(panel.page.chartTitle).arg(panel.page.rangeText)
            /*! The keyboard has a cursor here: then each step is a new name, which is what screen readers say. */
            readonly property bool walked: activeFocus && panel.pointed < 0 && panel.words.valid

            Accessible.description: {
                if (walked)
                    return qsTr("%1. %2").arg(panel.words.hint).arg(title);
                return panel.words.valid ? qsTr("%1. %2").arg(panel.words.sentence).arg(panel.words.hint) : qsTr("Arrow keys move along the chart; Enter opens the selection");
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
                event.accepted = keys.press(event.key);
            }
            // Left and right are the window's for the day beside, except here.
            Keys.onShortcutOverride: event => event.accepted = panel.showsChart && event.modifiers === Qt.NoModifier && (event.key === Qt.Key_Left || event.key === Qt.Key_Right)

            ChartKeys {
                id: keys

                count: chart.bucketCount
                cursor: panel.page.selected
                first: panel.page.viewport.first
                zoomed: panel.page.viewport.zoomed

                onCursorRequested: bucket => panel.page.selected = bucket
                onDrillRequested: bucket => panel.page.drill(bucket)
                onMetricRequested: steps => panel.query.stepMetric(steps)
                onPanRequested: buckets => panel.page.viewport.pan(buckets)
                onShowAllRequested: panel.page.viewport.showAll()
                onZoomByRequested: (factor, around) => panel.page.viewport.zoomBy(factor, around)
            }
            ChartItem {
                id: chart

                anchors.fill: parent
                dark: Theme.dark
                opacity: panel.page.outdated ? 0.35 : 1
                spec: panel.page.viewport.part
                textScale: Theme.textScale
                visible: panel.showsChart

                Behavior on opacity {
                    NumberAnimation {
                        duration: Theme.quickMs
                    }
                }
            }
            Part {
                anchors.fill: chart
                properties: ({
                        chart: chart,
                        page: panel.page
                    })
                type: "RefreshHighlight"
                visible: panel.showsChart
                wanted: panel.complete
            }
            Part {
                anchors.fill: chart
                properties: ({
                        chart: chart,
                        page: panel.page
                    })
                type: "DrillTransition"
                visible: panel.showsChart
                wanted: panel.complete
            }
            Part {
                id: hands

                anchors.fill: parent
                properties: ({
                        bucket: Qt.binding(() => panel.bucket),
                        chart: chart,
                        page: panel.page,
                        pageScrolls: Qt.binding(() => panel.pageScrolls),
                        ringed: Qt.binding(() => stage.activeFocus && panel.showsChart && !panel.clicked),
                        walked: Qt.binding(() => stage.activeFocus),
                        words: Qt.binding(() => panel.words)
                    })
                type: "ChartInteraction"
                wanted: panel.complete

                Connections {
                    function onFocusWanted() {
                        stage.forceActiveFocus(Qt.MouseFocusReason);
                        panel.clicked = true;
                    }
                    function onPointedAt(bucket) {
                        panel.pointed = bucket;
                    }

                    target: hands.item
                }
            }
            Part {
                anchors.centerIn: parent
                properties: ({
                        offline: Qt.binding(() => panel.offline),
                        page: panel.page,
                        signedIn: Qt.binding(() => panel.signedIn)
                    })
                type: "PlaceholderMessage"
                wanted: panel.complete && panel.visible && !panel.showsChart
                width: Math.min(parent.width - 32, 420 * Theme.textScale)
            }
        }
        Part {
            Layout.fillWidth: true
            Layout.preferredHeight: Math.round(40 * Theme.textScale)
            properties: ({
                    page: panel.page,
                    plot: Qt.binding(() => chart.plotArea)
                })
            type: "RangeNavigator"
            visible: wanted
            wanted: panel.complete && panel.showsChart && panel.page.viewport.longView
        }
    }
    Part {
        anchors.left: parent.left
        anchors.leftMargin: panel.radius
        anchors.right: parent.right
        anchors.rightMargin: panel.radius
        anchors.top: parent.top
        properties: ({
                running: Qt.binding(() => panel.page.loading)
            })
        type: "ProgressLine"
        wanted: panel.complete
    }
}
