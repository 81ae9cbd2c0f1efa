// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/themecolours.h"

namespace Postwave
{
void ThemeColours::setDark(bool dark)
{
    if (isDark() == dark)
        return;
    m_theme = dark ? Theme::Dark : Theme::Light;
    Q_EMIT changed();
}

QColor ThemeColours::metricColour(const QString &name, bool dark)
{
    return Palette::forMetric(metricFromName(name).value_or(Metric::Views)).in(dark ? Theme::Dark : Theme::Light);
}
}
