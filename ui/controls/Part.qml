// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/*!
    A part of a page that can come later than the page. It is named by its file, for a type that is
    named in a file is loaded with it, whether it is made or not: with the parts of the dashboard
    named as types, the first chart comes 8 to 16 ms later, a tenth or more of all it takes.
*/
Loader {
    id: part

    /*! Its file, without the ending. */
    required property string type
    /*! What the part is made with. */
    property var properties: ({})
    /*! Whether it is to be there. */
    property bool wanted: true

    function make() {
        if (wanted)
            setSource(Qt.resolvedUrl(type + ".qml"), properties);
        else
            source = "";
    }

    Component.onCompleted: make()
    onWantedChanged: make()
}
