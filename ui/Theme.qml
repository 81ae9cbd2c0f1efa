// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick
import Postwave.Charts

/*! Colours, sizes and times of the interface. The colours, and whether they are dark, are those of charts/palette.h. */
ThemeColours {
    /*! 1 to 2: how much larger than usual text is written, and what holds it. */
    property real textScale: 1

    /*! Laid over whatever the pointer is at, or presses. */
    readonly property color hovered: dark ? Qt.rgba(1, 1, 1, 0.06) : Qt.rgba(0, 0, 0, 0.05)
    readonly property color pressed: dark ? Qt.rgba(1, 1, 1, 0.14) : Qt.rgba(0, 0, 0, 0.12)

    readonly property int titleSize: Math.round(22 * textScale)
    readonly property int sectionSize: Math.round(15 * textScale)
    readonly property int bodySize: Math.round(13 * textScale)
    readonly property int labelSize: Math.round(11 * textScale)
    readonly property int controlHeight: Math.round(32 * textScale)
    readonly property int rowHeight: Math.round(28 * textScale)
    readonly property int headerHeight: Math.round(38 * textScale)
    readonly property int cardHeight: Math.round(84 * textScale)
    readonly property int lowCardHeight: Math.round(64 * textScale)
    readonly property int statusHeight: Math.round(30 * textScale)
    /*! The most that a column of figures takes. */
    readonly property int columnWidth: Math.round(168 * textScale)

    readonly property int cardRadius: 8
    readonly property int controlRadius: 6
    readonly property int focusWidth: 2

    /*! Nothing moves, as the system wants it. */
    property bool reduceMotion: false
    readonly property int quickMs: reduceMotion ? 0 : 120
    readonly property int moveMs: 180
    readonly property int glowMs: 1200
    readonly property int busyAfterMs: 150

    /*! The colour of a metric by its name in files. */
    function ofMetric(name: string): color {
        return metricColour(name, dark);
    }
}
