// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Postwave
{
/** Sentences for clocks that differ; lengths in seconds. */
namespace ClockText
{
/** The source is right; this computer is @p behind seconds slow. */
QString slow(qint64 behind);
/** The two clocks are close. */
QString agreed();
/** The source is @p ahead seconds ahead of this computer (negative: behind); nothing more. */
QString apart(qint64 ahead);
/** The source is @p ahead seconds ahead of this computer (negative: behind), and nothing shows which is right. */
QString disputed(qint64 ahead);
/** Saved data is dated later than this computer's clock. */
QString beforeData();
}
}
