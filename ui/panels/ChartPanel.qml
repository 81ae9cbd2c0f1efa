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
    required property SourceSession session

    /*! Whether to make all that a first picture can do without. */
    property bool complete: true
    /*! The keyboard came here by a click, which says itself where it went. */
    property bool clicked: false
    readonly property int pointed: hands.item ? hands.item.pointed : -1 // qmllint disable
    readonly property int bucket: pointed >= 0 ? pointed : page.selected
    /*! Whether the chart was drawn at least once. */
    readonly property alias painted: chart.painted
    readonly property bool showsChart: page.status === PageStatus.Shown
    // Reads the spec, for the words change with it.
    readonly property var words: page.viewport.part ? page.bucketSummary(bucket) : null

    /*! The first and the last bucket of the view that the chart shows. */
    readonly property int first: page.viewport.first
    readonly property int last: first + chart.bucketCount - 1

    /*! To a bucket of the view; at the ends of a part that is zoomed into, the part goes along. */
    function moveCursor(to) {
        if (chart.bucketCount === 0)
            return;
        if (page.viewport.zoomed && (to < first || to > last))
            page.viewport.pan(to < first ? to - first : to - last);
        page.selected = Math.max(first, Math.min(last, to));
    }
    /*! About the cursor, else about the middle. */
    function zoomByKey(factor) {
        const isSeen = page.selected >= first && page.selected <= last;
        page.viewport.zoomBy(factor, isSeen ? page.selected : Math.round((first + last) / 2));
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
                    panel.moveCursor(panel.page.selected < 0 ? panel.last : panel.page.selected - 1);
                    break;
                case Qt.Key_Right:
                    panel.moveCursor(panel.page.selected < 0 ? panel.first : panel.page.selected + 1);
                    break;
                case Qt.Key_Home:
                    panel.moveCursor(panel.first);
                    break;
                case Qt.Key_End:
                    panel.moveCursor(panel.last);
                    break;
                case Qt.Key_Up:
                    panel.query.stepMetric(-1);
                    break;
                case Qt.Key_Down:
                    panel.query.stepMetric(1);
                    break;
                case Qt.Key_Return:
                case Qt.Key_Enter:
                    panel.page.drill(panel.page.selected);
                    break;
                case Qt.Key_Plus:
                case Qt.Key_Equal:
                    panel.zoomByKey(2);
                    break;
                case Qt.Key_Minus:
                    panel.zoomByKey(0.5);
                    break;
                case Qt.Key_0:
                    panel.page.viewport.showAll();
                    break;
                case Qt.Key_PageUp:
                    panel.page.viewport.pan(-chart.bucketCount);
                    break;
                case Qt.Key_PageDown:
                    panel.page.viewport.pan(chart.bucketCount);
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

                    target: hands.item
                }
            }
            Part {
                anchors.centerIn: parent
                properties: ({
                        page: panel.page,
                        session: panel.session
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
