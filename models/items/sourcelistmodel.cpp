// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "items/sourcelistmodel.h"

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
bool isDemo(const SourceInfo &source)
{
    return source.kind == SourceKind::Demo;
}
}

SourceListModel::SourceListModel(SettingsModel *settings, QObject *parent)
    : QAbstractListModel(parent)
    , m_settings(settings)
    , m_sources(settings->sources())
{
    m_sources.append(demo());
}

SourceInfo SourceListModel::demo()
{
    return {.kind = SourceKind::Demo};
}

QString SourceListModel::nameOf(const SourceInfo &source)
{
    return isDemo(source) ? tr("Demo") : source.address.section(u"://"_s, 1);
}

int SourceListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_sources.size());
}

QVariant SourceListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SourceInfo &source = m_sources[index.row()];
    switch (role) {
    case KeyRole:
        return source.key();
    case Qt::DisplayRole:
    case NameRole:
        return nameOf(source);
    case DetailRole:
        return isDemo(source) ? tr("Three sample channels") : source.name;
    case DemoRole:
        return isDemo(source);
    default:
        return {};
    }
}

QHash<int, QByteArray> SourceListModel::roleNames() const
{
    return {{KeyRole, "key"_ba}, {NameRole, "name"_ba}, {DetailRole, "detail"_ba}, {DemoRole, "isDemo"_ba}};
}

std::optional<SourceInfo> SourceListModel::find(const QString &key) const
{
    for (const SourceInfo &source : m_sources) {
        if (source.key() == key)
            return source;
    }
    return std::nullopt;
}

void SourceListModel::remember(const SourceInfo &server)
{
    qsizetype row = 0;
    while (row < m_sources.size() && m_sources[row].key() != server.key())
        ++row;
    if (row < m_sources.size()) {
        m_sources[row] = server;
        Q_EMIT dataChanged(index(int(row)), index(int(row)));
    } else {
        const int last = int(m_sources.size()) - 1; // before the demo
        beginInsertRows({}, last, last);
        m_sources.insert(last, server);
        endInsertRows();
    }
    m_settings->setSources(m_sources.mid(0, m_sources.size() - 1));
}

void SourceListModel::forget(const QString &key)
{
    for (qsizetype row = 0; row < m_sources.size(); ++row) {
        if (m_sources[row].key() != key || isDemo(m_sources[row]))
            continue;
        beginRemoveRows({}, int(row), int(row));
        m_sources.removeAt(row);
        endRemoveRows();
        m_settings->setSources(m_sources.mid(0, m_sources.size() - 1));
        return;
    }
}
}
