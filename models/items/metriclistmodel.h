// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/metric.h"

#include <QAbstractListModel>
#include <QtQml/qqmlregistration.h>

namespace Postwave
{
/** The metrics that a chart can show, and which it does. */
class MetricListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")

public:
    enum Role {
        MetricRole = Qt::UserRole + 1, ///< name as in files: what toggleMetric() takes, and its colour in the theme
        NameRole, ///< "Views"
        ShownRole, ///< bool
        LastRole, ///< bool: the only one shown, which stays
    };
    Q_ENUM(Role)

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    void setShown(const QList<Metric> &metrics);

    /** The metric so many places after one that is offered; after the last comes the first. */
    static Metric beside(Metric metric, int steps);

private:
    QList<Metric> m_shown{Metric::Views};
};
}
