// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "charts/palette.h"

#include <QObject>
#include <QtQml/qqmlregistration.h>

namespace Postwave
{
/** The colours of the Palette in one theme, for QML: ui/Theme.qml is one of these. */
class ThemeColours : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(bool dark READ isDark WRITE setDark NOTIFY changed FINAL)
    Q_PROPERTY(QColor window READ window NOTIFY changed FINAL)
    Q_PROPERTY(QColor surface READ surface NOTIFY changed FINAL)
    Q_PROPERTY(QColor line READ line NOTIFY changed FINAL)
    Q_PROPERTY(QColor text READ text NOTIFY changed FINAL)
    Q_PROPERTY(QColor muted READ muted NOTIFY changed FINAL)
    Q_PROPERTY(QColor accent READ accent NOTIFY changed FINAL)
    Q_PROPERTY(QColor views READ views NOTIFY changed FINAL)
    Q_PROPERTY(QColor likes READ likes NOTIFY changed FINAL)
    Q_PROPERTY(QColor shares READ shares NOTIFY changed FINAL)
    Q_PROPERTY(QColor comments READ comments NOTIFY changed FINAL)
    Q_PROPERTY(QColor replies READ replies NOTIFY changed FINAL)
    Q_PROPERTY(QColor posts READ posts NOTIFY changed FINAL)
    Q_PROPERTY(QColor good READ good NOTIFY changed FINAL)
    Q_PROPERTY(QColor bad READ bad NOTIFY changed FINAL)
    Q_PROPERTY(QColor warn READ warn NOTIFY changed FINAL)

public:
    using QObject::QObject;

    bool isDark() const
    {
        return m_theme == Theme::Dark;
    }
    void setDark(bool dark);

    QColor window() const
    {
        return Palette::kWindow.in(m_theme);
    }
    QColor surface() const
    {
        return Palette::kSurface.in(m_theme);
    }
    QColor line() const
    {
        return Palette::kLine.in(m_theme);
    }
    QColor text() const
    {
        return Palette::kText.in(m_theme);
    }
    QColor muted() const
    {
        return Palette::kMuted.in(m_theme);
    }
    QColor accent() const
    {
        return Palette::kAccent.in(m_theme);
    }
    QColor views() const
    {
        return Palette::kViews.in(m_theme);
    }
    QColor likes() const
    {
        return Palette::kLikes.in(m_theme);
    }
    QColor shares() const
    {
        return Palette::kShares.in(m_theme);
    }
    QColor comments() const
    {
        return Palette::kComments.in(m_theme);
    }
    QColor replies() const
    {
        return Palette::kReplies.in(m_theme);
    }
    QColor posts() const
    {
        return Palette::kPosts.in(m_theme);
    }
    QColor good() const
    {
        return Palette::kGood.in(m_theme);
    }
    QColor bad() const
    {
        return Palette::kBad.in(m_theme);
    }
    QColor warn() const
    {
        return Palette::kWarn.in(m_theme);
    }

    /**
     * The colour of a metric by its name in files, or that of views where it is none. The theme is an argument, so that
     * a binding follows it.
     */
    Q_INVOKABLE static QColor metricColour(const QString &name, bool dark);

Q_SIGNALS:
    void changed();

private:
    Theme m_theme = Theme::Light;
};
}
