// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/seriesview.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace Postwave
{
/** The figures of the whole view: posts, views so far, views per post, ER, the peak. */
class SummaryModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(QString sentence READ sentence NOTIFY changed FINAL)

public:
    enum Role {
        NameRole = Qt::UserRole + 1, ///< "Views to date"
        ValueRole, ///< "73.4k", "–" where unknown
        ExactRole, ///< the number in full where the value is shortened; else as the value
        DetailRole, ///< such as the time of the peak; may be empty
        ChangeRole, ///< "+12.3 %", "not comparable yet"; empty without a comparison
        DirectionRole, ///< 1 up, -1 down, 0 neither
        DefinitionRole, ///< what the figure is, in a sentence
    };
    Q_ENUM(Role)

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    /** "2 days were never fetched, and the sums are without them.", when something lacks; else empty. */
    QString sentence() const
    {
        return m_sentence;
    }

    void setView(const SeriesView &view);

Q_SIGNALS:
    void changed();

private:
    struct Figure {
        QString name;
        QString value;
        QString exact;
        QString detail;
        QString definition;
        QString change = {};
        int direction = 0;
    };

    static QList<Figure> figuresOf(const SeriesView &view);
    static void compare(QList<Figure> &figures, const SeriesView &view);

    QList<Figure> m_figures = figuresOf({});
    QString m_sentence;
};
}
