// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "items/bucketsummary.h"
#include "items/buckettablemodel.h"
#include "items/summarymodel.h"
#include "items/weekdaylistmodel.h"
#include "pages/chartviewport.h"
#include "pages/freshness.h"
#include "pages/pagestatus.h"
#include "pages/sourcesession.h"
#include "settings/settingsmodel.h"
#include "sync/viewloader.h"

namespace Postwave
{
/** What is shown of one channel: chart, figures, table. It follows the navigator; what it shows may answer an older
 * question. */
class ChannelPage : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")

    Q_PROPERTY(Postwave::PageStatus::Status status READ status NOTIFY shownChanged FINAL)
    Q_PROPERTY(QString chartTitle READ chartTitle NOTIFY shownChanged FINAL)
    /** "day": granularity of the rows that are shown. */
    Q_PROPERTY(QString granularity READ granularity NOTIFY shownChanged FINAL)
    /** Which part of the view is selected: chart, cards, table and files are of it. */
    Q_PROPERTY(QString selectionText READ selectionText NOTIFY shownChanged FINAL)
    Q_PROPERTY(QString rangeText READ rangeText NOTIFY shownChanged FINAL)
    /** By whose clocks the range is, which may not be the chosen ones yet. */
    Q_PROPERTY(QString rangeZoneText READ rangeZoneText NOTIFY shownChanged FINAL)
    /** How settled the numbers are: posts that still gather views, or how much more the level above knows. */
    Q_PROPERTY(QString growthText READ growthText NOTIFY shownChanged FINAL)
    Q_PROPERTY(int requestsToFetch READ requestsToFetch NOTIFY requestsToFetchChanged FINAL)
    Q_PROPERTY(bool lacking READ isLacking NOTIFY shownChanged FINAL)
    Q_PROPERTY(bool outdated READ isOutdated NOTIFY shownChanged FINAL)
    Q_PROPERTY(bool loading READ isLoading NOTIFY loadingChanged FINAL)
    Q_PROPERTY(int selected READ selected WRITE select NOTIFY selectedChanged FINAL)
    Q_PROPERTY(Postwave::ChartViewport *viewport READ viewport CONSTANT FINAL)
    Q_PROPERTY(Postwave::SummaryModel *summary READ summary CONSTANT FINAL)
    Q_PROPERTY(Postwave::BucketTableModel *table READ table CONSTANT FINAL)
    Q_PROPERTY(Postwave::WeekdayListModel *weekdays READ weekdays CONSTANT FINAL)
    Q_PROPERTY(Postwave::Freshness *freshness READ freshness CONSTANT FINAL)

public:
    using Status = PageStatus::Status;

    /** What the page works with; all of it outlives the page. */
    struct Dependencies {
        Navigator *navigator = nullptr;
        SourceSession *session = nullptr;
        SettingsModel *settings = nullptr;
        const Clock *clock = nullptr;
        Scheduler *scheduler = nullptr;
    };

    explicit ChannelPage(Dependencies dependencies, QObject *parent = nullptr);
    ~ChannelPage() override;

    Status status() const
    {
        return m_status;
    }
    /** "Views so far, by day of publication". */
    QString chartTitle() const;
    QString granularity() const;
    /** "24 Oct – 22 Nov 2025", with what it is compared with behind it. */
    QString rangeText() const;
    QString rangeZoneText() const;
    QString growthText() const;
    /** How many requests fetch() makes, at most; 0 while nobody can know. */
    int requestsToFetch() const
    {
        return m_requestsToFetch;
    }
    /** Part of what is shown, or of what it is compared with, was never fetched, and nobody is about to ask for it. */
    bool isLacking() const;
    /** What is shown answers an older question: it stays, dimmed, until the new one is answered. */
    bool isOutdated() const
    {
        return m_outdated;
    }
    bool isLoading() const
    {
        return m_loader && m_loader->isLoading();
    }
    /** The bucket that chart and table have selected, which follows its time through refreshes; -1 = none. */
    int selected() const
    {
        return m_selected;
    }
    /** Nothing happens while what is shown answers an older question. */
    void select(int bucket);

    ChartViewport *viewport()
    {
        return &m_viewport;
    }
    SummaryModel *summary()
    {
        return &m_summary;
    }
    BucketTableModel *table()
    {
        return &m_table;
    }
    WeekdayListModel *weekdays()
    {
        return &m_weekdays;
    }
    Freshness *freshness()
    {
        return &m_freshness;
    }

    /** What cards, table and files are of: the part of the view that the chart shows, or all of it. */
    const SeriesView &selection() const
    {
        return m_selection;
    }
    /** "Selected: 8–14 Nov 2025"; empty where it is all. */
    QString selectionText() const;
    /** The view that is shown, whole. */
    const SeriesView &shownView() const
    {
        return m_view;
    }
    Channel shownChannel() const;

    /** Shows what the location asks for: what is stored at once, and what the source says if it is asked. */
    void load(ViewLoader::Ask ask);
    /** There is nothing to see, for a reason. */
    void clear(Status status);

    /** Opens the level below a bucket of the shown chart. */
    Q_INVOKABLE void drill(int bucket);
    /** Asks for what is lacking or old of this one view, also when offline by choice. */
    Q_INVOKABLE void fetch();
    /** A bucket of the shown chart in words. */
    Q_INVOKABLE Postwave::BucketSummary bucketSummary(int bucket) const;

Q_SIGNALS:
    void shownChanged();
    /** Another view is shown than before, or none. */
    void viewReplaced();
    void selectedChanged();
    void loadingChanged();
    void requestsToFetchChanged();
    /** Somebody asks for the view, now: what is shown by itself later waits from here. */
    void loadStarted();
    /** The source answered for the channel of the current location. */
    void answered();
    /** A refresh has found other numbers in these buckets of the view. */
    void bucketsChanged(const QList<int> &buckets);
    /** A bucket of what is shown is about to be opened. */
    void drilled(int bucket);
    /** What was shown lies in this bucket of what is shown now. */
    void climbed(int bucket);

private:
    void changeSource();
    void follow();
    void redraw();
    void redrawTitle();
    void draw();
    void selectPart();
    void show(const SeriesView &view);
    void showMissing();
    void showFailed(const Error &error);
    void noteAnswered();
    void noteSettled();
    void findSelected();
    void keepSort();
    QCoro::Task<> readOpened();
    QCoro::Task<> countRequests();
    void setRequestsToFetch(int requests);
    bool isCurrent() const
    {
        return m_dependencies.navigator->current().page == Location::Page::Channel;
    }

    Dependencies m_dependencies;
    std::unique_ptr<ViewLoader> m_loader;
    ViewLoader::Ask m_lastAsk = ViewLoader::Ask::IfStale;
    LatestTask m_count; ///< of requests
    LatestTask m_opened; ///< reads of the bucket that was opened

    Status m_status = Status::NoSource;
    SeriesView m_view; ///< what is shown
    SeriesView m_selection; ///< the part of it that the chart shows
    ChannelId m_shownChannel; ///< whose
    QString m_lag; ///< how the shown rows differ from the bucket they were opened from
    bool m_outdated = false;
    bool m_settled = false; ///< nobody is about to ask for the view
    int m_requestsToFetch = 0;
    int m_selected = -1;
    Location m_drawn; ///< whose metrics, scale and zoom the chart has, or will have with the next view

    ChartViewport m_viewport;
    SummaryModel m_summary;
    BucketTableModel m_table;
    WeekdayListModel m_weekdays;
    Freshness m_freshness;
};
}
