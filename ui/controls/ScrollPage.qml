// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic

/*!
    A page that scrolls where it is higher than its place: by wheel, by its bar, and following keyboard focus. Drags are
    for what stands on it, such as a chart.
*/
Flickable {
    id: area

    readonly property bool scrolls: contentHeight > height + 1
    /*! When the pointer was pressed or let go last: where it gives the focus, nothing moves under the hand. */
    property double pointedAt: 0

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
        // If it is taller than the page, its top.
        scrollTo(Math.min(top - 8, Math.max(contentY, top + item.height + 8 - height)));
    }

    function followFocus() {
        if (Window.activeFocusItem && Date.now() - pointedAt > 500)
            show(Window.activeFocusItem);
    }

    clip: scrolls
    interactive: false

    ScrollBar.vertical: ScrollBar {
        policy: area.scrolls ? ScrollBar.AlwaysOn : ScrollBar.AlwaysOff
    }
    onContentHeightChanged: scrollTo(contentY)
    onHeightChanged: scrollTo(contentY)

    PointHandler {
        acceptedButtons: Qt.AllButtons

        onActiveChanged: area.pointedAt = Date.now()
    }
    WheelHandler {
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
        enabled: area.scrolls
        target: null

        onWheel: event => area.scrollTo(area.contentY - (event.pixelDelta.y !== 0 ? event.pixelDelta.y : event.angleDelta.y / 120 * 2 * Theme.rowHeight))
    }
    Timer {
        id: later

        // The press that gives the focus comes here last.
        interval: 1

        onTriggered: area.followFocus()
    }
    Connections {
        function onActiveFocusItemChanged() {
            later.restart();
        }

        target: area.Window.window
    }
}
