// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metric.h"

#include <QColor>

#include <array>

namespace Postwave
{
enum class Theme : quint8 { Light, Dark };

/** A colour with a meaning, once for each theme. QML reads them through ThemeColours. */
struct ColourToken {
    const char *name;
    QRgb light;
    QRgb dark;

    QColor in(Theme theme) const
    {
        return QColor::fromRgb(theme == Theme::Dark ? dark : light);
    }
};

namespace Palette
{
inline constexpr ColourToken kWindow{"window", 0xfff6f7f9, 0xff14161a}; ///< behind everything
inline constexpr ColourToken kSurface{"surface", 0xffffffff, 0xff1c1f24}; ///< cards and the chart
inline constexpr ColourToken kLine{"line", 0xffe3e6ea, 0xff2c3138}; ///< hairlines, grid, hatching
inline constexpr ColourToken kText{"text", 0xff1b1e23, 0xffeceef1};
inline constexpr ColourToken kMuted{"muted", 0xff5f6772, 0xff9aa3ae}; ///< labels and axes
inline constexpr ColourToken kAccent{"accent", 0xff2b6cde, 0xff6aa1ff}; ///< selection, focus, links
inline constexpr ColourToken kViews{"views", 0xff2b6cde, 0xff6aa1ff};
inline constexpr ColourToken kLikes{"likes", 0xffc8416b, 0xfff07fa2};
inline constexpr ColourToken kShares{"shares", 0xff0b8a78, 0xff3cc9b4};
inline constexpr ColourToken kComments{"comments", 0xffb57a00, 0xffe9b44c};
inline constexpr ColourToken kReplies{"replies", 0xff7a5bc2, 0xffac93ee};
inline constexpr ColourToken kPosts{"posts", 0xff8a94a1, 0xff6d7783}; ///< quiet bars
inline constexpr ColourToken kGood{"good", 0xff1e8549, 0xff4cc38a};
inline constexpr ColourToken kBad{"bad", 0xffc93a3a, 0xfff0716f};
inline constexpr ColourToken kWarn{"warn", 0xffb57a00, 0xffe9b44c};

inline constexpr std::array kAll = {kWindow, kSurface,  kLine,    kText,  kMuted, kAccent, kViews, kLikes,
                                    kShares, kComments, kReplies, kPosts, kGood,  kBad,    kWarn};

/** Series are told apart by colour and by marker shape, never by colour alone. */
constexpr const ColourToken &forMetric(Metric metric)
{
    switch (metric) {
    case Metric::Views:
        return kViews;
    case Metric::Likes:
        return kLikes;
    case Metric::Shares:
        return kShares;
    case Metric::Comments:
        return kComments;
    case Metric::Replies:
        return kReplies;
    case Metric::PostCount:
        return kPosts;
    }
    return kViews;
}
}
}
