// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/*! Quiet text that may have too little room; where it is cut, the pointer shows all of it. */
CaptionLabel {
    id: words

    Accessible.name: text

    Hint {
        delay: 400
        over: words
        text: words.text
        wanted: pointer.hovered && words.truncated
    }
    HoverHandler {
        id: pointer
    }
}
