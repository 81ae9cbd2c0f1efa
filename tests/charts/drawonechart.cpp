// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartexporter.h"
#include "charts/fonts.h"
#include "somespecs.h"

#include <QApplication>
#include <QFile>

using namespace Postwave;
using namespace Qt::StringLiterals;

int main(int argc, char **argv)
{
    prepareHeadlessEnvironment();
    const QApplication app(argc, argv);
    ChartSpec spec = specOf(ViewStep::Day, u"2025-11-08"_s, zigzag(14));
    spec.channelTitle = u"Harbour Lights · Огни гавани б г д · أضواء الميناء · 港の灯 ⚓"_s;
    spec = withState(withState(spec, 13, BucketState::Partial), 4, BucketState::Unknown);
    spec.viral[9] = true;
    const auto png = chartPng(spec, {});
    QFile output;
    if (!png || !output.open(stdout, QIODevice::WriteOnly))
        return 1;
    return output.write(*png) == png->size() ? 0 : 1;
}
