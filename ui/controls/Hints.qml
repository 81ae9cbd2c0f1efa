// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
pragma Singleton
import QtQuick
import QtQuick.Controls.Basic

/*! Shows one hint at a time, above its item or else below it, but never over it. */
QtObject {
    id: hints

    property Hint current: null
    property Popup popup: null

    function offer(hint: Hint) {
        if (popup)
            popup.close();
        current = hint;
        rest.interval = hint.delay;
        rest.restart();
    }
    /*! The pointer left, or what the hint tells of is done. */
    function withdraw(hint: Hint) {
        if (current !== hint)
            return;
        rest.stop();
        current = null;
        if (popup)
            popup.close();
    }

    readonly property Timer rest: Timer {
        onTriggered: {
            // Most sessions at the keyboard never need one.
            if (!hints.popup)
                hints.popup = look.createObject(hints) as Popup;
            // Anew also for the item of before, which may have been scrolled.
            hints.popup.parent = null;
            hints.popup.parent = hints.current.over;
            hints.popup.open();
        }
    }
    readonly property Component look: Component {
        Popup {
            id: card

            readonly property Item over: parent as Item
            readonly property real top: over ? over.mapToItem(null, 0, 0).y : 0

            closePolicy: Popup.NoAutoClose
            enter: null
            exit: null
            margins: 6
            padding: 6
            width: Math.min(implicitWidth, Math.round(360 * Theme.textScale))
            x: over ? Math.round((over.width - width) / 2) : 0
            y: top > height + 10 || !over ? -height - 4 : over.height + 4

            background: Rectangle {
                border.color: Theme.line
                color: Theme.surface
                radius: Theme.controlRadius
            }
            contentItem: BodyLabel {
                Accessible.ignored: true
                color: Theme.text
                elide: Text.ElideRight
                font.pixelSize: Theme.labelSize
                maximumLineCount: 6
                text: hints.current ? hints.current.text : ""
            }
        }
    }
}
