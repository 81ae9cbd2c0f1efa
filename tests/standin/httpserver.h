// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "httpconnection.h"

#include <QTcpServer>

namespace Postwave::StandIn
{
/** Listens on loopback and nowhere else, and gives every request to one handler. */
class HttpServer : public QObject
{
    Q_OBJECT

public:
    explicit HttpServer(Handler handler, QObject *parent = nullptr);

    /** @param port 0 takes any free one */
    bool listen(quint16 port);
    quint16 port() const;
    QString errorString() const;

private:
    void accept();

    QTcpServer m_server;
    Handler m_handler;
};
}
