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
  postwave          [--demo]                          open the window with the demo or the last view
  postwave channels SOURCE [--json] [--offline]
  postwave fetch    SOURCE --channel CHANNEL --period P [--levels day,hour,minute] [--progress]
  postwave export   SOURCE --channel CHANNEL VIEW --output FILE.(%1) [FORMAT] [--offline] [--as-of TIME]
  postwave store    status | verify | compact [--demo]

SOURCE, one of
  --demo                 three sample channels; nothing leaves this computer
  --server URL           an AnalyticBot server; the first time, sign in with:
    --email E            your e-mail address
    --password-file F    file with the password (-: standard input), or set POSTWAVE_PASSWORD;
                         or set POSTWAVE_TOKEN to an access token
    --allow-http         allow plain HTTP to other computers; password and data can be read in transit

CHANNEL                  an ID in any form, @name, or a t.me link

VIEW, one of
  --period P             1h, 6h, 12h, 24h, 7d, 30d, 90d or all, up to now
  --day YYYY-MM-DD       the hours of a day
  --hour YYYY-MM-DDTHH   the minutes of an hour
  --from A --to B        from A to B inclusive, by --step minute, hour, day, week or month
and optionally
  --zone Z               time zone: UTC (default) or one such as Asia/Tashkent
  --metrics M            any of views,likes,shares,comments,replies,post_count
                         (likes are reactions, shares are forwards)
  --compare C            add a comparison period: previous, year, or a start such as 2025-10-01
  --align A              weekday (the default: shifts by whole weeks) or date;
                         calendar months compare with the month before, day by day

FORMAT
  --size 800x450         image size in logical pixels (the default)
  --scale N              pixels per logical pixel, 1 to 4 (default 2, or 1 if --size is given)
  --theme light|dark     image colours
  --separator C          CSV delimiter: one character, or tab
  --bom                  CSV with a byte order mark, for Excel

Other options
  --data-dir DIR         folder of the saved data
  --offline              use saved data only
  --as-of TIME           export the data as it was known at, say, 2025-11-21T14:37:00Z
  --budget N             at most N requests a minute (default 30; 0 = no limit)
  --trust-server-clock   use the server's time even if this computer's clock differs
  --log-rules RULES      log to standard error, for example "postwave.*=true"
  --help, --version
  --self-test            test the hidden window with the demo, then exit

Times are UTC unless --zone is given. Exit status: 0 done, 1 failed, 2 usage error,
3 sign-in required or refused, 4 offline and no saved data.
)")
        .arg(fileEndings(u"|"_s));
}
}
