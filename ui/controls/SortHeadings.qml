// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/*!
    The headings of columns, which sort what is below. One Tab stop: arrows walk through them, Enter sorts. No layout:
    those of Qt 6.4 are not laid out anew for what changes while they are.
*/
Row {
    id: headings

    /*! Those that sort, in their order. */
    required property var columns
    required property string sortColumn
    required property bool sortDescending
    /*! Where the keyboard is. */
    property string current: columns[0]

    signal sortWanted(column: string)

    function walk(steps: int) {
        const next = columns.indexOf(current) + steps;
        current = columns[Math.max(0, Math.min(columns.length - 1, next))];
    }

    Accessible.focusable: true
    Accessible.name: qsTr("Column headings: arrow keys move, Enter sorts")
    Accessible.role: Accessible.Grouping
    Keys.onEnterPressed: sortWanted(current)
    Keys.onLeftPressed: walk(LayoutMirroring.enabled ? 1 : -1)
    Keys.onReturnPressed: sortWanted(current)
    Keys.onRightPressed: walk(LayoutMirroring.enabled ? -1 : 1)
    Keys.onShortcutOverride: event => event.accepted = event.modifiers === Qt.NoModifier && (event.key === Qt.Key_Left || event.key === Qt.Key_Right)
    activeFocusOnTab: true
    spacing: 12

    // A narrower window may do without the one where the keyboard is.
    onColumnsChanged: if (columns.indexOf(current) < 0)
        current = columns[0]
}
