// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "settings/settingsmodel.h"

#include <QAbstractListModel>

namespace Postwave
{
/** The sources that were ever connected, the demo last. Remembered in the settings. */
class SourceListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")

public:
    enum Role {
        KeyRole = Qt::UserRole + 1, ///< what openSource() takes
        NameRole, ///< host and path without the scheme, or "Demo"
        DetailRole, ///< e-mail of the sign-in, or what the demo is
        DemoRole, ///< bool
    };
    Q_ENUM(Role)

    explicit SourceListModel(SettingsModel *settings, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    std::optional<SourceInfo> find(const QString &key) const;
    /** Adds a server or changes what is known of it. */
    void remember(const SourceInfo &server);
    /** Takes a server off the list; what is stored of it stays. */
    void forget(const QString &key);

    static SourceInfo demo();
    /** "analytics.example.org/api". */
    static QString nameOf(const SourceInfo &source);

private:
    SettingsModel *m_settings;
    QList<SourceInfo> m_sources;
};
}
