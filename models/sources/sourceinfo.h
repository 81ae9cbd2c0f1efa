// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Postwave
{
/** What kind of place data come from. */
enum class SourceKind : quint8 { AnalyticBot, Demo };

/** A place that data come from, as the user knows it. */
struct SourceInfo {
    SourceKind kind = SourceKind::AnalyticBot;
    QString address = {}; ///< normalised; empty for the demo
    QString name = {}; ///< that somebody signed in with; empty where nobody does
    bool allowHttp = false; ///< consent to plain http beyond this computer, given for this server alone
    bool trustClock = false; ///< its clock is right, whatever this computer's says

    /** What is stored is stored under it, see Source::key(). */
    QString key() const
    {
        return kind == SourceKind::Demo ? QStringLiteral("demo") : address;
    }

    friend bool operator==(const SourceInfo &, const SourceInfo &) = default;
};
}
