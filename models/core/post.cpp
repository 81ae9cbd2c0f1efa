// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/post.h"

#include <QStringList>

#include <array>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
/** In the order of their bits. */
const std::array<QString, 9> &mediaNames()
{
    static const std::array<QString, 9> names = {u"photo"_s,    u"video"_s,   u"gif"_s,  u"audio"_s, u"voice"_s,
                                                 u"document"_s, u"sticker"_s, u"poll"_s, u"link"_s};
    return names;
}
}

QString mediaText(Media media)
{
    QStringList names;
    for (std::size_t i = 0; i < mediaNames().size(); ++i) {
        if (media.testFlag(Medium(1 << i)))
            names.append(mediaNames()[i]);
    }
    return names.join(u' ');
}

std::optional<Media> mediaFromText(const QString &text)
{
    Media media;
    const QStringList names = text.split(u' ', Qt::SkipEmptyParts);
    for (const QString &name : names) {
        const auto known = std::ranges::find(mediaNames(), name);
        if (known == mediaNames().end())
            return std::nullopt;
        media.setFlag(Medium(1 << (known - mediaNames().begin())));
    }
    return media;
}
}
