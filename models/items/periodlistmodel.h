// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "series/namedrange.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace Postwave
{
/** What an overview can be of: the periods up to now, shortest first, and then spans of the calendar. */
class PeriodListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")

public:
    enum Role {
        PeriodRole = Qt::UserRole + 1, ///< "90d", "last week": what openPeriod() takes
        ButtonRole, ///< "90d"
        NameRole, ///< "90 days"
        CurrentRole, ///< bool: the overview of the view
        MainRole, ///< bool: has a button of its own; the others are in the menu
    };
    Q_ENUM(Role)

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    /** @param overview what is shown, which need not be one of these; @param now decides which days "today" and so on
     * are */
    void setCurrent(const ViewQuery &overview, qint64 now);

private:
    int m_current = -1; ///< its row
};
}
