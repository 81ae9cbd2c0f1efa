// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Postwave.Charts
import Postwave.Models
import Postwave.Ui

/*! Where one went: a bucket that is opened widens to the chart, a chart that is left narrows to its bucket. */
Item {
    id: motion

    required property ChartItem chart
    required property ChannelPage page

    function run(from: rect, to: rect) {
        if (Theme.reduceMotion || from.width <= 0 || to.width <= 0)
            return;
        sheet.y = motion.chart.plotArea.y;
        sheet.height = motion.chart.plotArea.height;
        place.from = from.x;
        place.to = to.x;
        breadth.from = from.width;
        breadth.to = to.width;
        widening.restart();
    }

    Connections {
        function onClimbed(bucket) {
            motion.run(motion.chart.plotArea, motion.chart.columnOf(bucket - motion.page.viewport.first));
        }
        function onDrilled(bucket) {
            motion.run(motion.chart.columnOf(bucket - motion.page.viewport.first), motion.chart.plotArea);
        }

        target: motion.page
    }
    Rectangle {
        id: sheet

        color: Theme.accent
        opacity: 0
    }
    ParallelAnimation {
        id: widening

        NumberAnimation {
            id: place

            duration: Theme.moveMs
            easing.type: Easing.OutCubic
            property: "x"
            target: sheet
        }
        NumberAnimation {
            id: breadth

            duration: Theme.moveMs
            easing.type: Easing.OutCubic
            property: "width"
            target: sheet
        }
        NumberAnimation {
            duration: Theme.moveMs
            from: 0.16
            property: "opacity"
            target: sheet
            to: 0
        }
    }
}
