// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "options.h"
#include "standinserver.h"

#include <QCoreApplication>

#include <cstdio>

using namespace Postwave::StandIn;

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("postwave-standin"));
    const ParsedOptions parsed = optionsFromArguments(QCoreApplication::arguments());
    if (!parsed.help.isEmpty()) {
        std::puts(qPrintable(parsed.help));
        return 0;
    }
    if (!parsed.error.isEmpty()) {
        std::fprintf(stderr, "postwave-standin: %s\n", qPrintable(parsed.error));
        return 2;
    }
    StandInServer server(parsed.options);
    if (!server.start()) {
        std::fprintf(stderr, "postwave-standin: %s\n", qPrintable(server.error()));
        return 1;
    }
    QObject::connect(&server, &StandInServer::quitRequested, &app, &QCoreApplication::quit);
    std::printf("listening on %s\n", qPrintable(server.root().toString()));
    std::fflush(stdout);
    return QCoreApplication::exec();
}
