// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sources/serveraddress.h"

#include "core/loopback.h"

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
/** Names the address without what may be a password in it. */
Error refused(Error::Kind kind, const QString &text)
{
    const qsizetype at = text.lastIndexOf(u'@');
    return {.kind = kind, .argument = at < 0 ? text : text.mid(at + 1)};
}
}

ServerAddress::ServerAddress(QUrl base)
    : m_base(std::move(base))
{
}

Result<ServerAddress> ServerAddress::fromText(const QString &text, bool allowHttp)
{
    QUrl url(text.trimmed(), QUrl::StrictMode);
    const QString scheme = url.scheme().toLower();
    if (!url.isValid() || url.host().isEmpty() || (scheme != u"http"_s && scheme != u"https"_s))
        return refused(Error::Kind::BadAddress, text);
    if (!url.userInfo().isEmpty() || url.hasQuery() || url.hasFragment())
        return refused(Error::Kind::BadAddress, url.host());
    if (scheme == u"http"_s && !allowHttp && !isLoopbackHost(url.host()))
        return refused(Error::Kind::PlainHttp, text);

    url.setScheme(scheme);
    url.setHost(url.host().toLower());
    if (url.port() == (scheme == u"http"_s ? 80 : 443))
        url.setPort(-1);
    QString path = url.path(QUrl::FullyEncoded);
    while (path.endsWith(u'/'))
        path.chop(1);
    url.setPath(path, QUrl::TolerantMode);
    return ServerAddress(url);
}

QString ServerAddress::text() const
{
    return m_base.toString(QUrl::FullyEncoded);
}

QString ServerAddress::host() const
{
    return m_base.host();
}

QUrl ServerAddress::url(const QString &path, const QUrlQuery &query) const
{
    QUrl url = m_base;
    url.setPath(m_base.path(QUrl::FullyEncoded) + path, QUrl::TolerantMode);
    if (!query.isEmpty())
        url.setQuery(query);
    return url;
}
}
