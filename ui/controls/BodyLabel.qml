// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/*! Running text. */
Text {
    color: Theme.text
    font.pixelSize: Theme.bodySize
    // Said, it is mirrored with the rest.
    horizontalAlignment: Text.AlignLeft
    textFormat: Text.PlainText
    wrapMode: Text.WordWrap
}
