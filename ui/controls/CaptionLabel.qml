// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

/*! Quiet text: labels, units, explanations. */
Text {
    color: Theme.muted
    elide: Text.ElideRight
    font.pixelSize: Theme.labelSize
    // Said, it is mirrored with the rest.
    horizontalAlignment: Text.AlignLeft
    textFormat: Text.PlainText
}
