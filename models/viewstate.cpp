// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/viewstate.h"

#include "core/timetext.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
QString questionText(const ViewQuestion &question)
{
    if (const auto *period = std::get_if<Period>(&question))
        return periodName(*period);
    if (const auto *day = std::get_if<DayView>(&question))
        return isoDate(day->day);
    return isoUtc(std::get<HourView>(question).hour).left(13);
}

std::optional<ViewQuestion> questionFromText(const QString &text)
{
    if (const std::optional<Period> period = periodFromName(text))
        return *period;
    const bool hour = text.contains(u'T');
    const std::optional<qint64> time = secondsFromIso(QString(hour ? text + u":00:00Z"_s : text));
    if (!time)
        return std::nullopt;
    return hour ? ViewQuestion(HourView{*time}) : ViewQuestion(DayView{*time});
}

/** Each step is finer than the one before and lies in it. */
bool leadsDown(const ViewQuestion &from, const ViewQuestion &to)
{
    if (!(viewLevel(to) < viewLevel(from)) || std::holds_alternative<Period>(to))
        return false;
    const auto *day = std::get_if<DayView>(&from);
    const auto *hour = std::get_if<HourView>(&to);
    return !day || !hour || bucketStart(Level::Day, hour->hour) == day->day;
}
}

std::optional<ViewState> drilledInto(const ViewState &view, qint64 start)
{
    ViewState below = view;
    switch (viewLevel(view.question())) {
    case Level::Day:
        below.path.append(DayView{start});
        return below;
    case Level::Hour:
        below.path.append(HourView{start});
        return below;
    case Level::Minute:
        break;
    }
    return std::nullopt;
}

std::optional<ViewState> levelUp(const ViewState &view)
{
    if (view.path.size() < 2)
        return std::nullopt;
    ViewState above = view;
    above.path.removeLast();
    return above;
}

std::optional<ViewState> stepped(const ViewState &view, int steps)
{
    ViewState beside = view;
    if (auto *day = std::get_if<DayView>(&beside.path.last())) {
        day->day += steps * secondsOf(Level::Day);
        return beside;
    }
    auto *hour = std::get_if<HourView>(&beside.path.last());
    if (!hour)
        return std::nullopt;
    hour->hour += steps * secondsOf(Level::Hour);
    // Past midnight the day above is another one, too.
    for (ViewQuestion &question : beside.path) {
        if (auto *day = std::get_if<DayView>(&question))
            day->day = bucketStart(Level::Day, hour->hour);
    }
    return beside;
}

ViewState withMetricToggled(const ViewState &view, Metric metric)
{
    ViewState toggled = view;
    toggled.metrics.clear();
    for (const Metric each : kMetrics) {
        if (view.metrics.contains(each) != (each == metric))
            toggled.metrics.append(each);
    }
    return toggled.metrics.isEmpty() ? view : toggled;
}

std::optional<Comparison> comparisonOf(const ViewState &view)
{
    if (!view.comparison)
        return std::nullopt;
    const ViewQuestion &overview = view.path.constFirst();
    if (view.path.size() == 1)
        return overview == ViewQuestion(Period::All) ? std::nullopt : view.comparison;
    const std::optional<Counterpart> aligned = Counterpart::of(overview, viewWindow(overview, 0), *view.comparison);
    if (!aligned)
        return view.comparison;
    return Comparison{.baseline = BaselineStart{aligned->of(viewWindow(view.question(), 0).from)}};
}

QString viewStateText(const ViewState &view)
{
    QStringList path;
    for (const ViewQuestion &question : view.path)
        path.append(questionText(question));
    QStringList metrics;
    for (const Metric metric : view.metrics)
        metrics.append(metricName(metric));
    QStringList words{QString::number(view.channel), path.join(u'/'), metrics.join(u',')};
    if (view.comparison)
        words.append(comparisonName(*view.comparison).replace(u' ', u','));
    return words.join(u' ');
}

std::optional<ViewState> viewStateFromText(const QString &text)
{
    const QStringList parts = text.split(u' ');
    if (parts.size() != 3 && parts.size() != 4)
        return std::nullopt;
    ViewState view;
    if (parts.size() == 4) {
        view.comparison = comparisonFromName(QString(parts[3]).replace(u',', u' '));
        if (!view.comparison)
            return std::nullopt;
    }
    bool isNumber = false;
    view.channel = parts[0].toLongLong(&isNumber);
    view.path.clear();
    for (const QString &part : parts[1].split(u'/')) {
        const std::optional<ViewQuestion> question = questionFromText(part);
        if (!question)
            return std::nullopt;
        const bool fits = view.path.isEmpty() ? std::holds_alternative<Period>(*question)
                                              : leadsDown(view.path.constLast(), *question);
        if (!fits)
            return std::nullopt;
        view.path.append(*question);
    }
    QList<Metric> named;
    for (const QString &name : parts[2].split(u',')) {
        const std::optional<Metric> metric = metricFromName(name);
        if (!metric)
            return std::nullopt;
        named.append(*metric);
    }
    view.metrics.clear();
    for (const Metric metric : kMetrics) {
        if (named.contains(metric))
            view.metrics.append(metric);
    }
    return isNumber ? std::optional(view) : std::nullopt;
}
}
