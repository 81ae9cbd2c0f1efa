// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/channellistmodel.h"

#include <QTextBoundaryFinder>

#include <limits>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
QString initialsOf(const QString &title)
{
    constexpr int most = 2;
    QStringList initials;
    for (const QString &word : title.split(u' ', Qt::SkipEmptyParts)) {
        // Whole signs: a letter with its accents, or both halves of a rare one.
        QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, word);
        const QString first = word.left(finder.toNextBoundary());
        if (!first.isEmpty() && (first.front().isLetterOrNumber() || first.front().isSurrogate()))
            initials.append(first.toUpper());
    }
    return initials.isEmpty() ? title.left(1) : initials.mid(0, most).join(QString());
}
}

int ChannelListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_channels.size());
}

QString ChannelListModel::titleOf(const Channel &channel)
{
    // Line ends in a title would break every row that shows it.
    const QString title = channel.title.simplified();
    if (!title.isEmpty())
        return title;
    return channel.username.isEmpty() ? QString::number(channel.id) : channel.username;
}

QVariant ChannelListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Channel &channel = m_channels[index.row()];
    switch (role) {
    case IdRole:
        return QString::number(channel.id);
    case Qt::DisplayRole:
    case TitleRole:
        return titleOf(channel);
    case UsernameRole:
        return channel.username.isEmpty() ? QString() : u"@"_s + channel.username;
    case SubscribersRole:
        return channel.subscribers ? tr("%Ln subscriber(s)", nullptr,
                                        int(std::min<qint64>(*channel.subscribers, std::numeric_limits<int>::max())))
                                   : QString();
    case InitialsRole:
        return initialsOf(titleOf(channel));
    default:
        return {};
    }
}

QHash<int, QByteArray> ChannelListModel::roleNames() const
{
    return {{IdRole, "channelId"_ba},
            {TitleRole, "title"_ba},
            {UsernameRole, "username"_ba},
            {SubscribersRole, "subscribers"_ba},
            {InitialsRole, "initials"_ba}};
}

void ChannelListModel::setChannels(const ChannelList &channels)
{
    if (channels == m_channels)
        return;
    const bool sameRows = std::equal(channels.begin(), channels.end(), m_channels.begin(), m_channels.end(),
                                     [](const Channel &a, const Channel &b) {
                                         return a.id == b.id;
                                     });
    // The usual change is a new number of subscribers: then the selection must not be lost.
    if (sameRows) {
        m_channels = channels;
        Q_EMIT dataChanged(index(0), index(count() - 1));
        return;
    }
    beginResetModel();
    m_channels = channels;
    endResetModel();
    Q_EMIT countChanged();
}

QString ChannelListModel::idAt(int row) const
{
    return row < 0 || row >= count() ? QString() : QString::number(m_channels[row].id);
}

int ChannelListModel::rowOf(const QString &id) const
{
    for (qsizetype row = 0; row < m_channels.size(); ++row) {
        if (QString::number(m_channels[row].id) == id)
            return int(row);
    }
    return -1;
}
}
