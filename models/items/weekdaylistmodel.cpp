// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/weekdaylistmodel.h"

#include "format/viewformat.h"
#include "series/channelfigures.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
qint64 settledPosts(const WeekdayFigures &figures)
{
    return figures.settled.counters[Metric::PostCount].value_or(0);
}

/** 0 for Monday. */
int weekdayOf(int row)
{
    return (int(QLocale().firstDayOfWeek()) - 1 + row) % 7;
}
}

int WeekdayListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() || !m_figures ? 0 : int(m_figures->size());
}

const WeekdayFigures &WeekdayListModel::figuresOf(int row) const
{
    return (*m_figures)[size_t(weekdayOf(row))];
}

QVariant WeekdayListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QLocale locale;
    const WeekdayFigures &figures = figuresOf(index.row());
    const Count perPost = viewsPerPost(figures.settled.counters);
    const qint64 posts = settledPosts(figures);
    const bool isFew = posts < kFewestPosts;
    switch (role) {
    case Qt::DisplayRole:
    case NameRole:
        return locale.standaloneDayName(weekdayOf(index.row()) + 1);
    case PostsRole:
        return ViewFormat::count(figures.all.counters[Metric::PostCount], locale);
    case PerPostRole:
        return ViewFormat::count(perPost, locale);
    case RateRole:
        return ViewFormat::percent(perPost ? engagementRate(figures.settled.counters) : std::nullopt, locale);
    case BasisRole: {
        const QString basis =
            tr("%1 post(s)", "what a mean is of", ViewFormat::plural(posts)).arg(locale.toString(posts));
        return isFew && perPost ? tr("%1 (too few)", "\"of 2 posts\"").arg(basis) : basis;
    }
    case ShareRole:
        return isFew || !perPost || m_best == 0 ? 0.0 : double(*perPost) / double(m_best);
    case FewRole:
        return isFew;
    case SentenceRole:
        return tr("%1: posts %2; views per post %3, ER %4, based on %5",
                  "a weekday, a number, a number, a percentage, of 12 posts")
            .arg(data(index, NameRole).toString(), data(index, PostsRole).toString(),
                 data(index, PerPostRole).toString(), data(index, RateRole).toString(),
                 data(index, BasisRole).toString());
    default:
        return {};
    }
}

QHash<int, QByteArray> WeekdayListModel::roleNames() const
{
    return {{NameRole, "name"_ba}, {PostsRole, "posts"_ba},      {PerPostRole, "perPost"_ba},
            {RateRole, "rate"_ba}, {BasisRole, "basis"_ba},      {ShareRole, "share"_ba},
            {FewRole, "few"_ba},   {SentenceRole, "sentence"_ba}};
}

QString WeekdayListModel::reason() const
{
    if (m_figures || !m_active)
        return {};
    if (m_view.step > ViewStep::Day)
        return tr("Comparing weekdays takes days. Set the granularity to Day.");
    return tr("Comparing weekdays takes several days. Go up to days, or choose a longer period.");
}

QString WeekdayListModel::note() const
{
    if (!m_figures)
        return {};
    const int days = int(kGrowingSeconds / secondsOf(StoredResolution::Day));
    if (std::ranges::any_of(*m_figures, [](const WeekdayFigures &figures) {
            return settledPosts(figures) > 0;
        }))
        return tr(
            "Views per post and ER include only posts that were at least %n day(s) old when last updated; younger ones "
            "are still gaining views",
            nullptr, days);
    return tr(
        "No post here was %n day(s) old when last updated, and younger ones are still gaining views. Choose a longer "
        "period.",
        nullptr, days);
}

void WeekdayListModel::setActive(bool active)
{
    if (m_active == active)
        return;
    m_active = active;
    update();
    Q_EMIT activeChanged();
}

void WeekdayListModel::setView(const SeriesView &view)
{
    m_view = view;
    if (m_active)
        update();
}

void WeekdayListModel::update()
{
    const std::optional<std::array<WeekdayFigures, 7>> figures = m_active ? weekdaysOf(m_view) : std::nullopt;
    // The usual change is new numbers: then nobody must lose the row that he is at.
    const bool isSameRows = figures.has_value() == m_figures.has_value();
    if (!isSameRows)
        beginResetModel();
    m_figures = figures;
    m_best = 0;
    if (m_figures) {
        for (const WeekdayFigures &figures : *m_figures) {
            if (settledPosts(figures) >= kFewestPosts)
                m_best = std::max(m_best, viewsPerPost(figures.settled.counters).value_or(0));
        }
    }
    if (!isSameRows)
        endResetModel();
    else if (m_figures)
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
    Q_EMIT told();
}
}
