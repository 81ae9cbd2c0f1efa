// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/channelquery.h"

#include "core/zonebuckets.h"
#include "format/datewords.h"
#include "format/format.h"
#include "format/viewformat.h"

namespace Postwave
{
namespace
{
/** Of a year its months: weeks would reach out of it. */
ViewQuery questionOf(const DateSpan &span, const QTimeZone &zone)
{
    ViewStep step = fittingStep(span.first, span.last);
    if (step == ViewStep::Week)
        step = ViewStep::Month;
    return rangeQuestion(span.first, span.last, step, zone);
}
}

ChannelQuery::ChannelQuery(Navigator *navigator, SourceSession *session, SettingsModel *settings, QObject *parent)
    : QObject(parent)
    , m_navigator(navigator)
    , m_session(session)
    , m_settings(settings)
{
    connect(navigator, &Navigator::moved, this, &ChannelQuery::renew);
    connect(navigator, &Navigator::adjusted, this, &ChannelQuery::follow);
}

/** Other rows are asked for. */
void ChannelQuery::renew()
{
    const Location &location = m_navigator->current();
    m_drawn = location;
    m_periods.setCurrent(location.path.constFirst(), m_session->now());
    m_metrics.setShown(location.metrics);
    Q_EMIT changed();
    Q_EMIT stepsChanged();
}

/** The same rows are drawn otherwise. A hand that zooms changes nothing here, and must not wait for calendars. */
void ChannelQuery::follow()
{
    const Location &location = m_navigator->current();
    if (location.metrics == m_drawn.metrics && location.logarithmic == m_drawn.logarithmic)
        return;
    m_drawn = location;
    m_metrics.setShown(location.metrics);
    Q_EMIT changed();
}

void ChannelQuery::renewSteps()
{
    Q_EMIT stepsChanged();
}

void ChannelQuery::go(const Location &location)
{
    if (m_session->isOpen())
        m_navigator->go(location);
}

QStringList ChannelQuery::breadcrumbs() const
{
    return ViewFormat::breadcrumbs(m_navigator->current().path, QLocale());
}

bool ChannelQuery::canStepBack() const
{
    return isChannelPage() && stepped(m_navigator->current(), -1, m_session->now()).has_value();
}

bool ChannelQuery::canStepForward() const
{
    if (!isChannelPage())
        return false;
    const qint64 now = m_session->now();
    const std::optional<Location> next = stepped(m_navigator->current(), 1, now);
    return next && viewWindow(next->query(), 0).from <= now;
}

QString ChannelQuery::previousText() const
{
    return ViewFormat::stepTo(m_navigator->current().query(), -1);
}

QString ChannelQuery::nextText() const
{
    return ViewFormat::stepTo(m_navigator->current().query(), 1);
}

QString ChannelQuery::zone() const
{
    return zoneName(timeZone());
}

QString ChannelQuery::zoneText() const
{
    const qint64 now = m_session->now();
    const TimeWindow window = viewWindow(m_navigator->current().query(), now);
    return ViewFormat::placeAndOffset(timeZone(), std::min(window.until - 1, now));
}

TimeWindow ChannelQuery::overviewWindow() const
{
    return viewWindow(overview(), m_session->now());
}

void ChannelQuery::openPeriod(const QString &name)
{
    if (const std::optional<Period> period = periodFromName(name))
        openOverview({*period, timeZone()});
    else if (const std::optional<NamedRange> range = namedRangeFromName(name))
        openOverview(questionOf(*range, m_session->now(), timeZone()));
}

QDate ChannelQuery::today() const
{
    return dateAt(m_session->now(), timeZone());
}

QString ChannelQuery::datesIn(const QString &words) const
{
    const QLocale locale;
    const std::optional<DateSpan> span = dateSpanFromWords(words, today(), locale);
    if (!span)
        return {};
    return Format::range(viewWindow(questionOf(*span, timeZone()), 0), timeZone(), locale);
}

void ChannelQuery::openDates(const QString &words)
{
    if (const std::optional<DateSpan> span = dateSpanFromWords(words, today(), QLocale()))
        openOverview(questionOf(*span, timeZone()));
}

void ChannelQuery::openOverview(const ViewQuery &overview)
{
    Location location = m_navigator->current();
    location.zoom.reset();
    if (location.path != QList{overview})
        location.selection.reset();
    location.path = {overview};
    go(location);
}

void ChannelQuery::setZone(const QString &name)
{
    const std::optional<QTimeZone> zone = zoneFromName(name);
    if (!zone || !m_session->isOpen() || *zone == timeZone())
        return;
    m_settings->setZone(name);
    go(inZone(m_navigator->current(), *zone));
}

void ChannelQuery::toggleMetric(const QString &name)
{
    // How the same rows are drawn is no step for Back.
    if (const std::optional<Metric> metric = metricFromName(name))
        m_navigator->replace(withMetricToggled(m_navigator->current(), *metric));
}

void ChannelQuery::isolateMetric(const QString &name)
{
    if (const std::optional<Metric> metric = metricFromName(name))
        m_navigator->replace(withMetricAlone(m_navigator->current(), *metric));
}

void ChannelQuery::stepMetric(int steps)
{
    const Metric beside = MetricListModel::beside(m_navigator->current().metrics.constFirst(), steps);
    m_navigator->replace(withMetricAlone(m_navigator->current(), beside));
}

void ChannelQuery::toggleLogarithmic()
{
    Location location = m_navigator->current();
    location.logarithmic = !location.logarithmic;
    m_navigator->replace(location);
}

QString ChannelQuery::granularity() const
{
    const std::optional<ViewStep> &step = m_navigator->current().query().step;
    return step ? stepName(*step) : QString();
}

void ChannelQuery::setGranularity(const QString &name)
{
    const std::optional<ViewStep> step = stepFromName(name);
    Location location = m_navigator->current();
    if (location.query().step == step || (step ? !granularities().contains(name) : !name.isEmpty()))
        return;
    location.leaveBuckets();
    location.path.last().step = step;
    go(location);
}

QStringList ChannelQuery::granularities() const
{
    QStringList names;
    const Location &location = m_navigator->current();
    for (const ViewStep step : stepsOf(location.query())) {
        // Weeks of an opened month would reach out of it.
        if (location.path.size() == 1 || step <= ViewStep::Day)
            names.append(stepName(step));
    }
    return names;
}

QString ChannelQuery::comparison() const
{
    const std::optional<Comparison> &comparison = m_navigator->current().comparison;
    return comparison ? comparisonName(*comparison) : QString();
}

bool ChannelQuery::isComparable() const
{
    Location location = m_navigator->current();
    location.comparison = Comparison();
    return isChannelPage() && comparisonOf(location, m_session->now()).has_value();
}

bool ChannelQuery::isComparing() const
{
    return isChannelPage() && comparisonOf(m_navigator->current(), m_session->now()).has_value();
}

void ChannelQuery::compareWith(const QString &name)
{
    const std::optional<Comparison> wanted = comparisonFromName(name);
    if (!m_session->isOpen() || (!wanted && !name.isEmpty()))
        return;
    if (wanted)
        m_lastComparison = *wanted;
    Location location = m_navigator->current();
    location.comparison = wanted;
    m_navigator->replace(location);
}

void ChannelQuery::toggleComparison()
{
    if (!isComparable())
        return;
    if (isComparing()) {
        compareWith({});
        return;
    }
    // A time of one's own may not lie before what is shown now.
    Location location = m_navigator->current();
    location.comparison = m_lastComparison;
    const bool isBefore = comparisonOf(location, m_session->now()).has_value();
    compareWith(comparisonName(isBefore ? m_lastComparison : Comparison()));
}

void ChannelQuery::openBreadcrumb(int index)
{
    Location location = m_navigator->current();
    if (index < 0 || index >= location.path.size())
        return;
    if (index + 1 < location.path.size())
        location.selection.reset();
    location.path.resize(index + 1);
    location.zoom.reset();
    go(location);
}

void ChannelQuery::step(int steps)
{
    if (steps > 0 ? !canStepForward() : !canStepBack())
        return;
    go(*stepped(m_navigator->current(), steps, m_session->now()));
}
}
