// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandcontext.h"

#include "http/transfer.h"
#include "sources/serveraddress.h"
#include "sources/source.h"

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
/** A command may run where nobody sees that the system asks for something. */
constexpr std::chrono::seconds kKeychainPatience(10);

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
                     .argument = Words::tr("cannot read the password file: %1").arg(path)};
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
    if (!credentials.accessToken.isEmpty() && !isBearerToken(credentials.accessToken))
        return Error{.kind = Error::Kind::WrongUsage,
                     .argument = Words::tr("POSTWAVE_TOKEN holds characters that an access token cannot have")};
    if (!source.passwordFile.isEmpty()) {
        Result<Secret> password = readPassword(source.passwordFile);
        if (!password)
            return password.error();
        credentials.password = *std::move(password);
    } else {
        credentials.password = Secret(qgetenv("POSTWAVE_PASSWORD"));
    }
    // Sent as JSON, other bytes would become another password.
    if (!credentials.password.reveal().isValidUtf8())
        return Error{.kind = Error::Kind::WrongUsage,
                     .argument = Words::tr(
                         "the password is not valid UTF-8; check the encoding of its file or of POSTWAVE_PASSWORD")};
    if (!source.email.isEmpty() && credentials.password.isEmpty())
        return Error{.kind = Error::Kind::WrongUsage,
                     .argument = Words::tr("--email needs --password-file F or POSTWAVE_PASSWORD")};
    return credentials;
}

SourceInfo infoOf(const SourceOptions &options)
{
    if (options.demo)
        return {.kind = SourceKind::Demo};
    return {.address = options.server, .name = options.email, .allowHttp = options.allowHttp};
}

/** Nobody is asked for a password that leads nowhere. */
Result<Credentials> credentialsFor(const SourceOptions &options)
{
    if (options.demo)
        return Credentials();
    if (const Result<ServerAddress> address = ServerAddress::fromText(options.server, options.allowHttp); !address)
        return address.error();
    return readCredentials(options);
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
    return QDir(dataFolder(line)).absoluteFilePath(storeFileOf(infoOf(line.source).kind));
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
    Result<Credentials> credentials = credentialsFor(m_line.source);
    if (!credentials)
        return credentials.error();
    m_network = std::make_unique<NetworkAccess>();
    m_keychain = std::make_unique<Keychain>(dataFolder(m_line), kKeychainPatience);
    const SourceFactory factory({.network = m_network.get(),
                                 .clock = &m_clock,
                                 .scheduler = &m_scheduler,
                                 .budget = m_line.budget,
                                 .trustServerClock = m_line.trustServerClock,
                                 .tokens = m_keychain.get()});
    Result<std::unique_ptr<Source>> source = factory.make(infoOf(m_line.source), *std::move(credentials));
    if (!source)
        return source.error();
    m_source = *std::move(source);
    openStore();
    m_repository = std::make_unique<Repository>(m_source.get(), m_store.get(), &m_clock);
    return Done{};
}

void CommandContext::openStore()
{
    m_store = std::make_unique<ObservationStore>(storePath(m_line));
    connect(m_store.get(), &ObservationStore::movedAside, this, [this](const QString &target) {
        m_movedAside.append(target);
    });
    connect(m_store.get(), &ObservationStore::vanished, this, [this] {
        m_hasStoreVanished = true;
    });
}
}
