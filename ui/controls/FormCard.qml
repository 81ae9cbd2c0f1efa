// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts

/*! A form in the middle of the page. Where it is higher than the page it scrolls, and goes along with the keyboard. */
Rectangle {
    id: card

    default property alias rows: column.data
    property alias spacing: column.spacing
    /*! Of the rows, where the page has room for it. */
    property real preferredWidth: 412

    function show(item: Item) {
        let above = item;
        while (above && above !== column)
            above = above.parent;
        if (!above)
            return;
        const top = item.mapToItem(column, 0, 0).y;
        const highest = Math.max(0, area.contentHeight - area.height);
        area.contentY = Math.max(0, Math.min(highest, Math.max(top + item.height - area.height, Math.min(top, area.contentY))));
    }

    anchors.centerIn: parent
    border.color: Theme.line
    color: Theme.surface
    height: Math.min(column.implicitHeight + 48, parent.height)
    radius: Theme.cardRadius
    width: Math.min(parent.width - 32, preferredWidth * Theme.textScale + 48)

    Connections {
        function onActiveFocusItemChanged() {
            card.show(card.Window.activeFocusItem);
        }

        target: card.Window.window
    }
    Flickable {
        id: area

        anchors.fill: parent
        anchors.margins: 24
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: column.implicitHeight
        interactive: contentHeight > height

        ColumnLayout {
            id: column

            width: area.width
        }
    }
}
