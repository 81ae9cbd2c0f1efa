// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/channel.h"
#include "series/channelfigures.h"

#include <QAbstractListModel>
#include <QHash>
#include <QtQml/qqmlregistration.h>

namespace Postwave
{
/** The channels of a source, in its order. */
class ChannelListModel : public QAbstractListModel
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    enum Role {
        IdRole = Qt::UserRole + 1, ///< decimal text: 64 bits do not fit into a QML number
        TitleRole, ///< the user name, else the id, where the source gives no title
        UsernameRole, ///< with @; empty for private channels
        SubscribersRole, ///< "18,240 subscribers"; empty where unknown
        InitialsRole, ///< "HP" for "Harbour & Pine": of the first two words, where there is no room for more
        // Of the last 30 days as they are stored; "–" where not all of them are.
        DaysRole, ///< list of numbers: the views of each day, NaN where unknown; empty when nothing is known
        TypicalRole, ///< "2.1k a post": mean views; empty where unknown
        ViewsRole, ///< "73,412"
        PostsRole,
        PerPostRole,
        RateRole, ///< "2.3 %": engagement by views
        AsOfRole, ///< "as of 12:04 UTC", "7 of 30 days known"; empty when nothing is known
    };
    Q_ENUM(Role)

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    int count() const
    {
        return int(m_channels.size());
    }

    const ChannelList &channels() const
    {
        return m_channels;
    }
    /** Replaces the list. Where only names and numbers changed, no row moves. */
    void setChannels(const ChannelList &channels);
    /** Times are told from today on, which goes by. */
    void renewTimes();
    /** What is told of a channel beside its name; forgotten when it leaves the list. */
    void setFigures(ChannelId channel, const ChannelFigures &figures);
    /** A figure of the channel in a row as a number: "posts", "views", "per_post" or "rate"; nothing where unknown. */
    std::optional<double> figure(int row, const QString &name) const;
    /** The channels of whose last 30 days not all are known. */
    QList<ChannelId> lackingIds() const;
    /** Id of the channel in a row; empty when there is no such row. */
    Q_INVOKABLE QString idAt(int row) const;
    /** Row of a channel; -1 when it is not in the list. */
    Q_INVOKABLE int rowOf(const QString &id) const;

Q_SIGNALS:
    void countChanged();

private:
    QVariant figureText(const ChannelFigures &figures, int role) const;

    ChannelList m_channels;
    QHash<ChannelId, int> m_rows; ///< where each of them stands
    QHash<ChannelId, ChannelFigures> m_figures;
};
}
