// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "navigation/location.h"
#include "series/seriesview.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace Postwave
{
/** Every bucket of the view as a row of texts: newest first, or by one of the columns. */
class BucketTableModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(QString timeHeader READ timeHeader NOTIFY headerChanged FINAL)
    Q_PROPERTY(QStringList comparedHeaders READ comparedHeaders NOTIFY headerChanged FINAL)
    /** "time", "change", or a counter by its name in files. */
    Q_PROPERTY(QString sortColumn READ sortColumn NOTIFY orderChanged FINAL)
    Q_PROPERTY(bool sortDescending READ isSortDescending NOTIFY orderChanged FINAL)
    /** Another number whenever buckets may stand in other rows. */
    Q_PROPERTY(int order READ order NOTIFY orderChanged FINAL)

public:
    enum Role {
        BucketRole = Qt::UserRole + 1, ///< index in the chart: 0 is the oldest
        TimeRole, ///< "Fri 21 Nov 2025", "14:00–14:59", "14:05"
        ViewsRole, ///< numbers in full, "–" where unknown
        ReactionsRole,
        ForwardsRole,
        CommentsRole,
        PostsRole,
        StateRole, ///< empty for complete buckets
        ViralRole, ///< bool
        OpenableRole, ///< bool: there is a level below
        ComparedRole, ///< the views, and the change since, of what it is compared with: two texts, or none
        SentenceRole, ///< the whole row for a screen reader
    };
    Q_ENUM(Role)

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    /** "Day", "Hour", "Minute". */
    QString timeHeader() const;
    /** Of the columns that a comparison adds; none without. */
    QStringList comparedHeaders() const;

    /** @param firstBucket index in the chart of the view's first row */
    void setView(const SeriesView &view, int firstBucket = 0);
    QString sortColumn() const
    {
        return m_shownSort.column;
    }
    bool isSortDescending() const
    {
        return m_shownSort.descending;
    }
    /** What was chosen, which a view without a comparison may not have. */
    const Sort &chosenSort() const
    {
        return m_sort;
    }
    void setSort(const Sort &sort);
    int order() const
    {
        return m_orderNumber;
    }
    /**
     * Sorts by a column, the largest first; by the same once more the other way round. What is unknown stands last
     * either way, and among equals the newest first.
     */
    Q_INVOKABLE void sortBy(const QString &column);

    /** -1 for one that is not there. */
    Q_INVOKABLE int rowOfBucket(int bucket) const;
    Q_INVOKABLE int bucketOfRow(int row) const;

Q_SIGNALS:
    void headerChanged();
    void orderChanged();
    /** Somebody sorted by a column. */
    void sortChosen();
    /** The rows are those of another view. */
    void replaced();

private:
    /** Of the rows of the view; the chart may have more before them. */
    int bucketOf(int row) const;
    QList<int> sortedBuckets() const;
    Sort shownSort(const SeriesView &view) const;
    void reorder(const QList<int> &buckets);
    void setBuckets(const QList<int> &buckets);
    std::optional<double> sortKey(int bucket) const;
    QStringList comparedTexts(int bucket) const;
    void renew(const SeriesView &view);
    void replace(const SeriesView &view);

    SeriesView m_view;
    int m_firstBucket = 0; ///< in the chart
    Sort m_sort = Location().tableSort;
    Sort m_shownSort = m_sort;
    QList<int> m_buckets; ///< one for each row
    QList<int> m_rows; ///< one for each bucket
    int m_orderNumber = 0;
};
}
