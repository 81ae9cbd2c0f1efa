// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Postwave.Models
import Postwave.Ui

/*! Which metrics the chart shows. */
Flow {
    id: chips

    required property ChannelQuery query
    /*! Those on the right axis. */
    required property var rightMetrics

    /*! What all of them take side by side; the flow's own implicit width is that of its lines as they were broken last. */
    readonly property real oneLineWidth: {
        let sum = 0;
        for (let i = 0; i < children.length; ++i) {
            const width = children[i].implicitWidth;
            sum += width > 0 ? width + (sum > 0 ? spacing : 0) : 0;
        }
        return Math.ceil(sum);
    }

    Accessible.name: qsTr("Metrics")
    Accessible.role: Accessible.Grouping
    spacing: 6

    Repeater {
        model: chips.query.metrics

        MetricChip {
            required property string metric
            required property string name
            required property bool shown

            required last

            checked: shown
            colour: Theme.ofMetric(metric)
            text: chips.rightMetrics.indexOf(metric) >= 0 ? qsTr("%1 (right axis)").arg(name) : name

            onClicked: chips.query.toggleMetric(metric)
            onDoubleClicked: chips.query.isolateMetric(metric)
        }
    }
    PushButton {
        Accessible.checkable: true
        Accessible.checked: checked
        Accessible.name: qsTr("Logarithmic scale")
        checked: chips.query.logarithmic
        implicitHeight: Math.round(26 * Theme.textScale)
        quiet: true
        text: qsTr("log", "logarithmic scale, as short as a button")
        tip: qsTr("Logarithmic scale: each grid line is ten times the one below (L)")

        onClicked: chips.query.toggleLogarithmic()
    }
}
