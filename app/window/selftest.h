// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Postwave
{
/**
 * Loads the real interface, opens the demo, drills to minutes and back, and exports, all in a
 * folder that goes afterwards. Needs no display, but a QApplication.
 * @return 0, or 1 with a line on standard error that says what failed
 */
int runSelfTest();
}
