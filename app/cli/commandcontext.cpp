// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandcontext.h"

#include "sources/demo/demobackend.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStandardPaths>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
constexpr qint64 kLongestPassword = 4096;

/** The context of these texts for translators. */
class Words
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

Result<Secret> readPassword(const QString &path)
{
    QFile file;
    bool opened = false;
    if (path == u"-"_s) {
        opened = file.open(stdin, QIODevice::ReadOnly);
    } else {
        file.setFileName(path);
        opened = file.open(QIODevice::ReadOnly);
    }
    if (!opened)
        return Error{.kind = Error::Kind::WrongUsage,
                     .argument = Words::tr("the password file cannot be read: %1").arg(path)};
    QByteArray bytes = file.read(kLongestPassword);
    if (bytes.endsWith('\n'))
        bytes.chop(1);
    if (bytes.endsWith('\r'))
        bytes.chop(1);
    return Secret(bytes);
}

Result<Credentials> readCredentials(const SourceOptions &source)
{
    Credentials credentials{.email = source.email, .password = {}, .accessToken = {}};
    credentials.accessToken = Secret(qgetenv("POSTWAVE_TOKEN"));
    if (!source.passwordFile.isEmpty()) {
        Result<Secret> password = readPassword(source.passwordFile);
        if (!password)
            return password.error();
        credentials.password = *std::move(password);
    } else {
        credentials.password = Secret(qgetenv("POSTWAVE_PASSWORD"));
    }
    if (!source.email.isEmpty() && credentials.password.isEmpty())
        return Error{.kind = Error::Kind::WrongUsage,
                     .argument = Words::tr("--email needs --password-file F, or POSTWAVE_PASSWORD")};
    return credentials;
}
}

QString dataFolder(const CommandLine &line)
{
    return line.dataFolder.isEmpty()
        ? QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/postwave"_s
        : line.dataFolder;
}

QString storePath(const CommandLine &line)
{
    return QDir(dataFolder(line)).absoluteFilePath(line.source.demo ? u"demo/postwave.sqlite"_s : u"postwave.sqlite"_s);
}

CommandContext::CommandContext(const CommandLine &line)
    : m_line(line)
{
}

CommandContext::~CommandContext() = default;

Result<Done> CommandContext::prepare()
{
    if (m_line.command == CommandLine::Command::Store) {
        openStore();
        return Done{};
    }
    if (m_line.source.demo) {
        m_demo = std::make_unique<DemoBackend>(&m_clock);
        m_backend = m_demo.get();
    } else if (const Result<Done> server = prepareServer(); !server) {
        return server;
    }
    openStore();
    m_repository = std::make_unique<Repository>(m_backend, m_store.get(), &m_clock);
    return Done{};
}

Result<Done> CommandContext::prepareServer()
{
    Result<ServerAddress> address = ServerAddress::fromText(m_line.source.server, m_line.source.allowHttp);
    if (!address)
        return address.error();
    Result<Credentials> credentials = readCredentials(m_line.source);
    if (!credentials)
        return credentials.error();
    m_network = std::make_unique<QNetworkAccessManager>();
    m_server = std::make_unique<ServerConnection>(
        *std::move(address), *std::move(credentials),
        ServerConnection::Dependencies{
            .network = m_network.get(), .clock = &m_clock, .scheduler = &m_scheduler, .budget = m_line.budget});
    m_backend = &m_server->backend();
    return Done{};
}

void CommandContext::openStore()
{
    m_store = std::make_unique<ObservationStore>(storePath(m_line));
    connect(m_store.get(), &ObservationStore::movedAside, this, [this](const QString &target) {
        m_movedAside.append(target);
    });
}
}
