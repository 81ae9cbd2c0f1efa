// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/plainline.h"

#include <algorithm>

namespace Postwave
{
namespace
{
constexpr char16_t kNonJoiner = 0x200C;
constexpr char16_t kJoiner = 0x200D;

/** Letters and symbols that Unicode draws without ink: the empty Braille cell and the fillers of Hangul. */
bool hasNoInk(char16_t c)
{
    return c == 0x2800 || c == 0x3164 || c == 0x115F || c == 0x1160 || c == 0xFFA0;
}
}

QString plainLine(QString text)
{
    for (QChar &c : text) {
        switch (c.category()) {
        case QChar::Other_Format:
            if (c == kJoiner || c == kNonJoiner)
                break;
            c = u' ';
            break;
        case QChar::Other_Control:
        case QChar::Separator_Line:
        case QChar::Separator_Paragraph:
            c = u' ';
            break;
        default:
            break;
        }
    }
    return text;
}

bool isInvisible(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.isSpace() || c.category() == QChar::Other_Format || c.category() == QChar::Other_Control
            || hasNoInk(c.unicode());
    });
}
}
