// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/zonelistmodel.h"

#include "core/zonebuckets.h"
#include "format/format.h"
#include "format/viewformat.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
/** Names of places alone: not the zones of clocks without one, nor the old groups of a single country. */
bool isPlace(const QString &name)
{
    static constexpr std::array kContinents = {"Africa"_L1, "America"_L1,  "Antarctica"_L1, "Arctic"_L1,
                                               "Asia"_L1,   "Atlantic"_L1, "Australia"_L1,  "Europe"_L1,
                                               "Indian"_L1, "Pacific"_L1};
    return std::ranges::find(kContinents, name.section(u'/', 0, 0)) != kContinents.end() && name.contains(u'/');
}

QStringList allZones()
{
    QStringList zones;
    const QList<QByteArray> ids = QTimeZone::availableTimeZoneIds();
    for (const QByteArray &id : ids) {
        if (const QString name = QString::fromLatin1(id); isPlace(name))
            zones.append(name);
    }
    zones.sort();
    // Whatever the computer calls it: what Qt lists has no aliases.
    const QString own = QString::fromLatin1(QTimeZone::systemTimeZoneId());
    zones.removeOne(own);
    if (const std::optional<QTimeZone> zone = zoneFromName(own); zone && !isUtc(*zone))
        zones.prepend(own);
    zones.prepend(u"UTC"_s);
    return zones;
}
}

ZoneListModel::ZoneListModel(QObject *parent)
    : QAbstractListModel(parent)
    , m_all(allZones())
    , m_shown(m_all)
{
}

int ZoneListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant ZoneListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const QString &name = m_shown[index.row()];
    const std::optional<QTimeZone> zone = zoneFromName(name);
    if (!zone)
        return {};
    switch (role) {
    case ZoneRole:
        return name;
    case Qt::DisplayRole:
    case NameRole:
        return Format::zone(*zone);
    case DetailRole: {
        if (isUtc(*zone))
            return tr("The server’s time zone; loads fastest");
        const QString place = name == QLatin1StringView(QTimeZone::systemTimeZoneId())
            ? tr("This computer")
            : name.section(u'/', 0, -2).replace(u'/', u", "_s).replace(u'_', u' ');
        return tr("%1, %2", "a continent, how far its clocks are ahead of UTC")
            .arg(place, ViewFormat::zoneOffset(*zone, QDateTime::currentSecsSinceEpoch()));
    }
    default:
        return {};
    }
}

QHash<int, QByteArray> ZoneListModel::roleNames() const
{
    return {{ZoneRole, "zone"}, {NameRole, "name"}, {DetailRole, "detail"}};
}

void ZoneListModel::setFilter(const QString &filter)
{
    if (filter == m_filter)
        return;
    m_filter = filter;
    const QString wanted = filter.simplified().replace(u' ', u'_');
    beginResetModel();
    m_shown = m_all.filter(wanted, Qt::CaseInsensitive);
    endResetModel();
    Q_EMIT filterChanged();
}
}
