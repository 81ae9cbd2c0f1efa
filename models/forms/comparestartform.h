// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "pages/channelquery.h"

namespace Postwave
{
/** The form for a comparison of one's own: the day or hour to set beside the first one of the overview. */
class CompareStartForm : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(Postwave::ChannelQuery *query MEMBER m_query REQUIRED)
    /** "2025-10-01", or "2025-10-01 14:00" where the overview is of hours or minutes. */
    Q_PROPERTY(QString start MEMBER m_start NOTIFY edited)
    Q_PROPERTY(QString error READ error NOTIFY judged FINAL)
    /** "It is set beside 23 Oct 2025, the first day shown." */
    Q_PROPERTY(QString help READ help NOTIFY edited FINAL)

public:
    using QObject::QObject;

    QString error() const
    {
        return m_error;
    }
    QString help() const;

    /** Fills the form with what is compared now, else with one year before. */
    Q_INVOKABLE void takeShown();
    /** Compares with the start; false where something is wrong with it, which `error` says. */
    Q_INVOKABLE bool open();

Q_SIGNALS:
    void edited();
    void judged();

private:
    ChannelQuery *m_query = nullptr;
    QString m_start;
    QString m_error;
};
}
