// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "navigation/locationtext.h"

#include "core/knowntimes.h"
#include "core/timetext.h"
#include "core/zonebuckets.h"

#include <QRegularExpression>
#include <QStringList>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
const QString kScheme = u"postwave:"_s;
const QString kChannelPage = u"channel/"_s;
const QString kChannelsPage = u"channels"_s;
const QString kZoneWord = u"zone="_s;
const QString kLogWord = u"scale=log"_s;
/** In the place of a channel in texts of version 1: all of them side by side. */
constexpr ChannelId kAllChannels(-1);

/** Years are computed with. */
bool isWithinReason(qint64 from, qint64 until)
{
    return kKnownTimes.from <= from && from < until && until <= kKnownTimes.until;
}

/** A day by its date; an hour with its offset where the clocks may show it twice. */
QString dayText(qint64 day, const QTimeZone &zone)
{
    return isoTime(day, zone).left(10);
}

QString hourText(qint64 hour, const QTimeZone &zone)
{
    const QString text = isoTime(hour, zone);
    return isUtc(zone) ? text.left(13) : text;
}

QString queryText(const ViewQuery &query)
{
    const QTimeZone &zone = query.zone;
    const QString step = query.step ? u'~' + stepName(*query.step) : QString();
    if (const auto *period = std::get_if<Period>(&query.span))
        return periodName(*period) + step;
    if (const auto *day = std::get_if<DayView>(&query.span))
        return dayText(day->day, zone);
    if (const auto *range = std::get_if<RangeView>(&query.span))
        return QStringList{isoUtc(range->from), isoUtc(range->until), stepName(range->step)}.join(u'~') + step;
    return hourText(std::get<HourView>(query.span).hour, zone);
}

/** With the chosen granularity that follows, where there is one; nothing where it does not fit. */
std::optional<ViewQuery> withStep(ViewQuery query, const QStringList &rest)
{
    if (rest.isEmpty())
        return query;
    query.step = stepFromName(rest.constFirst());
    const bool fits = rest.size() == 1 && query.step && stepsOf(query).contains(*query.step);
    return fits ? std::optional(query) : std::nullopt;
}

std::optional<ViewQuery> rangeFromText(const QStringList &parts, const QTimeZone &zone)
{
    const std::optional<qint64> from = secondsFromIso(parts.value(0));
    const std::optional<qint64> until = secondsFromIso(parts.value(1));
    const std::optional<ViewStep> step = stepFromName(parts.value(2));
    if (!from || !until || !step || !isWithinReason(*from, *until)
        || (*until - *from) / usualSeconds(*step) > kMostWindowBuckets)
        return std::nullopt;
    // Only what lies on its own borders, however it was written.
    const bool whole = ZoneBuckets::around(*step, *from, zone).from == *from
        && ZoneBuckets::around(*step, *until - 1, zone).until == *until;
    return whole ? withStep({RangeView{*from, *until, *step}, zone}, parts.mid(3)) : std::nullopt;
}

std::optional<ViewQuery> queryFromText(const QString &text, const QTimeZone &zone)
{
    if (const std::optional<Period> period = periodFromName(text.section(u'~', 0, 0)))
        return withStep({*period, zone}, text.split(u'~').mid(1));
    if (text.contains(u'~'))
        return rangeFromText(text.split(u'~'), zone);
    if (!text.contains(u'T')) {
        const std::optional<QDate> date = dateFromIso(text);
        return date ? std::optional(ViewQuery(DayView{startOfDate(*date, zone)}, zone)) : std::nullopt;
    }
    const std::optional<qint64> time = secondsFromIso(QString(isUtc(zone) ? text + u":00:00Z"_s : text));
    if (!time || !isWithinReason(*time, *time + 1))
        return std::nullopt;
    return ViewQuery(HourView{ZoneBuckets::around(ViewStep::Hour, *time, zone).from}, zone);
}

/** Each step is finer than the one before and lies in it, where that has fixed ends. */
bool leadsDown(const ViewQuery &from, const ViewQuery &to)
{
    if (!(viewStep(to) < viewStep(from)) || isRolling(to))
        return false;
    if (isRolling(from))
        return true;
    const TimeWindow outer = viewWindow(from, 0);
    const TimeWindow inner = viewWindow(to, 0);
    return outer.from <= inner.from && inner.until <= outer.until;
}

/** The last step of the path is what is shown, the ones before it are how one came there. */
std::optional<QList<ViewQuery>> pathFromText(const QString &text, const QTimeZone &zone)
{
    QList<ViewQuery> path;
    for (const QString &part : text.split(u'/')) {
        const std::optional<ViewQuery> query = queryFromText(part, zone);
        if (!query)
            return std::nullopt;
        const bool isOverview = isRolling(*query) || std::holds_alternative<RangeView>(query->span);
        if (!(path.isEmpty() ? isOverview : leadsDown(path.constLast(), *query)))
            return std::nullopt;
        if (!path.isEmpty() && query->step && *query->step > ViewStep::Day)
            return std::nullopt; // would reach out of what it was opened from
        path.append(*query);
    }
    return path;
}

QString pathText(const QList<ViewQuery> &path)
{
    QStringList parts;
    for (const ViewQuery &query : path)
        parts.append(queryText(query));
    return parts.join(u'/');
}

std::optional<QList<Metric>> metricsFromText(const QString &text)
{
    QList<Metric> named;
    for (const QString &name : text.split(u',')) {
        const std::optional<Metric> metric = metricFromName(name);
        if (!metric)
            return std::nullopt;
        named.append(*metric);
    }
    QList<Metric> metrics;
    for (const Metric metric : kMetrics) {
        if (named.contains(metric))
            metrics.append(metric);
    }
    return metrics;
}

QString metricsText(const QList<Metric> &metrics)
{
    QStringList names;
    for (const Metric metric : metrics)
        names.append(metricName(metric));
    return names.join(u',');
}

std::optional<Comparison> comparisonFromText(const QString &text)
{
    const std::optional<Comparison> comparison = comparisonFromName(QString(text).replace(u',', u' '));
    const auto *chosen = comparison ? std::get_if<BaselineStart>(&comparison->baseline) : nullptr;
    return chosen && !isWithinReason(chosen->start, chosen->start + 1) ? std::nullopt : comparison;
}

QString comparisonText(const Comparison &comparison)
{
    return comparisonName(comparison).replace(u' ', u',');
}

std::optional<TimeWindow> windowFromText(const QString &text)
{
    const QStringList ends = text.split(u'~');
    const std::optional<qint64> from = secondsFromIso(ends.value(0));
    const std::optional<qint64> until = secondsFromIso(ends.value(1));
    if (ends.size() != 2 || !from || !until || !isWithinReason(*from, *until))
        return std::nullopt;
    return TimeWindow{*from, *until};
}

std::optional<Sort> sortFromText(const QString &text)
{
    static const QRegularExpression form(u"^([a-z_]{0,32}),(ascending|descending)$"_s);
    const QRegularExpressionMatch match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    return Sort{match.captured(1), match.captured(2) == u"descending"_s};
}

QString sortText(const Sort &sort)
{
    return sort.column + (sort.descending ? u",descending"_s : u",ascending"_s);
}

/** `1001234567890 90d/2025-11-21 views,likes previous,weekday zone=Asia/Tashkent scale=log`, as version 0.1.0 wrote it.
 */
std::optional<Location> locationFromWords(const QString &text)
{
    QStringList words = text.split(u' ');
    Location location;
    location.logarithmic = words.constLast() == kLogWord;
    if (location.logarithmic)
        words.removeLast();
    if (words.isEmpty())
        return std::nullopt;
    QTimeZone zone = QTimeZone::utc();
    if (words.constLast().startsWith(kZoneWord)) {
        const std::optional<QTimeZone> named = zoneFromName(words.takeLast().mid(kZoneWord.size()));
        if (!named)
            return std::nullopt;
        zone = *named;
    }
    if (words.size() != 3 && words.size() != 4)
        return std::nullopt;
    if (words.size() == 4) {
        location.comparison = comparisonFromText(words[3]);
        if (!location.comparison)
            return std::nullopt;
    }
    bool isNumber = false;
    location.channel = ChannelId(words[0].toLongLong(&isNumber));
    if (location.channel == kAllChannels) {
        location.channel = {};
        location.page = Location::Page::Channels;
    }
    const std::optional<QList<ViewQuery>> path = pathFromText(words[1], zone);
    const std::optional<QList<Metric>> metrics = metricsFromText(words[2]);
    if (!isNumber || !path || !metrics)
        return std::nullopt;
    location.path = *path;
    location.metrics = *metrics;
    return location;
}

/** Takes a value of a link over; false where it means nothing. */
template<typename T, typename Read>
bool take(const QUrlQuery &items, const QString &name, T &target, Read read)
{
    if (!items.hasQueryItem(name))
        return true;
    auto value = read(items.queryItemValue(name, QUrl::FullyDecoded));
    if (!value)
        return false;
    target = *value;
    return true;
}

bool readPage(const QString &text, Location &location)
{
    if (text == kChannelsPage) {
        location.page = Location::Page::Channels;
        return true;
    }
    bool isNumber = false;
    if (text.startsWith(kChannelPage))
        location.channel = ChannelId(text.mid(kChannelPage.size()).toLongLong(&isNumber));
    return isNumber;
}
}

QString locationText(const Location &location)
{
    const bool isChannel = location.page == Location::Page::Channel;
    QStringList items;
    const auto add = [&items](const QString &name, const QString &value) {
        items.append(name + u'=' + QString::fromLatin1(QUrl::toPercentEncoding(value, "/:,~")));
    };
    if (!location.source.isEmpty())
        add(u"source"_s, location.source);
    add(u"view"_s, pathText(location.path));
    add(u"metrics"_s, metricsText(location.metrics));
    if (location.comparison)
        add(u"compare"_s, comparisonText(*location.comparison));
    if (!isUtc(location.zone()))
        add(u"zone"_s, zoneName(location.zone()));
    if (location.logarithmic)
        add(u"scale"_s, u"log"_s);
    if (location.zoom)
        add(u"zoom"_s, isoUtc(location.zoom->from) + u'~' + isoUtc(location.zoom->until));
    if (location.selection)
        add(u"selected"_s, isoUtc(*location.selection));
    if (location.tableSort != Location().tableSort)
        add(u"sort"_s, sortText(location.tableSort));
    if (location.channelsSort != Location().channelsSort)
        add(u"channels_sort"_s, sortText(location.channelsSort));
    return kScheme + (isChannel ? kChannelPage + location.channel.text() : kChannelsPage) + u'?' + items.join(u'&');
}

std::optional<Location> locationFromText(const QString &text)
{
    if (!text.startsWith(kScheme))
        return locationFromWords(text);
    const QString page = text.mid(kScheme.size()).section(u'?', 0, 0);
    const QUrlQuery items(text.section(u'?', 1));
    Location location;
    QTimeZone zone = QTimeZone::utc();
    const bool isRead = readPage(page, location)
        && take(items, u"source"_s, location.source,
                [](const QString &key) {
                    return std::optional(key);
                })
        && take(items, u"zone"_s, zone, zoneFromName)
        && take(items, u"view"_s, location.path,
                [&zone](const QString &path) {
                    return pathFromText(path, zone);
                })
        && take(items, u"metrics"_s, location.metrics, metricsFromText)
        && take(items, u"compare"_s, location.comparison, comparisonFromText)
        && take(items, u"scale"_s, location.logarithmic,
                [](const QString &scale) {
                    return scale == u"log"_s ? std::optional(true) : std::nullopt;
                })
        && take(items, u"zoom"_s, location.zoom, windowFromText)
        && take(items, u"selected"_s, location.selection, secondsFromIso)
        && take(items, u"sort"_s, location.tableSort, sortFromText)
        && take(items, u"channels_sort"_s, location.channelsSort, sortFromText);
    return isRead && items.hasQueryItem(u"view"_s) ? std::optional(location) : std::nullopt;
}
}
