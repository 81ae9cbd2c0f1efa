// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "testcase.h"
#include <cstdio>
#include <map>
#include <QByteArray>

namespace
{

std::map<QByteArray, Postwave::Testing::Run> &allTests()
{
    static std::map<QByteArray, Postwave::Testing::Run> tests;
    return tests;
}

}

bool Postwave::Testing::add(const char *className, Run run)
{
    const bool isNew = allTests().emplace(QByteArray(className).toLower(), run).second;
    if (!isNew)
        qFatal("two tests are named %s", className);
    return isNew;
}

// The first argument is the name of a test; those after it are Qt Test's own, such as the name of a function.
int main(int argc, char **argv)
{
    const auto chosen = argc > 1 ? allTests().find(argv[1]) : allTests().end();
    if (chosen != allTests().end())
        return chosen->second(argc - 1, argv + 1);
    std::fputs("Name one of these tests:\n", stderr);
    for (const auto &test : allTests())
        std::fprintf(stderr, "  %s\n", test.first.constData());
    return 2;
}
