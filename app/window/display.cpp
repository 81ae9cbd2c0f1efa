// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/display.h"

#include <QByteArray>
#include <QByteArrayList>

#include <algorithm>
#include <cstddef>
#include <cstring>

#include <netdb.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace Postwave
{
namespace
{
constexpr int kFirstPort = 6000; ///< of display 0 by TCP, as ssh forwards it

bool connects(int socket, const sockaddr *address, socklen_t size)
{
    if (socket < 0)
        return false;
    const bool connected = ::connect(socket, address, size) == 0;
    ::close(socket);
    return connected;
}

/** @param name a path, or after a null byte a name of Linux's own */
bool answersAt(const QByteArray &name)
{
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    if (name.isEmpty() || size_t(name.size()) >= sizeof(address.sun_path))
        return false;
    std::memcpy(address.sun_path, name.constData(), size_t(name.size()));
    // After a null byte all that is counted belongs to the name; a path ends with one.
    const size_t size = offsetof(sockaddr_un, sun_path) + size_t(name.size()) + (name.startsWith('\0') ? 0 : 1);
    return connects(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0), reinterpret_cast<const sockaddr *>(&address),
                    socklen_t(size));
}

bool answersAt(const QByteArray &host, int display)
{
    addrinfo wanted = {};
    wanted.ai_socktype = SOCK_STREAM;
    addrinfo *found = nullptr;
    if (::getaddrinfo(host.constData(), QByteArray::number(kFirstPort + display).constData(), &wanted, &found) != 0)
        return false;
    bool answers = false;
    for (const addrinfo *each = found; each && !answers; each = each->ai_next)
        answers = connects(::socket(each->ai_family, each->ai_socktype | SOCK_CLOEXEC, each->ai_protocol),
                           each->ai_addr, each->ai_addrlen);
    ::freeaddrinfo(found);
    return answers;
}

/** DISPLAY is [HOST]:NUMBER[.SCREEN]. */
bool hasX()
{
    const QByteArray display = qgetenv("DISPLAY");
    const qsizetype colon = display.lastIndexOf(':');
    bool isNumber = false;
    const int number = display.mid(colon + 1).split('.').constFirst().toInt(&isNumber);
    if (colon < 0 || !isNumber || number < 0)
        return false;
    const QByteArray host = display.left(colon);
    if (!host.isEmpty() && !host.startsWith("unix"))
        return host.startsWith('/') ? answersAt(display) || answersAt(host) : answersAt(host, number);
    const QByteArray path = "/tmp/.X11-unix/X" + QByteArray::number(number);
    return answersAt('\0' + path) || answersAt(path);
}

bool hasWayland()
{
    const QByteArray display = qgetenv("WAYLAND_DISPLAY");
    return answersAt(display.startsWith('/') || display.isEmpty() ? display
                                                                  : qgetenv("XDG_RUNTIME_DIR") + '/' + display);
}
}

bool isDisplayReachable()
{
    const QByteArray platforms = qgetenv("QT_QPA_PLATFORM");
    if (platforms.isEmpty())
        return hasWayland() || hasX();
    const QByteArrayList names = platforms.split(';');
    return std::any_of(names.begin(), names.end(), [](const QByteArray &name) {
        if (name.startsWith("wayland"))
            return hasWayland();
        return !name.startsWith("xcb") || hasX(); // the others need no server
    });
}
}
