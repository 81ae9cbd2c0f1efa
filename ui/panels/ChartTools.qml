// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Postwave.Models
import Postwave.Ui

/*! What stands beside the chart's title: the way out of a zoom, and the metrics. */
RowLayout {
    id: tools

    required property ChannelPage page
    required property ChannelQuery query
    /*! The metrics on the right axis. */
    required property var rightMetrics

    spacing: 12

    PushButton {
        Layout.alignment: Qt.AlignTop
        implicitHeight: Math.round(26 * Theme.textScale)
        text: qsTr("Reset zoom")
        tip: qsTr("Reset zoom (Esc)")
        visible: tools.page.viewport.zoomed

        onClicked: tools.page.viewport.showAll()
    }
    GranularityPicker {
        Layout.alignment: Qt.AlignTop
        page: tools.page
        query: tools.query
    }
    MetricChips {
        Layout.fillWidth: true
        Layout.preferredWidth: oneLineWidth
        query: tools.query
        rightMetrics: tools.rightMetrics
    }
}
