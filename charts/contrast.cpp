// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/contrast.h"

#include <algorithm>
#include <cmath>

namespace Postwave
{
namespace
{
constexpr double kLeastForText = 4.5;

double luminance(const QColor &colour)
{
    const auto linear = [](float part) {
        return part <= 0.03928F ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}
}

double contrastOf(const QColor &one, const QColor &other)
{
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

bool isReadableText(const ColourToken &token, Theme theme)
{
    return contrastOf(token.in(theme), Palette::kSurface.in(theme)) >= kLeastForText;
}
}
