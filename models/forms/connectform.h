// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/latesttask.h"
#include "items/sourcelistmodel.h"
#include "sync/sourceconnections.h"

namespace Postwave
{
/** The form that connects to a server: checks each field, signs in, and remembers the server but no password. */
class ConnectForm : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed FINAL)
    Q_PROPERTY(QString addressError READ addressError NOTIFY changed FINAL)
    Q_PROPERTY(QString emailError READ emailError NOTIFY changed FINAL)
    Q_PROPERTY(QString passwordError READ passwordError NOTIFY changed FINAL)
    Q_PROPERTY(QString error READ error NOTIFY changed FINAL)
    Q_PROPERTY(bool asksForHttp READ asksForHttp NOTIFY changed FINAL)

public:
    ConnectForm(SourceListModel *sources, SourceConnections *connections, QObject *parent = nullptr);

    bool isBusy() const
    {
        return m_busy;
    }
    /** Of each field; empty where it is good. */
    QString addressError() const
    {
        return m_addressError;
    }
    QString emailError() const
    {
        return m_emailError;
    }
    QString passwordError() const
    {
        return m_passwordError;
    }
    /** What concerns no single field. */
    QString error() const
    {
        return m_error;
    }
    /** The address is plain http beyond this computer: only with consent. */
    bool asksForHttp() const
    {
        return m_asksForHttp;
    }

    /** Signs in; connected() or an error follows. Nothing happens while a sign-in is under way. */
    Q_INVOKABLE void submit(const QString &address, const QString &email, const QString &password, bool allowHttp);
    /** Takes the errors away, when the form is opened again. */
    Q_INVOKABLE void reset();
    /** Gives a sign-in up that is under way: whatever comes of it, nobody is connected by it. */
    Q_INVOKABLE void cancel();
    /** Another address: what was wrong with the one before, and allowed for it, does not concern it. */
    Q_INVOKABLE void forgetAddress();

Q_SIGNALS:
    void changed();
    /** Signed in; @p key names the source. */
    void connected(const QString &key);

private:
    QCoro::Task<> signIn(SourceInfo source, Secret password);
    void showFailure(const Error &error);

    SourceListModel *m_sources;
    SourceConnections *m_connections;
    LatestTask m_signIn;
    bool m_busy = false;
    bool m_asksForHttp = false;
    QString m_addressError;
    QString m_emailError;
    QString m_passwordError;
    QString m_error;
};
}
