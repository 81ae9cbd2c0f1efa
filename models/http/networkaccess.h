// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QNetworkAccessManager>

namespace Postwave
{
/** The way to all servers: by the system's proxies, but for this computer itself, to which there is no way around. */
class NetworkAccess final : public QNetworkAccessManager
{
    Q_OBJECT

public:
    explicit NetworkAccess(QObject *parent = nullptr);
};
}
