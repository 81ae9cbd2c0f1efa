// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/metriclistmodel.h"
#include "items/periodlistmodel.h"
#include "navigation/navigator.h"
#include "pages/sourcesession.h"
#include "settings/settingsmodel.h"

namespace Postwave
{
/**
 * What is asked of one channel: period, time zone, metrics, comparison, level. Each change is one of the navigator's
 * location; metrics, scale and comparison are changed in place, all else is a step for Back.
 */
class ChannelQuery : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")

    Q_PROPERTY(QStringList breadcrumbs READ breadcrumbs NOTIFY changed FINAL)
    Q_PROPERTY(bool canStepBack READ canStepBack NOTIFY stepsChanged FINAL)
    Q_PROPERTY(bool canStepForward READ canStepForward NOTIFY stepsChanged FINAL)
    Q_PROPERTY(QString previousText READ previousText NOTIFY stepsChanged FINAL)
    Q_PROPERTY(QString nextText READ nextText NOTIFY stepsChanged FINAL)
    /** "Asia/Tashkent": by whose clocks. */
    Q_PROPERTY(QString zone READ zone NOTIFY changed FINAL)
    Q_PROPERTY(QString zoneText READ zoneText NOTIFY changed FINAL)
    /** "previous weekday", as in files; empty without a comparison. */
    Q_PROPERTY(QString comparison READ comparison NOTIFY changed FINAL)
    /** "week": a granularity of one's own; empty: the one that fits. */
    Q_PROPERTY(QString granularity READ granularity WRITE setGranularity NOTIFY changed FINAL)
    /** Which there are to choose from: none for a day or an hour. */
    Q_PROPERTY(QStringList granularities READ granularities NOTIFY changed FINAL)
    Q_PROPERTY(bool comparable READ isComparable NOTIFY changed FINAL)
    /** Whether the chosen comparison lies before the view; one with a time of one's own may not. */
    Q_PROPERTY(bool comparing READ isComparing NOTIFY changed FINAL)
    /** How heights grow in the chart. */
    Q_PROPERTY(bool logarithmic READ isLogarithmic NOTIFY changed FINAL)
    Q_PROPERTY(Postwave::PeriodListModel *periods READ periods CONSTANT FINAL)
    Q_PROPERTY(Postwave::MetricListModel *metrics READ metrics CONSTANT FINAL)

public:
    /** What is handed in outlives the query. */
    ChannelQuery(Navigator *navigator, SourceSession *session, SettingsModel *settings, QObject *parent = nullptr);

    QStringList breadcrumbs() const;
    bool canStepBack() const;
    bool canStepForward() const;
    /** "Previous day", "Next hour". */
    QString previousText() const;
    QString nextText() const;
    QTimeZone timeZone() const
    {
        return m_navigator->current().zone();
    }
    QString zone() const;
    /** "UTC", "Tashkent UTC+05:00". */
    QString zoneText() const;
    /** By the clocks of the time zone, and the source's. */
    QDate today() const;
    /** What the path to the view begins with, and where that lies now. */
    const ViewQuery &overview() const
    {
        return m_navigator->current().path.constFirst();
    }
    TimeWindow overviewWindow() const;
    QString granularity() const;
    void setGranularity(const QString &name);
    QStringList granularities() const;
    QString comparison() const;
    /** Whether there is something before the view to compare it with. */
    bool isComparable() const;
    /** Whether the view is compared: a time of one's own may not lie before it. */
    bool isComparing() const;
    bool isLogarithmic() const
    {
        return m_navigator->current().logarithmic;
    }
    PeriodListModel *periods()
    {
        return &m_periods;
    }
    MetricListModel *metrics()
    {
        return &m_metrics;
    }

    /** A period such as "90d", or a span of the calendar such as "last week". */
    Q_INVOKABLE void openPeriod(const QString &name);
    /** "1 Nov 2025 – 30 Nov 2025" for "nov", and the like; empty where the words are no date. */
    Q_INVOKABLE QString datesIn(const QString &words) const;
    /** Opens them: the hours of a day, the days of a month. */
    Q_INVOKABLE void openDates(const QString &words);
    /** An overview. */
    void openOverview(const ViewQuery &overview);
    /** Shows the same days and hours by the clocks of "UTC" or "Area/City". */
    Q_INVOKABLE void setZone(const QString &name);
    Q_INVOKABLE void toggleMetric(const QString &name);
    /** Shows one metric alone. */
    Q_INVOKABLE void isolateMetric(const QString &name);
    /** Shows the next metric alone, or for -1 the one before; after the last comes the first. */
    Q_INVOKABLE void stepMetric(int steps);
    Q_INVOKABLE void toggleLogarithmic();
    /** Compares with "previous weekday" and the like; with nothing for an empty name. */
    Q_INVOKABLE void compareWith(const QString &name);
    /** The comparison of before, or the usual one where that does not lie before the view; or none. */
    Q_INVOKABLE void toggleComparison();
    Q_INVOKABLE void openBreadcrumb(int index);
    /** The day, hour or span beside: -1 or 1. */
    Q_INVOKABLE void step(int steps);

    /** Time went by, or a clock became known: where the arrows lead may have changed. */
    void renewSteps();

Q_SIGNALS:
    void changed();
    void stepsChanged();

private:
    void renew();
    void follow();
    bool isChannelPage() const
    {
        return m_navigator->current().page == Location::Page::Channel;
    }
    /** Goes elsewhere, unless there is no source to show anything of. */
    void go(const Location &location);

    Navigator *m_navigator;
    SourceSession *m_session;
    SettingsModel *m_settings;
    Location m_drawn; ///< whose metrics and scale were told last
    Comparison m_lastComparison; ///< what the key brings back
    PeriodListModel m_periods;
    MetricListModel m_metrics;
};
}
