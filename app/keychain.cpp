// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "keychain.h"

#include "core/privatefile.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>

#include <QCoroSignal>
#include <QCoroTimer>

#include <qt6keychain/keychain.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Postwave
{
namespace
{
const QString kService = u"postwave"_s;
constexpr const char *kDone = "done";
/** A renewal is one request; who holds the turn for longer than that has come to grief. */
constexpr auto kLongestTurn = 90s;
constexpr auto kBetweenTries = 50ms;

/** Deletes a job that is done. One that still waits is left to itself: the library writes into it when it ends. */
struct JobDeleter {
    void operator()(QKeychain::Job *job) const
    {
        if (job->property(kDone).toBool())
            job->deleteLater();
        else
            job->setAutoDelete(true);
    }
};
using JobPointer = std::unique_ptr<QKeychain::Job, JobDeleter>;

void prepare(QKeychain::Job &job, const QString &key)
{
    job.setAutoDelete(false);
    job.setInsecureFallback(false);
    job.setKey(key);
}

QByteArray textOf(const KeptSignIn &signIn)
{
    return QJsonDocument(QJsonObject{{u"email"_s, signIn.email},
                                     {u"refresh_token"_s, QString::fromUtf8(signIn.refreshToken.reveal())}})
        .toJson(QJsonDocument::Compact);
}
}

Keychain::Keychain(const QString &dataFolder, std::chrono::milliseconds patience)
    : m_lockFile(QDir(dataFolder).absoluteFilePath(u"sign-in.lock"_s))
    , m_patience(patience)
{
}

QCoro::Task<Result<Done>> Keychain::run(QKeychain::Job *job)
{
    job->start();
    const auto finished = co_await qCoro(job, &QKeychain::Job::finished, m_patience);
    if (!finished) {
        co_return Error{.kind = Error::Kind::Timeout, .detail = u"the keychain did not answer"_s};
    }
    job->setProperty(kDone, true);
    const QKeychain::Error error = job->error();
    if (error != QKeychain::NoError && error != QKeychain::EntryNotFound)
        co_return Error{.kind = Error::Kind::Unsupported, .detail = job->errorString()};
    co_return Done{};
}

QCoro::Task<Result<std::optional<KeptSignIn>>> Keychain::read(QString source)
{
    auto *reading = new QKeychain::ReadPasswordJob(kService);
    const JobPointer job(reading);
    prepare(*reading, source);
    auto running = run(reading);
    const Result<Done> done = co_await running;
    if (!done)
        co_return done.error();
    const QJsonObject object = QJsonDocument::fromJson(reading->binaryData()).object();
    KeptSignIn signIn{.email = object["email"_L1].toString(),
                      .refreshToken = Secret(object["refresh_token"_L1].toString().toUtf8())};
    if (signIn.refreshToken.isEmpty())
        co_return std::optional<KeptSignIn>();
    co_return std::optional(std::move(signIn));
}

QCoro::Task<Result<Done>> Keychain::write(QString source, KeptSignIn signIn)
{
    auto *writing = new QKeychain::WritePasswordJob(kService);
    const JobPointer job(writing);
    prepare(*writing, source);
    writing->setBinaryData(textOf(signIn));
    auto running = run(writing);
    const Result<Done> done = co_await running;
    co_return done;
}

QCoro::Task<Result<Done>> Keychain::remove(QString source)
{
    auto *removing = new QKeychain::DeletePasswordJob(kService);
    const JobPointer job(removing);
    prepare(*removing, source);
    auto running = run(removing);
    const Result<Done> done = co_await running;
    co_return done;
}

QCoro::Task<std::shared_ptr<void>> Keychain::turn()
{
    if (makePrivateFolder(QFileInfo(m_lockFile).absolutePath()))
        co_return std::shared_ptr<void>();
    auto lock = std::make_shared<QLockFile>(m_lockFile);
    lock->setStaleLockTime(kLongestTurn);
    for (auto waited = 0ms; waited < kLongestTurn; waited += kBetweenTries) {
        if (lock->tryLock(0))
            co_return std::shared_ptr<void>(lock);
        if (lock->error() != QLockFile::LockFailedError)
            co_return std::shared_ptr<void>();
        co_await QCoro::sleepFor(kBetweenTries);
    }
    co_return std::shared_ptr<void>();
}
}
