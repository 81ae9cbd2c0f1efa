// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sources/tokenstore.h"

#include <QObject>

#include <chrono>

namespace QKeychain
{
class Job;
}

namespace Postwave
{
/** The keychain of the desktop (Secret Service or KWallet), and the file by which processes take turns. */
class Keychain final : public QObject, public TokenStore
{
    Q_OBJECT

public:
    /**
     * @param dataFolder where the lock file lies; secrets are never stored there
     * @param patience how long the user has to unlock the keychain
     */
    Keychain(const QString &dataFolder, std::chrono::milliseconds patience);

    QCoro::Task<Result<std::optional<KeptSignIn>>> read(QString source) override;
    QCoro::Task<Result<Done>> write(QString source, KeptSignIn signIn) override;
    QCoro::Task<Result<Done>> remove(QString source) override;
    QCoro::Task<std::shared_ptr<void>> turn() override;

private:
    /** Runs the job to its end; fails if it does not finish in time. */
    QCoro::Task<Result<Done>> run(QKeychain::Job *job);

    QString m_lockFile;
    std::chrono::milliseconds m_patience;
};
}
