// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QString>

#include <compare>

namespace Postwave
{
/** A number that names a thing of one kind. It mixes with no other number, so that swapped arguments do not compile. */
template<typename Kind>
class Id
{
public:
    constexpr Id() = default;
    constexpr explicit Id(qint64 value)
        : m_value(value)
    {
    }

    constexpr qint64 value() const
    {
        return m_value;
    }
    /** Whether it names anything. */
    constexpr bool isValid() const
    {
        return m_value != 0;
    }
    QString text() const
    {
        return QString::number(m_value);
    }

    friend constexpr auto operator<=>(const Id &, const Id &) = default;
    friend size_t qHash(Id id, size_t seed = 0) noexcept
    {
        return ::qHash(id.m_value, seed);
    }

private:
    qint64 m_value = 0;
};

/** Telegram's id of a channel, 64 bits, mostly with 100 in front; old data hold negative ones. */
using ChannelId = Id<struct ChannelKind>;
/** Of a post in its channel. */
using PostId = Id<struct PostKind>;
/** Order in which the store received an observation of a channel, from 1 on; not valid before. */
using ObservationId = Id<struct ObservationKind>;
}
