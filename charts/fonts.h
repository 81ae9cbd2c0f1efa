// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QString>

namespace Postwave
{
/**
 * For commands that draw without a display: call it before the QApplication exists. It chooses
 * the offscreen platform and takes away whatever else could change a picture: scale factors,
 * style, platform theme, and the fonts and font settings of the system. Afterwards the embedded
 * fonts are the only ones.
 */
void prepareHeadlessEnvironment();

/** Makes the embedded fonts known, once; false when one of them cannot be read. Needs the application. */
bool loadFonts();

/** The font of pictures. @p pixels high, unhinted, so that every scale has the same line breaks. */
QFont chartFont(int pixels, QFont::Weight weight = QFont::Normal);

/**
 * @p text without the emoji and other signs that no embedded font has, which would be drawn as
 * boxes. Letters stay, and text of which nothing would be left.
 */
QString drawableText(const QString &text);
}
