// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "world.h"

class QJsonObject;

namespace Postwave::StandIn
{
/** Channels read from a file, or why they could not be. */
struct ReadChannels {
    QList<Channel> channels;
    QString error;
};

/**
 * Reads `{"channels": [{"id", "title", "username", "subscribers", "posts": […]}]}`, or a
 * single channel in the form of the conformance vector, `{"channel_id", "posts"}`.
 */
ReadChannels channelsFromJson(const QByteArray &json);

/** One post `{"msg_id", "date", "views", …}`; on failure its words go to @p error. */
Post postFromJson(const QJsonObject &object, QString &error);
}
