// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/sourcetext.h"

#include <QStringList>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
constexpr auto kVersion = "1"_L1;
constexpr auto kAnalyticBot = "analyticbot"_L1;
constexpr auto kAllowHttp = "allow-http"_L1;
constexpr auto kTrustClock = "trust-clock"_L1;

std::optional<SourceInfo> serverOf(const QString &address, const QString &name, const QStringList &choices)
{
    if (address.isEmpty())
        return std::nullopt;
    return SourceInfo{.kind = SourceKind::AnalyticBot,
                      .address = address,
                      .name = name,
                      .allowHttp = choices.contains(kAllowHttp),
                      .trustClock = choices.contains(kTrustClock)};
}
}

QString sourceText(const SourceInfo &source)
{
    Q_ASSERT(source.kind == SourceKind::AnalyticBot); // the demo is always there
    // Neither addresses nor what is encoded holds a space.
    QStringList parts{kVersion, kAnalyticBot, source.address,
                      QString::fromLatin1(QUrl::toPercentEncoding(source.name, "@"))};
    if (source.allowHttp)
        parts.append(kAllowHttp);
    if (source.trustClock)
        parts.append(kTrustClock);
    return parts.join(u' ');
}

std::optional<SourceInfo> sourceFromText(const QString &line)
{
    const QStringList parts = line.split(u' ');
    if (parts.value(0) != kVersion || parts.value(1) != kAnalyticBot)
        return std::nullopt;
    return serverOf(parts.value(2), QUrl::fromPercentEncoding(parts.value(3).toLatin1()), parts.mid(4));
}

std::optional<SourceInfo> sourceFromText010(const QString &line)
{
    const QStringList parts = line.split(u' ');
    return serverOf(parts.value(0), parts.value(1), parts.mid(2));
}
}
