// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Postwave.Ui

/*! The heading of a column; a press sorts by it. */
BodyLabel {
    id: heading

    /*! The row of headings that it stands in. */
    required property SortHeadings headings
    required property string name
    /*! What a press sorts by; empty where it does nothing. */
    property string column: ""
    /*! What comes first is called by these words. */
    property string largest: qsTr("Sorted, largest first")
    property string smallest: qsTr("Sorted, smallest first")

    /*! The keyboard is here. */
    readonly property bool ringed: headings.activeFocus && headings.current === column
    readonly property bool sorting: column.length > 0 && headings.sortColumn === column

    function accessiblePressAction() {
        if (column.length > 0)
            headings.sortWanted(column);
    }

    Accessible.description: sorting ? (headings.sortDescending ? largest : smallest) : ""
    Accessible.name: name
    Accessible.role: Accessible.ColumnHeader
    color: sorting || over.hovered ? Theme.text : Theme.muted
    elide: Text.ElideRight
    font.bold: ringed
    font.pixelSize: Theme.labelSize
    font.underline: ringed
    height: headings.height
    horizontalAlignment: Text.AlignRight
    maximumLineCount: 1
    verticalAlignment: Text.AlignVCenter
    text: sorting ? (headings.sortDescending ? "\u25be " : "\u25b4 ") + name : name
    wrapMode: Text.NoWrap

    HoverHandler {
        id: over

        cursorShape: Qt.PointingHandCursor
        enabled: heading.column.length > 0
    }
    TapHandler {
        onTapped: heading.accessiblePressAction()
    }
}
