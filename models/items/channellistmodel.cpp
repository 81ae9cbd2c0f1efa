// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/channellistmodel.h"

#include "core/channeltitle.h"
#include "format/format.h"
#include "format/viewformat.h"

#include <QDateTime>
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

/** Sums of a few days are no figures of the month. */
Counters wholeTotals(const ChannelFigures &figures)
{
    return figures.isWhole() ? figures.totals.counters : Counters();
}
}

int ChannelListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_channels.size());
}

QVariant ChannelListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Channel &channel = m_channels[index.row()];
    switch (role) {
    case IdRole:
        return channel.id.text();
    case Qt::DisplayRole:
    case TitleRole:
        return channelTitle(channel);
    case UsernameRole:
        return channel.username.isEmpty() ? QString() : u"@"_s + channel.username;
    case SubscribersRole:
        return channel.subscribers ? tr("%1 subscriber(s)", "a number", ViewFormat::plural(*channel.subscribers))
                                         .arg(QLocale().toString(*channel.subscribers))
                                   : QString();
    case InitialsRole:
        return initialsOf(channelTitle(channel));
    default:
        return figureText(m_figures.value(channel.id), role);
    }
}

QVariant ChannelListModel::figureText(const ChannelFigures &figures, int role) const
{
    const QLocale locale;
    const Counters totals = wholeTotals(figures);
    const Count perPost = viewsPerPost(totals);
    const auto text = [&locale](Count count) {
        return ViewFormat::count(count, locale);
    };
    switch (role) {
    case DaysRole: {
        QList<qreal> days;
        for (const Count &views : figures.views)
            days.append(views ? qreal(*views) : std::numeric_limits<qreal>::quiet_NaN());
        return QVariant::fromValue(figures.isKnown() ? days : QList<qreal>());
    }
    case TypicalRole:
        return perPost ? tr("%1 per post", "mean views").arg(Format::shortNumber(*perPost, locale)) : QString();
    case ViewsRole:
        return text(totals[Metric::Views]);
    case PostsRole:
        return text(totals[Metric::PostCount]);
    case PerPostRole:
        return text(perPost);
    case RateRole:
        return ViewFormat::percent(engagementRate(totals), locale);
    case AsOfRole:
        if (figures.isKnown() && !figures.isWhole())
            return tr("%1 of %2 days downloaded", "two numbers").arg(figures.totals.known).arg(figures.totals.of);
        return ViewFormat::asOf(figures.asOf, QDateTime::currentSecsSinceEpoch(), QTimeZone::utc(), locale);
    default:
        return {};
    }
}

std::optional<double> ChannelListModel::figure(int row, const QString &name) const
{
    const Counters totals = wholeTotals(m_figures.value(m_channels[row].id));
    if (name == "rate"_L1)
        return engagementRate(totals);
    const Count count =
        name == "per_post"_L1 ? viewsPerPost(totals) : totals[name == "posts"_L1 ? Metric::PostCount : Metric::Views];
    return count ? std::optional<double>(*count) : std::nullopt;
}

void ChannelListModel::setFigures(ChannelId channel, const ChannelFigures &figures)
{
    const int row = m_rows.value(channel, -1);
    if (row < 0 || m_figures.value(channel) == figures)
        return;
    m_figures.insert(channel, figures);
    Q_EMIT dataChanged(index(row), index(row));
}

void ChannelListModel::renewTimes()
{
    if (!m_channels.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_channels.size()) - 1), {AsOfRole});
}

QList<ChannelId> ChannelListModel::lackingIds() const
{
    QList<ChannelId> lacking;
    for (const Channel &channel : m_channels) {
        if (!m_figures.value(channel.id).isWhole())
            lacking.append(channel.id);
    }
    return lacking;
}

QHash<int, QByteArray> ChannelListModel::roleNames() const
{
    return {{IdRole, "channelId"_ba},      {TitleRole, "title"_ba},
            {UsernameRole, "username"_ba}, {SubscribersRole, "subscribers"_ba},
            {InitialsRole, "initials"_ba}, {DaysRole, "days"_ba},
            {TypicalRole, "typical"_ba},   {ViewsRole, "views"_ba},
            {PostsRole, "posts"_ba},       {PerPostRole, "perPost"_ba},
            {RateRole, "rate"_ba},         {AsOfRole, "asOf"_ba}};
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
    m_rows.clear();
    for (int row = 0; row < count(); ++row)
        m_rows.insert(m_channels[row].id, row);
    m_figures.removeIf([this](const auto &each) {
        return !m_rows.contains(each.key());
    });
    endResetModel();
    Q_EMIT countChanged();
}

QString ChannelListModel::idAt(int row) const
{
    return row < 0 || row >= count() ? QString() : m_channels[row].id.text();
}

int ChannelListModel::rowOf(const QString &id) const
{
    return m_rows.value(ChannelId(id.toLongLong()), -1);
}
}
