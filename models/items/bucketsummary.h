// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/seriesview.h"

#include <QLocale>
#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>

namespace Postwave
{
/** One bucket in words: the tooltip, and what a screen reader says of it. */
class BucketSummary
{
    Q_GADGET
    QML_VALUE_TYPE(bucketSummary)
    Q_PROPERTY(bool valid MEMBER valid CONSTANT FINAL)
    Q_PROPERTY(QString span MEMBER span CONSTANT FINAL)
    Q_PROPERTY(QStringList metrics MEMBER metrics CONSTANT FINAL)
    Q_PROPERTY(QStringList names MEMBER names CONSTANT FINAL)
    Q_PROPERTY(QStringList values MEMBER values CONSTANT FINAL)
    Q_PROPERTY(QString comparedSpan MEMBER comparedSpan CONSTANT FINAL)
    Q_PROPERTY(QStringList comparedValues MEMBER comparedValues CONSTANT FINAL)
    Q_PROPERTY(QStringList changes MEMBER changes CONSTANT FINAL)
    Q_PROPERTY(QString state MEMBER state CONSTANT FINAL)
    Q_PROPERTY(QString viral MEMBER viral CONSTANT FINAL)
    Q_PROPERTY(double viralBaseline MEMBER viralBaseline CONSTANT FINAL)
    Q_PROPERTY(QString hint MEMBER hint CONSTANT FINAL)
    Q_PROPERTY(bool openable MEMBER openable CONSTANT FINAL)
    Q_PROPERTY(QString sentence READ sentence CONSTANT FINAL)

public:
    bool valid = false; ///< there is such a bucket
    QString span; ///< "21 Nov 2025, 14:00–14:59 UTC"
    QStringList metrics; ///< names as in files, for the colours
    QStringList names; ///< "Views to date"
    QStringList values; ///< numbers in full, "–" where unknown
    QString comparedSpan; ///< "Thu 13 Nov 2025"; empty without a comparison
    QStringList comparedValues; ///< of the bucket there
    QStringList changes; ///< "+1,204 (+12.3 %)", "new", "–", "not comparable yet"
    QString state; ///< empty for complete buckets
    QString viral; ///< why it is marked; empty where it is not
    double viralBaseline = 0; ///< the average views that it stands out from; 0 where it is not marked
    QString hint; ///< what a click does; empty where it does nothing
    bool openable = false;

    /** @param bucket 0 is the oldest; out of range gives an invalid summary */
    static BucketSummary of(const SeriesView &view, qsizetype bucket, const QList<Metric> &metrics,
                            const QLocale &locale);

    /** What became of a counter of a bucket since the one it is compared with; unknown without a comparison. */
    static Change changeIn(const SeriesView &view, qsizetype bucket, Metric metric);

    /** All but the hint, as one sentence. */
    QString sentence() const;
};
}
