// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick

/*! Colours, sizes and times of the interface. The colours are those of charts/palette.h; a test compares them. */
QtObject {
    property bool dark: false
    /*! 1 to 2: how much larger than usual text is written, and what holds it. */
    property real textScale: 1

    readonly property color window: dark ? "#14161A" : "#F6F7F9"
    readonly property color surface: dark ? "#1C1F24" : "#FFFFFF"
    readonly property color line: dark ? "#2C3138" : "#E3E6EA"
    readonly property color text: dark ? "#ECEEF1" : "#1B1E23"
    readonly property color muted: dark ? "#9AA3AE" : "#5F6772"
    readonly property color accent: dark ? "#6AA1FF" : "#2B6CDE"
    readonly property color views: dark ? "#6AA1FF" : "#2B6CDE"
    readonly property color likes: dark ? "#F07FA2" : "#C8416B"
    readonly property color shares: dark ? "#3CC9B4" : "#0B8A78"
    readonly property color comments: dark ? "#E9B44C" : "#B57A00"
    readonly property color replies: dark ? "#AC93EE" : "#7A5BC2"
    readonly property color posts: dark ? "#6D7783" : "#8A94A1"
    readonly property color good: dark ? "#4CC38A" : "#1E8549"
    readonly property color bad: dark ? "#F0716F" : "#C93A3A"
    readonly property color warn: dark ? "#E9B44C" : "#B57A00"

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
        switch (name) {
        case "likes":
            return likes;
        case "shares":
            return shares;
        case "comments":
            return comments;
        case "replies":
            return replies;
        case "post_count":
            return posts;
        default:
            return views;
        }
    }
}
