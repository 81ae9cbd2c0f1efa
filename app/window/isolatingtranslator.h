// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

namespace Postwave
{
/**
 * A catalogue whose sentences hold each of their arguments apart (U+2068 … U+2069). Where dates and numbers are written
 * from right to left, the pieces of a sentence would else swap places: its own order is that of its language.
 */
class IsolatingTranslator : public QTranslator
{
public:
    using QTranslator::QTranslator;

    bool isEmpty() const override
    {
        return false; // what has no translation has arguments all the same
    }
    QString translate(const char *context, const char *sourceText, const char *disambiguation, int n) const override;
};
}
