// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "posts/hashtags.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Postwave
{
QStringList hashtagsOf(const QString &text)
{
    // As Telegram: letters, digits and "_" in any script, at least one letter, not inside of a word or an address.
    static const QRegularExpression tag(uR"((?<![\w&/])#\w*[\p{L}_]\w*)"_s,
                                        QRegularExpression::UseUnicodePropertiesOption);
    QStringList tags;
    for (auto matches = tag.globalMatch(text); matches.hasNext();) {
        const QString found = matches.next().captured();
        if (!tags.contains(found, Qt::CaseInsensitive))
            tags.append(found);
    }
    return tags;
}
}
