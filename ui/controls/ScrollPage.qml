// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic

/*!
    A page that scrolls where it is higher than its place, by wheel, scroll bar and the keyboard's way through it. Drags
    are for what stands on it, such as a chart.
*/
Flickable {
    id: area

    readonly property bool scrolls: contentHeight > height + 1

    function scrollTo(y: real) {
        contentY = Math.max(0, Math.min(contentHeight - height, y));
    }
    /*! Brings an item of the page into sight. */
    function show(item: Item) {
        let above = item;
        while (above && above !== contentItem)
            above = above.parent;
        if (!above || !scrolls)
            return;
        const top = item.mapToItem(contentItem, 0, 0).y;
        // Of what is higher than the page the beginning.
        scrollTo(Math.min(top - 8, Math.max(contentY, top + item.height + 8 - height)));
    }

    clip: scrolls
    interactive: false

    ScrollBar.vertical: ScrollBar {
        policy: area.scrolls ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff
    }
    onContentHeightChanged: scrollTo(contentY)
    onHeightChanged: scrollTo(contentY)

    WheelHandler {
        enabled: area.scrolls
        target: null

        onWheel: event => area.scrollTo(area.contentY - (event.pixelDelta.y !== 0 ? event.pixelDelta.y : event.angleDelta.y / 120 * 2 * Theme.rowHeight))
    }
    Connections {
        function onActiveFocusItemChanged() {
            area.show(area.Window.activeFocusItem);
        }

        target: area.Window.window
    }
}
