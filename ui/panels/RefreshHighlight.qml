// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Postwave.Charts
import Postwave.Models
import Postwave.Ui

/*! Where a refresh changed something, the chart glows once. */
Item {
    id: glow

    objectName: "glow"

    required property ChartItem chart
    required property ChannelPage page

    property var buckets: []
    readonly property int most: 200

    opacity: 0

    Connections {
        function onBucketsChanged(buckets) {
            if (Theme.reduceMotion)
                return;
            // So many at once would be no mark.
            glow.buckets = buckets.length <= glow.most ? buckets : [];
            fading.restart();
        }

        target: glow.page
    }
    NumberAnimation {
        id: fading

        duration: Theme.glowMs
        easing.type: Easing.OutQuad
        from: 0.16
        property: "opacity"
        target: glow
        to: 0

        onFinished: glow.buckets = []
    }
    Repeater {
        model: glow.buckets

        Rectangle {
            required property int modelData

            // Reads where the axes are, for places follow them.
            readonly property rect column: glow.chart.plotArea.height > 0 ? glow.chart.columnOf(modelData - glow.page.viewport.first) : Qt.rect(0, 0, 0, 0)

            color: Theme.accent
            height: column.height
            // From pixel to pixel, or neighbours would overlap.
            width: Math.round(column.x + column.width) - x
            x: Math.round(column.x)
            y: column.y
        }
    }
}
