// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Postwave.Ui

/*! What a bucket holds, beside the pointer: never under it, never out of the chart. */
Rectangle {
    id: tip

    required property var words
    /*! Where to point, and within what to stay. */
    required property point point
    required property size bounds

    readonly property int gap: 14
    readonly property bool fitsRight: point.x + gap + width <= bounds.width
    readonly property bool fitsBeside: fitsRight || point.x - gap - width >= 0

    Accessible.ignored: true
    border.color: Theme.line
    color: Theme.surface
    height: lines.height + 16
    radius: Theme.controlRadius
    width: lines.width + 24
    x: Math.max(0, Math.min(bounds.width - width, fitsRight ? point.x + gap : point.x - gap - width))
    y: {
        // Without room at the sides: at the edge that is farther from the pointer.
        if (!fitsBeside)
            return point.y > bounds.height / 2 ? 0 : bounds.height - height;
        return Math.max(0, Math.min(bounds.height - height, point.y - height / 2));
    }

    Column {
        id: lines

        anchors.centerIn: parent
        spacing: 4

        BodyLabel {
            font.bold: true
            text: tip.words.span
            wrapMode: Text.NoWrap
        }
        Repeater {
            model: tip.words.names

            Row {
                id: line

                required property int index
                required property string modelData

                spacing: 6

                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.ofMetric(tip.words.metrics[line.index])
                    height: 8
                    radius: 4
                    width: 8
                }
                BodyLabel {
                    color: Theme.muted
                    text: line.modelData
                    wrapMode: Text.NoWrap
                }
                BodyLabel {
                    font.weight: Font.DemiBold
                    text: tip.words.values[line.index]
                    wrapMode: Text.NoWrap
                }
            }
        }
        CaptionLabel {
            topPadding: 4
            text: tip.words.comparedSpan
            visible: text.length > 0
        }
        Repeater {
            model: tip.words.comparedValues

            Row {
                id: compared

                required property int index
                required property string modelData

                spacing: 6

                Rectangle {
                    anchors.verticalCenter: parent.verticalCenter
                    border.color: Theme.ofMetric(tip.words.metrics[compared.index])
                    color: "transparent"
                    height: 8
                    opacity: 0.6
                    radius: 4
                    width: 8
                }
                BodyLabel {
                    color: Theme.muted
                    text: compared.modelData
                    wrapMode: Text.NoWrap
                }
                BodyLabel {
                    text: tip.words.changes[compared.index]
                    wrapMode: Text.NoWrap
                }
            }
        }
        CaptionLabel {
            text: tip.words.state
            visible: text.length > 0
        }
        CaptionLabel {
            color: Theme.text
            text: tip.words.viral
            visible: text.length > 0
        }
        CaptionLabel {
            color: Theme.accent
            text: tip.words.hint
            visible: text.length > 0
        }
    }
}
