// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/channelpage.h"
#include "pages/channelquery.h"

namespace Postwave
{
/** The form for a range of one's own: from, to, and how fine. */
class RangeForm : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Postwave::ChannelQuery *query MEMBER m_query REQUIRED)
    /** What is shown, to begin with. */
    Q_PROPERTY(Postwave::ChannelPage *page MEMBER m_page REQUIRED)
    Q_PROPERTY(QString from MEMBER m_from NOTIFY edited)
    Q_PROPERTY(QString to MEMBER m_to NOTIFY edited)
    /** "hour", "day", "week", "month"; empty: what fits the range. */
    Q_PROPERTY(QString step MEMBER m_step NOTIFY edited)
    /** The dates that the texts are taken for; empty where they are none, and where they say the same themselves. */
    Q_PROPERTY(QString fromDate READ fromDate NOTIFY edited FINAL)
    Q_PROPERTY(QString toDate READ toDate NOTIFY edited FINAL)
    Q_PROPERTY(QString fromError READ fromError NOTIFY judged FINAL)
    Q_PROPERTY(QString toError READ toError NOTIFY judged FINAL)

public:
    using QObject::QObject;

    QString fromDate() const;
    QString toDate() const;
    QString fromError() const
    {
        return m_fromError;
    }
    QString toError() const
    {
        return m_toError;
    }

    /** Fills the form with what is shown. */
    Q_INVOKABLE void takeShown();
    /** Opens the range; false where the form has something wrong, which its errors say. */
    Q_INVOKABLE bool open();

Q_SIGNALS:
    void edited();
    void judged();

private:
    QDate first() const;
    QDate last() const;

    ChannelQuery *m_query = nullptr;
    ChannelPage *m_page = nullptr;
    QString m_from;
    QString m_to;
    QString m_step;
    QString m_fromError;
    QString m_toError;
};
}
