// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/channelpage.h"

#include "core/zonebuckets.h"
#include "format/format.h"
#include "format/viewdiff.h"
#include "format/viewformat.h"
#include "series/chartspecof.h"
#include "series/viewfreshness.h"
#include "series/viewpart.h"

#include <algorithm>
#include <utility>

namespace Postwave
{
ChannelPage::ChannelPage(Dependencies dependencies, QObject *parent)
    : QObject(parent)
    , m_dependencies(dependencies)
    , m_viewport(dependencies.navigator)
    , m_freshness(dependencies.clock, dependencies.scheduler)
{
    connect(dependencies.session, &SourceSession::opened, this, &ChannelPage::changeSource);
    connect(dependencies.session, &SourceSession::channelsKnown, this, &ChannelPage::redrawTitle);
    connect(dependencies.navigator, &Navigator::moved, this, &ChannelPage::follow);
    connect(dependencies.navigator, &Navigator::adjusted, this, &ChannelPage::redraw);
    connect(&m_table, &BucketTableModel::sortChosen, this, &ChannelPage::keepSort);
}

ChannelPage::~ChannelPage() = default;

void ChannelPage::changeSource()
{
    m_loader.reset();
    m_count.cancel();
    m_opened.cancel();
    if (Repository *repository = m_dependencies.session->repository()) {
        m_loader = std::make_unique<ViewLoader>(repository);
        connect(m_loader.get(), &ViewLoader::shown, this, &ChannelPage::show);
        connect(m_loader.get(), &ViewLoader::missing, this, &ChannelPage::showMissing);
        connect(m_loader.get(), &ViewLoader::answered, this, &ChannelPage::noteAnswered);
        connect(m_loader.get(), &ViewLoader::failed, this, &ChannelPage::showFailed);
        connect(m_loader.get(), &ViewLoader::loadingChanged, this, &ChannelPage::loadingChanged);
        connect(m_loader.get(), &ViewLoader::settled, this, &ChannelPage::noteSettled);
    }
    clear(m_loader ? Status::Waiting : Status::NoSource);
    Q_EMIT loadingChanged();
}

/** Prepares for what the location asks for; load() then brings it. */
void ChannelPage::follow()
{
    const Location &location = m_dependencies.navigator->current();
    if (!m_loader)
        return;
    m_opened.cancel();
    m_table.setSort(location.tableSort);
    // Another channel's chart would be mistaken for this one's, even dimmed.
    if (!isCurrent())
        m_loader->giveUp();
    if (!isCurrent() || location.channel != m_shownChannel)
        clear(Status::Waiting);
    m_outdated = m_status == Status::Shown && m_view.question != location.query();
    if (m_outdated)
        m_viewport.freeze();
    findSelected();
    draw();
    Q_EMIT shownChanged();
}

/** The same rows in another way. */
void ChannelPage::redraw()
{
    const Location &location = m_dependencies.navigator->current();
    m_table.setSort(location.tableSort);
    findSelected();
    // What costs time is done only where it changes the picture.
    if (location.metrics != m_drawn.metrics || location.logarithmic != m_drawn.logarithmic) {
        draw();
    } else if (location.zoom != m_drawn.zoom) {
        m_viewport.followZoom();
        selectPart();
    } else {
        return;
    }
    m_drawn = location;
    Q_EMIT shownChanged();
}

/** The picture has the channel's name, which may be new. */
void ChannelPage::redrawTitle()
{
    draw();
    Q_EMIT shownChanged();
}

void ChannelPage::load(ViewLoader::Ask ask)
{
    const Location &location = m_dependencies.navigator->current();
    if (!m_loader || !isCurrent() || !location.channel.isValid())
        return;
    if (m_status == Status::NeverFetched && ask != ViewLoader::Ask::Never)
        clear(Status::Waiting);
    m_lastAsk = ask;
    m_settled = false;
    m_count.cancel();
    const std::optional<Comparison> comparison = comparisonOf(location, m_dependencies.session->now());
    const Repository *repository = m_dependencies.session->repository();
    setRequestsToFetch(repository ? repository->requestCount(location.query(), comparison).value_or(0) : 0);
    m_loader->load(location.channel, location.query(), ask, comparison);
    Q_EMIT loadStarted();
}

void ChannelPage::setRequestsToFetch(int requests)
{
    if (std::exchange(m_requestsToFetch, requests) != requests)
        Q_EMIT requestsToFetchChanged();
}

QCoro::Task<> ChannelPage::countRequests()
{
    const LatestTask::Ticket ticket = m_count.start();
    Repository *repository = m_dependencies.session->repository();
    const Location location = m_dependencies.navigator->current();
    if (!repository)
        co_return;
    const std::optional<Comparison> comparison = comparisonOf(location, m_dependencies.session->now());
    auto counting = repository->missingRequestCount(location.channel, location.query(), comparison);
    const Result<int> requests = co_await counting;
    if (ticket.isCurrent())
        setRequestsToFetch(requests ? *requests : 0);
}

bool ChannelPage::isLacking() const
{
    const auto isUnknown = [](const Row &row) {
        return row.state == BucketState::Unknown;
    };
    return m_settled && m_status == Status::Shown && !m_outdated
        && (m_view.beginUnknown || std::ranges::any_of(m_view.rows, isUnknown)
            || (m_view.compared && m_view.compared->lackingCount() > 0));
}

void ChannelPage::fetch()
{
    load(ViewLoader::Ask::FetchMissing);
}

void ChannelPage::clear(Status status)
{
    m_status = status;
    m_view = {};
    m_selection = {};
    m_lag.clear();
    m_shownChannel = {};
    m_outdated = false;
    m_viewport.clear();
    if (std::exchange(m_selected, -1) >= 0)
        Q_EMIT selectedChanged();
    m_table.setView(m_view);
    m_summary.setView(m_view);
    m_weekdays.setView(m_view);
    m_freshness.set(0, 0, QTimeZone::utc());
    Q_EMIT shownChanged();
    Q_EMIT viewReplaced();
}

void ChannelPage::show(const SeriesView &view)
{
    const ChannelId channel = m_dependencies.navigator->current().channel;
    const bool isRefresh = m_status == Status::Shown && !m_outdated && m_view.question == view.question
        && m_view.step == view.step && m_shownChannel == channel;
    const QList<int> changed = isRefresh ? ViewDiff::changedRows(m_view, view) : QList<int>();
    const int left = m_outdated && m_shownChannel == channel ? ViewDiff::rowAround(view, m_view) : -1;
    m_view = view;
    m_lag.clear();
    m_shownChannel = channel;
    m_status = Status::Shown;
    m_outdated = false;
    // Between two refreshes nothing is wrong yet.
    const qint64 now = m_dependencies.session->now();
    m_dependencies.session->noteShown(view.asOf);
    m_freshness.setClockAhead(now - m_dependencies.clock->now());
    m_freshness.set(view.asOf, std::max<qint64>(freshAge(view, now), 2 * m_dependencies.settings->refreshSeconds()),
                    view.question.zone);
    findSelected();
    draw();
    Q_EMIT shownChanged();
    Q_EMIT viewReplaced();
    if (!changed.isEmpty())
        Q_EMIT bucketsChanged(changed);
    if (left >= 0)
        Q_EMIT climbed(left);
    readOpened();
}

/** In UTC the level above is read by itself, so that it may know more than what is shown; elsewhere it is its sum. */
QCoro::Task<> ChannelPage::readOpened()
{
    const LatestTask::Ticket ticket = m_opened.start();
    Repository *repository = m_dependencies.session->repository();
    const ViewQuery query = m_view.question;
    const bool isHour = std::holds_alternative<HourView>(query.span);
    if (!repository || !isUtc(query.zone) || (!isHour && !std::holds_alternative<DayView>(query.span)))
        co_return;
    const ViewQuery above(RangeView{m_view.window.from, m_view.window.until, isHour ? ViewStep::Hour : ViewStep::Day},
                          query.zone);
    auto reading = repository->storedView(m_shownChannel, above, {.asOf = {}, .anchor = m_view.now, .compare = {}});
    const Result<SeriesView> opened = co_await reading;
    if (!ticket.isCurrent() || !opened || opened->rows.size() != 1 || m_view.question != query)
        co_return;
    m_lag = ViewDiff::lag(m_view, opened->rows.constFirst(), opened->asOf, QLocale());
    if (!m_lag.isEmpty())
        Q_EMIT shownChanged();
}

QString ChannelPage::growthText() const
{
    if (m_status != Status::Shown || !m_lag.isEmpty())
        return m_lag;
    return ViewDiff::maturity(m_selection, QLocale());
}

void ChannelPage::select(int bucket)
{
    const bool isThere = bucket >= 0 && bucket < m_view.rows.size();
    if (m_outdated || (isThere ? bucket : -1) == m_selected)
        return;
    Location location = m_dependencies.navigator->current();
    location.selection = isThere ? std::optional(m_view.rows[bucket].start) : std::nullopt;
    m_dependencies.navigator->replace(location);
}

/** Finds the selected bucket among those that are shown now. */
void ChannelPage::findSelected()
{
    const std::optional<qint64> &wanted = m_dependencies.navigator->current().selection;
    int found = -1;
    if (wanted && m_status == Status::Shown && !m_outdated) {
        const QList<Row> &rows = m_view.rows;
        const auto row = std::ranges::lower_bound(rows, *wanted, {}, &Row::start);
        if (row != rows.cend() && row->start == *wanted)
            found = int(row - rows.cbegin());
    }
    if (std::exchange(m_selected, found) != found)
        Q_EMIT selectedChanged();
}

void ChannelPage::keepSort()
{
    if (m_table.chosenSort() == m_dependencies.navigator->current().tableSort)
        return;
    Location location = m_dependencies.navigator->current();
    location.tableSort = m_table.chosenSort();
    m_dependencies.navigator->replace(location);
}

void ChannelPage::showMissing()
{
    if (m_lastAsk == ViewLoader::Ask::Never)
        clear(Status::NeverFetched);
}

void ChannelPage::showFailed(const Error &error)
{
    if (m_status != Status::Shown || m_outdated)
        clear(Status::NeverFetched);
    m_dependencies.session->noteFailure(Notice::About::View, error,
                                        m_status == Status::Shown ? tr("Showing saved data %1.").arg(m_freshness.text())
                                                                  : tr("There is no saved data for this period."));
}

void ChannelPage::noteAnswered()
{
    m_dependencies.session->noteAnswered();
    Q_EMIT answered();
}

void ChannelPage::noteSettled()
{
    m_settled = true;
    Q_EMIT shownChanged();
    countRequests();
}

/** Makes what the chart draws of the view that is shown. */
void ChannelPage::draw()
{
    // What answers an older question stays as it is, with the zoom that it had.
    if (m_status != Status::Shown || m_outdated)
        return;
    const Location &location = m_dependencies.navigator->current();
    ChartSpec spec = chartSpecOf(m_view, shownChannel(), m_dependencies.session->key(), location.metrics);
    spec.scaling = location.logarithmic ? ValueScaling::Logarithmic : ValueScaling::Linear;
    m_drawn = location;
    m_viewport.show(spec);
    selectPart();
}

Channel ChannelPage::shownChannel() const
{
    const std::optional<Channel> known = m_dependencies.session->channel(m_dependencies.navigator->current().channel);
    return known.value_or(Channel{.id = m_shownChannel, .title = {}, .username = {}, .subscribers = {}});
}

QString ChannelPage::chartTitle() const
{
    return m_status == Status::Shown ? Format::subtitle(m_view.step, m_dependencies.navigator->current().metrics)
                                     : QString();
}

QString ChannelPage::granularity() const
{
    return m_status == Status::Shown ? stepName(m_view.step) : QString();
}

QString ChannelPage::rangeText() const
{
    if (m_status != Status::Shown)
        return {};
    const QTimeZone &zone = m_selection.question.zone;
    const QString range = Format::range(m_selection.window, zone, QLocale());
    return m_selection.compared ? Format::against(range, *m_selection.compared, zone, QLocale()) : range;
}

QString ChannelPage::selectionText() const
{
    if (m_status != Status::Shown || !m_viewport.isZoomed())
        return {};
    return tr("Selected: %1", "days of the view").arg(m_viewport.partText());
}

/** One selection: what the chart shows is what cards and table are of. */
void ChannelPage::selectPart()
{
    const int first = m_viewport.isZoomed() ? m_viewport.first() : 0;
    m_selection = m_viewport.isZoomed() ? partOf(m_view, first, m_viewport.last() - first + 1) : m_view;
    m_table.setView(m_selection, first);
    m_summary.setView(m_selection);
    m_weekdays.setView(m_selection);
}

QString ChannelPage::rangeZoneText() const
{
    return ViewFormat::placeAndOffset(m_view.question.zone, std::min(m_view.window.until - 1, m_view.now));
}

BucketSummary ChannelPage::bucketSummary(int bucket) const
{
    if (m_status != Status::Shown || m_outdated)
        return {};
    return BucketSummary::of(m_view, bucket, m_dependencies.navigator->current().metrics, QLocale());
}

void ChannelPage::drill(int bucket)
{
    if (!bucketSummary(bucket).openable)
        return;
    const std::optional<Location> below =
        drilledInto(m_dependencies.navigator->current(), m_view.rows[bucket].start, m_view.step);
    if (!below)
        return;
    Q_EMIT drilled(bucket);
    m_dependencies.navigator->go(*below);
}
}
