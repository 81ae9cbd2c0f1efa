// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "httpmessage.h"

#include <QObject>
#include <QTimer>

#include <functional>

class QTcpSocket;

namespace Postwave::StandIn
{
using Handler = std::function<Response(const Request &)>;

/**
 * One client's socket: takes requests off it one after the other and delivers the
 * answers, well or badly as the answer says. Deletes itself when the client goes.
 */
class HttpConnection : public QObject
{
    Q_OBJECT

public:
    /** Takes over @p socket. */
    HttpConnection(QTcpSocket *socket, Handler handler, QObject *parent);

private:
    void readMore();
    /** Takes one whole request off the input; false when it is not all there yet. */
    bool takeRequest(Request &request);
    void refuse();
    void answer(const Request &request);
    void deliver(bool keepAlive);
    void writeMore();
    void trickle();
    void finishAnswer();

    QTcpSocket *m_socket;
    Handler m_handler;
    QByteArray m_input;
    Response m_response; ///< being delivered
    QByteArray m_rest; ///< of the answer, not yet handed to the socket
    QTimer m_pace; ///< of a trickle
    bool m_busy = false; ///< a request has been taken and not been answered
    bool m_writing = false; ///< its answer is on the way as a whole
    bool m_keepAlive = true;
};
}
