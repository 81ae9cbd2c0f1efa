// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <utility>

namespace Postwave
{
/**
 * A password or a token. It has no stream operator, does not convert to text, and wipes
 * its bytes when the last copy goes, so that it cannot end up in a log or a file by accident.
 */
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
    }
    Secret(const Secret &) = default;
    Secret(Secret &&) noexcept = default;
    Secret &operator=(const Secret &other)
    {
        Secret copy(other);
        std::swap(m_bytes, copy.m_bytes);
        return *this;
    }
    Secret &operator=(Secret &&other) noexcept
    {
        std::swap(m_bytes, other.m_bytes);
        return *this;
    }
    ~Secret()
    {
        if (m_bytes.isDetached())
            m_bytes.fill('\0');
    }

    bool isEmpty() const
    {
        return m_bytes.isEmpty();
    }
    /** The bytes themselves; the name makes every use easy to find. */
    const QByteArray &reveal() const
    {
        return m_bytes;
    }
    friend bool operator==(const Secret &, const Secret &) = default;

private:
    QByteArray m_bytes;
};
}
