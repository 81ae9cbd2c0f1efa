// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "exportcheck.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Postwave::Integration
{
namespace
{
/** The run has to end well; where rows are unknown it says so in one line. */
QByteArray wrongEnd(const Ran &ran, const Expected &expected)
{
    QByteArray line;
    if (expected.unknown() > 0) {
        line = "postwave: " + QByteArray::number(expected.unknown()) + " of " + QByteArray::number(expected.rows.size())
            + " rows not downloaded";
    }
    const bool good = ran.exitCode == 0 && !ran.crashed && ran.out.isEmpty()
        && (line.isEmpty() ? ran.err.isEmpty() : isOneLine(ran.err) && ran.err.startsWith(line));
    return good ? QByteArray() : "expected \"" + line + "\", but " + describe(ran);
}

QJsonObject rowOf(const ExpectedRow &row)
{
    QJsonObject object;
    object[u"timestamp"_s] = QString::fromLatin1(isoText(row.start));
    for (size_t i = 0; i < kCounterNames.size(); ++i) {
        const auto &counter = row.counters[i];
        object[QString::fromLatin1(kCounterNames[i])] = counter ? QJsonValue(*counter) : QJsonValue();
    }
    object[u"state"_s] = QString::fromLatin1(row.state);
    object[u"viral"_s] = row.viral;
    return object;
}

QByteArray linesOf(const QJsonArray &rows)
{
    QByteArray lines;
    for (const QJsonValue &row : rows)
        lines += QJsonDocument(row.toObject()).toJson(QJsonDocument::Compact) + '\n';
    return lines;
}
}

QByteArray difference(const QByteArray &actual, const QByteArray &expected)
{
    if (actual == expected)
        return {};
    const QList<QByteArray> is = actual.split('\n');
    const QList<QByteArray> should = expected.split('\n');
    QByteArray text = "\n" + QByteArray::number(is.size()) + " lines, expected " + QByteArray::number(should.size());
    int shown = 0;
    for (qsizetype i = 0; i < std::max(is.size(), should.size()) && shown < 6; ++i) {
        if (is.value(i) == should.value(i))
            continue;
        text += "\n  is     " + is.value(i).trimmed() + "\n  should " + should.value(i).trimmed();
        ++shown;
    }
    return text;
}

QByteArray wrongCsv(Scene &scene, qint64 channel, const View &view, const Expected &expected, const QStringList &extra)
{
    const QByteArray name = "CSV of " + view.text.toUtf8() + ' ' + extra.join(u' ').toUtf8() + ": ";
    const Ran ran = scene.exported(channel, view, u"checked.csv"_s, extra);
    if (const QByteArray wrong = wrongEnd(ran, expected); !wrong.isEmpty())
        return name + wrong;
    const QByteArray wrong = difference(scene.contentOf(u"checked.csv"_s), expected.csv());
    return wrong.isEmpty() ? QByteArray() : name + wrong;
}

QByteArray wrongJson(Scene &scene, qint64 channel, const View &view, const Expected &expected, const QStringList &extra)
{
    const QByteArray name = "JSON of " + view.text.toUtf8() + ' ' + extra.join(u' ').toUtf8() + ": ";
    const Ran ran = scene.exported(channel, view, u"checked.json"_s, extra);
    if (const QByteArray wrong = wrongEnd(ran, expected); !wrong.isEmpty())
        return name + wrong;
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(scene.contentOf(u"checked.json"_s), &error);
    if (!json.isObject())
        return name + error.errorString().toUtf8();
    QJsonArray rows;
    for (const ExpectedRow &row : expected.rows)
        rows.append(rowOf(row));
    if (json[u"rows"_s].toArray() != rows)
        return name + difference(linesOf(json[u"rows"_s].toArray()), linesOf(rows));
    const QJsonObject facts{
        {u"format"_s, 1},
        {u"source"_s, scene.source().at(1)},
        {u"window"_s,
         QJsonObject{{u"from"_s, QString::fromLatin1(isoText(expected.from))},
                     {u"until"_s, QString::fromLatin1(isoText(expected.until))}}},
        {u"zone"_s, u"UTC"_s},
        {u"observed_at"_s,
         expected.observedAt ? QJsonValue(QString::fromLatin1(isoText(*expected.observedAt))) : QJsonValue()},
        {u"totals"_s, expected.totals()},
    };
    for (const QString &key : facts.keys()) {
        if (json[key] != facts[key]) {
            return name + key.toUtf8()
                + difference(QJsonDocument(QJsonArray{json[key]}).toJson(QJsonDocument::Compact),
                             QJsonDocument(QJsonArray{facts[key]}).toJson(QJsonDocument::Compact));
        }
    }
    if (json[u"channel"_s][u"id"_s] != QString::number(channel) || json[u"view"_s].toString().isEmpty()
        || json[u"app"_s].toString().isEmpty() || json[u"definitions"_s].toObject().isEmpty())
        return name + "channel, view, app or definitions";
    return {};
}
}
