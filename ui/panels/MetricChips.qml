// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Postwave.Models
import Postwave.Ui

/*! Which metrics the chart shows. */
Row {
    id: chips

    required property DashboardState dashboard

    Accessible.name: qsTr("Metrics")
    Accessible.role: Accessible.Grouping
    spacing: 6

    Repeater {
        model: chips.dashboard.metrics

        MetricChip {
            required property string metric
            required property string name
            required property bool shown

            required last

            checked: shown
            colour: Theme.ofMetric(metric)
            text: name

            onClicked: chips.dashboard.toggleMetric(metric)
            onDoubleClicked: chips.dashboard.isolateMetric(metric)
        }
    }
}
