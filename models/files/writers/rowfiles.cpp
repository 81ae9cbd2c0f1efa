// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "files/writers/rowfiles.h"

#include "core/timetext.h"
#include "core/zonebuckets.h"

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
constexpr int kJsonFormat = 1;
constexpr QStringView kComparePrefix = u"compare_";

/** The wanted metrics in the order of the file formats. */
QList<Metric> inFileOrder(const QList<Metric> &metrics)
{
    QList<Metric> ordered;
    for (const Metric metric : kMetrics) {
        if (metrics.contains(metric))
            ordered.append(metric);
    }
    return ordered;
}

QString csvCell(const QString &text, char16_t separator)
{
    const bool plain =
        !text.contains(QChar(separator)) && !text.contains(u'"') && !text.contains(u'\n') && !text.contains(u'\r');
    if (plain)
        return text;
    QString quoted = text;
    return u'"' + quoted.replace(u'"', u"\"\""_s) + u'"';
}

QStringList csvHeader(const QString &prefix, const QList<Metric> &metrics)
{
    QStringList header{prefix + u"timestamp"_s};
    for (const Metric metric : metrics)
        header.append(prefix + metricName(metric));
    return header + QStringList{prefix + u"state"_s};
}

QStringList csvCells(const Row &row, const QTimeZone &zone, const QList<Metric> &metrics)
{
    QStringList cells{isoTime(row.start, zone)};
    for (const Metric metric : metrics) {
        const Count count = row.counters[metric];
        cells.append(count ? QString::number(*count) : QString());
    }
    return cells + QStringList{stateName(row.state)};
}

QByteArray jsonCount(Count count)
{
    return count ? QByteArray::number(*count) : "null"_ba;
}

QByteArray jsonTime(qint64 seconds, const QTimeZone &zone)
{
    return seconds == 0 ? "null"_ba : '"' + isoTime(seconds, zone).toLatin1() + '"';
}

QString definitionOf(Metric metric, bool commentsMixed)
{
    switch (metric) {
    case Metric::Views:
        return u"views so far of the posts published in the bucket"_s;
    case Metric::Likes:
        return u"reactions so far to the posts published in the bucket"_s;
    case Metric::Shares:
        return u"forwards so far of the posts published in the bucket"_s;
    case Metric::Comments:
        return commentsMixed ? u"unknown: the source changed what it counts as comments within this window"_s
                             : u"comments so far on the posts published in the bucket"_s;
    case Metric::Replies:
        return u"replies so far to the posts published in the bucket, where the source tells them from comments"_s;
    case Metric::PostCount:
        return u"posts published in the bucket, album parts and service messages included"_s;
    }
    return {};
}

QByteArray definitionsJson(const QList<Metric> &metrics, bool commentsMixed)
{
    QByteArray json = "{";
    for (const Metric metric : metrics)
        json += jsonString(metricName(metric)) + ':' + jsonString(definitionOf(metric, commentsMixed)) + ',';
    json += "\"state\":"
        + jsonString(u"complete: seen to its end; partial: seen in part; unknown: never seen; future: not begun"_s)
        + ",\"viral\":"
        + jsonString(u"more than three times the mean views of the buckets with posts in the whole view"_s) + '}';
    return json;
}

/** Time, counters and state of a row; the keys of a counterpart begin with @p prefix. */
QByteArray cellsJson(const QString &prefix, const Row &row, const QTimeZone &zone, const QList<Metric> &metrics)
{
    QByteArray json = jsonString(prefix + u"timestamp"_s) + ':' + jsonTime(row.start, zone);
    for (const Metric metric : metrics)
        json += ',' + jsonString(prefix + metricName(metric)) + ':' + jsonCount(row.counters[metric]);
    return json + ',' + jsonString(prefix + u"state"_s) + ':' + jsonString(stateName(row.state));
}

/** The same of a counterpart that does not exist. */
QByteArray noCellsJson(const QString &prefix, const QList<Metric> &metrics)
{
    QByteArray json = jsonString(prefix + u"timestamp"_s) + ":null";
    for (const Metric metric : metrics)
        json += ',' + jsonString(prefix + metricName(metric)) + ":null";
    return json + ',' + jsonString(prefix + u"state"_s) + ":null";
}

QByteArray rowJson(const SeriesView &view, qsizetype index, const QList<Metric> &metrics)
{
    const Row &row = view.rows[index];
    const QTimeZone &zone = view.question.zone;
    QByteArray json = '{' + cellsJson({}, row, zone, metrics) + ",\"viral\":" + (row.viral ? "true" : "false");
    if (view.compared) {
        const QString prefix = kComparePrefix.toString();
        json += ','
            + (view.compared->exists(index) ? cellsJson(prefix, view.compared->rows[index], zone, metrics)
                                            : noCellsJson(prefix, metrics));
    }
    return json + '}';
}

/** What the rows are compared with; nothing where they are not. */
QByteArray compareJson(const SeriesView &view)
{
    if (!view.compared)
        return {};
    const ComparisonRows &compared = *view.compared;
    const QTimeZone &zone = view.question.zone;
    // Calendar months have no alignment.
    const bool isAligned = compared.alignment || std::holds_alternative<BaselineStart>(compared.comparison.baseline);
    const QString name = comparisonName(compared.comparison, zone);
    return ",\n\"compare\":{\"with\":" + jsonString(isAligned ? name : name.section(u' ', 0, 0))
        + ",\"from\":" + jsonTime(compared.window.from, zone) + ",\"until\":" + jsonTime(compared.window.until, zone)
        + ",\"observed_at\":" + jsonTime(compared.asOf, zone) + '}';
}

QByteArray totalsJson(const Totals &totals, const QList<Metric> &metrics)
{
    QByteArray json = "{";
    for (const Metric metric : metrics)
        json += jsonString(metricName(metric)) + ':' + jsonCount(totals.counters[metric]) + ',';
    return json + "\"complete\":" + QByteArray::number(totals.complete) + ",\"of\":" + QByteArray::number(totals.of)
        + '}';
}

/** With the granularity, where that followed from the view's length. */
QString nameOf(const SeriesView &view)
{
    ViewQuery question = view.question;
    if (view.step != viewStep(question))
        question.step = view.step;
    return viewName(question);
}

QByteArray channelJson(const Channel &channel)
{
    const QByteArray username = channel.username.isEmpty() ? "null"_ba : jsonString(channel.username);
    return "{\"id\":\"" + QByteArray::number(channel.id.value()) + "\",\"title\":" + jsonString(channel.title)
        + ",\"username\":" + username + ",\"subscribers\":" + jsonCount(channel.subscribers) + '}';
}
}

QString stateName(BucketState state)
{
    switch (state) {
    case BucketState::Unknown:
        return u"unknown"_s;
    case BucketState::Partial:
        return u"partial"_s;
    case BucketState::Complete:
        return u"complete"_s;
    case BucketState::Future:
        return u"future"_s;
    }
    return {};
}

QByteArray csvOf(const SeriesView &view, const QList<Metric> &metrics, CsvFormat format)
{
    const QList<Metric> columns = inFileOrder(metrics);
    QString text;
    if (format.byteOrderMark)
        text += QChar(QChar::ByteOrderMark);
    const auto line = [&](const QStringList &cells) {
        QStringList written;
        for (const QString &cell : cells)
            written.append(csvCell(cell, format.separator));
        text += written.join(QChar(format.separator)) + u"\r\n"_s;
    };

    QStringList header = csvHeader({}, columns) + QStringList{u"viral"_s};
    if (view.compared)
        header += csvHeader(kComparePrefix.toString(), columns);
    line(header);
    for (qsizetype i = 0; i < view.rows.size(); ++i) {
        const Row &row = view.rows[i];
        QStringList cells =
            csvCells(row, view.question.zone, columns) + QStringList{row.viral ? u"true"_s : u"false"_s};
        if (view.compared)
            cells += view.compared->exists(i) ? csvCells(view.compared->rows[i], view.question.zone, columns)
                                              : QStringList(csvHeader({}, columns).size());
        line(cells);
    }
    return text.toUtf8();
}

QByteArray jsonOf(const SeriesView &view, const QList<Metric> &metrics, const JsonFacts &facts)
{
    const QList<Metric> columns = inFileOrder(metrics);
    const QTimeZone &zone = view.question.zone;
    QByteArray json = "{\"format\":" + QByteArray::number(kJsonFormat)
        + ",\n\"app\":" + jsonString(u"Postwave "_s + QStringLiteral(POSTWAVE_VERSION))
        + ",\n\"source\":" + jsonString(facts.source) + ",\n\"channel\":" + channelJson(facts.channel)
        + ",\n\"view\":" + jsonString(nameOf(view)) + ",\n\"window\":{\"from\":" + jsonTime(view.window.from, zone)
        + ",\"until\":" + jsonTime(view.window.until, zone) + "},\n\"zone\":" + jsonString(zoneName(zone))
        + ",\n\"observed_at\":" + jsonTime(view.asOf, zone) + compareJson(view)
        + ",\n\"definitions\":" + definitionsJson(columns, view.commentsMixed) + ",\n\"rows\":[";
    for (qsizetype i = 0; i < view.rows.size(); ++i)
        json += (i == 0 ? "\n" : ",\n") + rowJson(view, i, columns);
    return json + "\n],\n\"totals\":" + totalsJson(totalsOf(view.rows), columns) + "}\n";
}

QByteArray channelsJson(const ChannelList &channels)
{
    QByteArray json = "{\"format\":" + QByteArray::number(kJsonFormat) + ",\"channels\":[";
    for (qsizetype i = 0; i < channels.size(); ++i)
        json += (i == 0 ? "\n" : ",\n") + channelJson(channels[i]);
    return json + "]}\n";
}

QByteArray jsonString(const QString &text)
{
    QString escaped = u"\""_s;
    for (const QChar c : text) {
        switch (c.unicode()) {
        case u'"':
            escaped += u"\\\""_s;
            break;
        case u'\\':
            escaped += u"\\\\"_s;
            break;
        case u'\n':
            escaped += u"\\n"_s;
            break;
        case u'\r':
            escaped += u"\\r"_s;
            break;
        case u'\t':
            escaped += u"\\t"_s;
            break;
        default:
            if (c.unicode() < 0x20)
                escaped += u"\\u%1"_s.arg(uint(c.unicode()), 4, 16, QChar(u'0'));
            else
                escaped += c;
        }
    }
    return (escaped + u'"').toUtf8();
}
}
