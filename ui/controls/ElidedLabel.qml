// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic

/*! Quiet text that may have too little room; where it is cut, the pointer shows all of it. */
CaptionLabel {
    id: words

    Accessible.name: text
    ToolTip.delay: 400
    ToolTip.text: text
    ToolTip.visible: over.hovered && truncated

    HoverHandler {
        id: over
    }
}
