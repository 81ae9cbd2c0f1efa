// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"

#include <QByteArray>

class QImage;

namespace Postwave
{
/**
 * The image as an opaque PNG without any date in it: the same image gives the same bytes. Several
 * times faster than QImage::save at about the same size. May run on any thread.
 */
Result<QByteArray> encodePng(const QImage &image);
}
