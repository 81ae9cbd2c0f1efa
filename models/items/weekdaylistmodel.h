// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/weekdays.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace Postwave
{
/** What the days of the view say of each weekday, in the order of the locale's week. Empty while nobody looks. */
class WeekdayListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    /** Whether somebody looks. */
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY activeChanged FINAL)
    /** Why there are no rows; empty where there are. */
    Q_PROPERTY(QString reason READ reason NOTIFY told FINAL)
    /** What the rows rest on. */
    Q_PROPERTY(QString note READ note NOTIFY told FINAL)

public:
    enum Role {
        NameRole = Qt::UserRole + 1, ///< "Monday"
        PostsRole, ///< of all its days that are known; "–" where none is
        PerPostRole, ///< mean views of a post that is old enough; "–" without any
        RateRole, ///< their engagement by views
        BasisRole, ///< "of 12 posts"
        ShareRole, ///< 0 to 1: views per post beside those of the best weekday that has enough posts
        FewRole, ///< bool: too few posts to say anything
        SentenceRole, ///< the whole row for a screen reader
    };
    Q_ENUM(Role)

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    bool isActive() const
    {
        return m_active;
    }
    void setActive(bool active);
    QString reason() const;
    QString note() const;

    void setView(const SeriesView &view);

Q_SIGNALS:
    void activeChanged();
    void told();

private:
    void update();
    const WeekdayFigures &figuresOf(int row) const;

    SeriesView m_view;
    bool m_active = false;
    std::optional<std::array<WeekdayFigures, 7>> m_figures;
    qint64 m_best = 0; ///< the most views per post of a weekday with enough posts
};
}
