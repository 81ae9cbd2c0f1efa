// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "backend.h"
#include "faults.h"
#include "requestlog.h"
#include "router.h"

namespace Postwave::StandIn
{
/** What tests do to the server behind the application's back: `/_standin/…`. */
class ControlApi
{
public:
    /** @param quit called when a test wants the server gone */
    ControlApi(Backend &backend, Faults &faults, RequestLog &requests, std::function<void()> quit);

    Response answer(const Request &request) const;

private:
    void addRoutes();
    Response clock() const;
    Response setClock(const Call &call);
    Response addFault(const Call &call);
    Response grow(const Call &call);
    Response addPost(const Call &call);
    Response deletePost(const Call &call);
    Response posts(const Call &call) const;
    Response changeUser(const Call &call);
    Response invalidateTokens(const Call &call);

    Backend &m_backend;
    Faults &m_faults;
    RequestLog &m_requests;
    std::function<void()> m_quit;
    Router m_router;
};
}
