// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/commandline.h"
#include "files/formats.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Postwave
{
QString helpText()
{
    return QCoreApplication::translate("CommandLine", R"(Usage:
  postwave          [--demo]                          the window; opens the demo, else what was open last
  postwave channels SOURCE [--json] [--offline]
  postwave fetch    SOURCE --channel ID --period P [--levels day,hour,minute] [--progress]
  postwave export   SOURCE --channel ID VIEW --output FILE.(%1) [FORMAT] [--offline] [--as-of TIME]
  postwave store    status | verify | compact [--demo]

SOURCE, one of
  --demo                 three invented channels, nothing leaves this computer
  --server URL           an AnalyticBot server; sign in with
    --email E            and the password from
    --password-file F    a file (- is standard input), or from POSTWAVE_PASSWORD;
                         or with an access token in POSTWAVE_TOKEN
    --allow-http         plain http beyond this computer: password and data can be read on the way

VIEW, one of
  --period P             1h, 6h, 12h, 24h, 7d, 30d, 90d or all, up to now
  --day YYYY-MM-DD       its hours
  --hour YYYY-MM-DDTHH   its minutes
  --from A --to B        from A to B, both included, by --step minute, hour, day, week or month
  by     --zone Z        the clocks of UTC or of a place such as Asia/Tashkent
  with --metrics         of views,likes,shares,comments,replies,post_count
  with --compare C       beside each bucket another: of the previous period, of the same time of
                         the year before, or from a start such as 2025-10-01 on: previous, year or that
  and  --align A         weekday (whole weeks before) or date

FORMAT
  --size 1600x900        of pictures, in logical pixels
  --scale N              1 to 4 times as many pixels
  --theme light|dark     of pictures
  --separator C          of CSV: one sign, or tab
  --bom                  CSV with a byte order mark

Everywhere
  --data-dir DIR         where everything observed is kept
  --offline              answer from there alone
  --as-of TIME           as it was known at that time, such as 2025-11-21T14:37:00Z
  --budget N             at most N requests a minute (30; 0 = unlimited)
  --log-rules RULES      log to standard error, such as "postwave.*=true"
  --help, --version
  --self-test            loads the window without showing it, tries it on the demo, and leaves

All times are UTC. Leaves with 0 done, 1 failed, 2 wrong usage, 3 sign-in refused,
4 offline and nothing stored of what was asked.
)")
        .arg(fileEndings(u"|"_s));
}
}
