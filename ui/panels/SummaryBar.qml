// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Postwave.Models
import Postwave.Ui

/*!
    The figures of the view, one card each; what a figure is stands one hover away. In a row of equal shares by hand, for
    no layout of Qt 6.4 survives that a part of it goes while it is laid out.
*/
Grid {
    id: bar

    required property ChannelPage page
    /*! The chart needs every pixel. */
    required property bool low

    readonly property real shareOfWidth: (width - (cards.count - 1) * 8) / Math.max(1, cards.count)
    readonly property bool folded: shareOfWidth < 128 * Theme.textScale
    readonly property int cardHeight: folded ? Theme.rowHeight + 4 : (low ? Theme.lowCardHeight : Theme.cardHeight)

    columns: folded ? 1 : Math.max(1, cards.count)
    spacing: folded ? 0 : 8

    Repeater {
        id: cards

        model: bar.page.summary

        Rectangle {
            id: card

            required property string name
            required property string value
            required property string exact
            required property string detail
            required property string definition
            required property string change
            required property int direction

            // The sign says it too, for whoever does not see the colour.
            readonly property string marked: direction === 0 ? change : (direction > 0 ? "▲ " : "▼ ") + change

            Accessible.description: definition
            function beside(first: string, second: string): string {
                return first.length > 0 && second.length > 0 ? qsTr("%1 · %2").arg(first).arg(second) : first + second;
            }

            Accessible.name: detail.length + change.length > 0 ? qsTr("%1: %2, %3").arg(name).arg(exact).arg(beside(detail, change)) : qsTr("%1: %2").arg(name).arg(exact)
            Accessible.role: Accessible.StaticText
            border.color: Theme.line
            color: Theme.surface
            height: bar.cardHeight
            radius: bar.folded ? 0 : Theme.cardRadius
            width: bar.folded ? bar.width : bar.shareOfWidth

            Item {
                anchors.fill: parent
                anchors.leftMargin: 12
                anchors.rightMargin: 12
                visible: bar.folded

                CaptionLabel {
                    Accessible.ignored: true
                    anchors.left: parent.left
                    anchors.right: lineValue.left
                    anchors.rightMargin: 8
                    anchors.verticalCenter: parent.verticalCenter
                    font.pixelSize: Theme.bodySize
                    text: card.name
                }
                BodyLabel {
                    id: lineValue

                    Accessible.ignored: true
                    anchors.right: lineChange.left
                    anchors.rightMargin: lineChange.text.length > 0 ? 8 : 0
                    anchors.verticalCenter: parent.verticalCenter
                    font.bold: true
                    opacity: bar.page.outdated ? 0.4 : 1
                    text: card.value
                    wrapMode: Text.NoWrap
                }
                CaptionLabel {
                    id: lineChange

                    Accessible.ignored: true
                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    color: words.colour
                    text: card.marked
                }
            }
            Column {
                id: words

                readonly property color colour: card.direction === 0 ? Theme.muted : (card.direction > 0 ? Theme.good : Theme.bad)

                visible: !bar.folded
                anchors.left: parent.left
                anchors.leftMargin: 12
                anchors.right: parent.right
                anchors.rightMargin: 12
                anchors.verticalCenter: parent.verticalCenter
                spacing: 2

                CaptionLabel {
                    Accessible.ignored: true
                    text: card.name
                    width: parent.width
                }
                BodyLabel {
                    Accessible.ignored: true
                    elide: Text.ElideRight
                    font.pixelSize: bar.low ? Theme.sectionSize : Theme.titleSize
                    maximumLineCount: 1
                    opacity: bar.page.outdated ? 0.4 : 1
                    text: card.value
                    width: parent.width
                    wrapMode: Text.NoWrap
                }
                CaptionLabel {
                    Accessible.ignored: true
                    color: words.colour
                    // One of them where there is little room, and what is compared matters more.
                    text: both.advanceWidth <= width || card.marked.length === 0 ? both.text : card.marked
                    width: parent.width
                }
            }
            TextMetrics {
                id: both

                font.pixelSize: Theme.labelSize
                text: card.beside(card.detail, card.marked)
            }
            HoverHandler {
                id: hover
            }
            Hint {
                delay: 400
                over: card
                text: card.exact === card.value ? card.definition : qsTr("%1. %2").arg(card.exact).arg(card.definition)
                wanted: hover.hovered
            }
        }
    }
}
