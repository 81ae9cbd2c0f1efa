// SPDX-FileCopyrightText: 2026 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace Postwave
{
/**
 * Whether a host is this computer by itself: `localhost`, 127.0.0.0/8 or ::1, as a URL writes them. No other name is,
 * whatever it ends with, for who resolves it may be somebody else. All that is allowed to the one's own computer
 * alone, such as a password without TLS, asks here.
 */
bool isLoopbackHost(QStringView host);
}
