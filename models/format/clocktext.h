// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Postwave
{
/** Sentences for clocks that differ; lengths in seconds. */
namespace ClockText
{
/** The source is right, and this computer is so far behind. */
QString slow(qint64 behind);
/** The source is so far ahead of this computer, or behind where that is less than 0; nothing tells who is right. */
QString disputed(qint64 ahead);
/** What is stored was seen at a time that, by this computer's clock, is still to come. */
QString beforeData();
}
}
