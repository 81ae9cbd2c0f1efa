// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/*! Rows of a form that scroll where they have no room, and follow the keyboard. */
Flickable {
    id: area

    default property alias rows: column.data
    property alias spacing: column.spacing
    /*! What the rows would take. */
    readonly property real fullHeight: column.implicitHeight

    function show(item: Item) {
        let above = item;
        while (above && above !== column)
            above = above.parent;
        if (!above)
            return;
        const top = item.mapToItem(column, 0, 0).y;
        const highest = Math.max(0, contentHeight - height);
        contentY = Math.max(0, Math.min(highest, Math.max(top + item.height - height, Math.min(top, contentY))));
    }

    boundsBehavior: Flickable.StopAtBounds
    clip: true
    contentHeight: column.implicitHeight
    interactive: contentHeight > height

    ScrollBar.vertical: ScrollBar {
    }

    Connections {
        function onActiveFocusItemChanged() {
            area.show(area.Window.activeFocusItem);
        }

        target: area.Window.window
    }
    ColumnLayout {
        id: column

        width: area.width
    }
}
