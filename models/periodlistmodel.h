// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/period.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace Postwave
{
/** The periods that can be looked at, shortest first. */
class PeriodListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")

public:
    enum Role {
        PeriodRole = Qt::UserRole + 1, ///< name as on the command line: what openPeriod() takes
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

    /** Nothing where none of these is shown. */
    void setCurrent(std::optional<Period> period);

private:
    std::optional<Period> m_current = Period::Days30;
};
}
