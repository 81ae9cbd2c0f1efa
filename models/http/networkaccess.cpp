// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "http/networkaccess.h"

#include "core/loopback.h"

#include <QNetworkProxyFactory>

namespace Postwave
{
namespace
{
class ProxiesOfTheSystem final : public QNetworkProxyFactory
{
public:
    QList<QNetworkProxy> queryProxy(const QNetworkProxyQuery &query) override
    {
        // Plain http is for this computer alone, and a proxy would read what is sent to it.
        if (isLoopbackHost(query.peerHostName()))
            return {QNetworkProxy(QNetworkProxy::NoProxy)};
        return systemProxyForQuery(query);
    }
};
}

NetworkAccess::NetworkAccess(QObject *parent)
    : QNetworkAccessManager(parent)
{
    setProxyFactory(new ProxiesOfTheSystem); // owns it from here on
}
}
