// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/channelreference.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
constexpr qint64 kServerNumbers = 1'000'000'000'000;
constexpr qint64 kMostBareNumbers = 10'000'000'000;

/** Bare, or with a sign or 100 in front. */
QList<ChannelId> idsOf(qint64 number)
{
    QList<ChannelId> ids{ChannelId(number)};
    if (number > 0 && number < kMostBareNumbers)
        ids.append(ChannelId(kServerNumbers + number));
    else if (number < -kServerNumbers && number > -kServerNumbers - kMostBareNumbers)
        ids.append(ChannelId(-number));
    return ids;
}

std::optional<ChannelReference> byNumber(const QString &text, const QString &digits)
{
    bool isNumber = false;
    const qint64 number = digits.toLongLong(&isNumber);
    if (!isNumber || number == 0)
        return std::nullopt;
    return ChannelReference{.text = text, .ids = idsOf(number), .username = {}};
}
}

std::optional<ChannelReference> channelReferenceFromText(const QString &text)
{
    static const QRegularExpression number(u"^-?\\d{1,19}$"_s);
    static const QRegularExpression privateLink(
        u"^(?:https?://)?(?:www\\.)?(?:t|telegram)\\.me/c/(\\d{1,10})(?:[/?#].*)?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression publicLink(
        u"^(?:https?://)?(?:www\\.)?(?:t|telegram)\\.me/(?:s/)?([a-z]\\w{3,31})(?:[/?#].*)?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression name(u"^@?([a-z]\\w{3,31})$"_s, QRegularExpression::CaseInsensitiveOption);

    const QString typed = text.trimmed();
    if (number.match(typed).hasMatch())
        return byNumber(typed, typed);
    if (const auto match = privateLink.match(typed); match.hasMatch())
        return byNumber(typed, match.captured(1));
    // Telegram's own, which lead to no channel.
    static const QStringList reserved{u"addemoji"_s, u"addlist"_s,     u"addstickers"_s, u"addtheme"_s, u"boost"_s,
                                      u"contact"_s,  u"giftcode"_s,    u"invoice"_s,     u"joinchat"_s, u"login"_s,
                                      u"proxy"_s,    u"setlanguage"_s, u"share"_s,       u"socks"_s};
    for (const QRegularExpression &form : {publicLink, name}) {
        if (const auto match = form.match(typed);
            match.hasMatch() && !reserved.contains(match.captured(1), Qt::CaseInsensitive))
            return ChannelReference{.text = typed, .ids = {}, .username = match.captured(1)};
    }
    return std::nullopt;
}
}
