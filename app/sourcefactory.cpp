// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "sourcefactory.h"

#include "sources/analyticbot/analyticbotsource.h"
#include "sources/demo/demosource.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace Postwave
{
SourceFactory::SourceFactory(Dependencies dependencies)
    : m_dependencies(dependencies)
{
}

Result<std::unique_ptr<Source>> SourceFactory::make(const SourceInfo &info, Credentials credentials) const
{
    if (info.kind == SourceKind::Demo)
        return std::unique_ptr<Source>(std::make_unique<DemoSource>(m_dependencies.clock));

    const Result<ServerAddress> address = ServerAddress::fromText(info.address, info.allowHttp);
    if (!address)
        return address.error();
    return std::unique_ptr<Source>(std::make_unique<AnalyticBotSource>(
        *address, std::move(credentials),
        AnalyticBotSource::Dependencies{.network = m_dependencies.network,
                                        .clock = m_dependencies.clock,
                                        .scheduler = m_dependencies.scheduler,
                                        .budget = m_dependencies.budget,
                                        .trustClock = info.trustClock || m_dependencies.trustServerClock,
                                        .tokens = m_dependencies.tokens,
                                        .jitter = [] {
                                            return QRandomGenerator::global()->generateDouble();
                                        }}));
}

QString storeFileOf(SourceKind kind)
{
    return kind == SourceKind::Demo ? u"demo/postwave.sqlite"_s : u"postwave.sqlite"_s;
}
}
