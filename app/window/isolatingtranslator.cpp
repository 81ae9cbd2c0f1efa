// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/isolatingtranslator.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Postwave
{
QString IsolatingTranslator::translate(const char *context, const char *sourceText, const char *disambiguation,
                                       int n) const
{
    static const QRegularExpression argument(u"(%L?(?:\\d{1,2}|n))"_s);
    const QString translated = QTranslator::translate(context, sourceText, disambiguation, n);
    QString text = translated.isEmpty() ? QString::fromUtf8(sourceText) : translated;
    // What is Qt's own has a catalogue of its own.
    if (translated.isEmpty() && (context[0] == 'Q' || !argument.match(text).hasMatch()))
        return {};
    return text.replace(argument, u"\u2068\\1\u2069"_s);
}
}
