// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/bucketsummary.h"
#include "models/buckettablemodel.h"
#include "models/channellistmodel.h"
#include "models/dashboardstatus.h"
#include "models/freshness.h"
#include "models/metriclistmodel.h"
#include "models/notice.h"
#include "models/periodlistmodel.h"
#include "models/sourcelistmodel.h"
#include "models/summarymodel.h"
#include "models/viewhistory.h"
#include "models/weekdaylistmodel.h"
#include "series/chartspec.h"
#include "sync/viewloader.h"

#include <memory>

namespace Postwave
{
/** What the dashboard shows, and everything that can be done to it. QML binds to it and decides nothing. */
class DashboardState : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")

    Q_PROPERTY(QString sourceKey READ sourceKey NOTIFY sourceChanged FINAL)
    Q_PROPERTY(QString sourceName READ sourceName NOTIFY sourceChanged FINAL)
    Q_PROPERTY(QString sourceEmail READ sourceEmail NOTIFY sourceChanged FINAL)
    Q_PROPERTY(bool demo READ isDemo NOTIFY sourceChanged FINAL)
    Q_PROPERTY(bool signedIn READ isSignedIn NOTIFY sourceChanged FINAL)

    Q_PROPERTY(QString channelId READ channelId NOTIFY viewChanged FINAL)
    Q_PROPERTY(QString channelTitle READ channelTitle NOTIFY channelChanged FINAL)
    Q_PROPERTY(QString channelDetail READ channelDetail NOTIFY channelChanged FINAL)
    Q_PROPERTY(QStringList breadcrumbs READ breadcrumbs NOTIFY viewChanged FINAL)
    Q_PROPERTY(bool canGoBack READ canGoBack NOTIFY viewChanged FINAL)
    Q_PROPERTY(bool canGoForward READ canGoForward NOTIFY viewChanged FINAL)
    Q_PROPERTY(bool canGoUp READ canGoUp NOTIFY viewChanged FINAL)
    Q_PROPERTY(bool canStepBack READ canStepBack NOTIFY stepsChanged FINAL)
    Q_PROPERTY(bool canStepForward READ canStepForward NOTIFY stepsChanged FINAL)
    Q_PROPERTY(QString previousText READ previousText NOTIFY stepsChanged FINAL)
    Q_PROPERTY(QString nextText READ nextText NOTIFY stepsChanged FINAL)
    /** "Asia/Tashkent": by whose clocks. */
    Q_PROPERTY(QString zone READ zone NOTIFY viewChanged FINAL)
    Q_PROPERTY(QString zoneText READ zoneText NOTIFY viewChanged FINAL)

    Q_PROPERTY(Postwave::DashboardStatus::Status status READ status NOTIFY shownChanged FINAL)
    Q_PROPERTY(Postwave::ChartSpec chartSpec READ chartSpec NOTIFY shownChanged FINAL)
    Q_PROPERTY(QString chartTitle READ chartTitle NOTIFY shownChanged FINAL)
    Q_PROPERTY(QString rangeText READ rangeText NOTIFY shownChanged FINAL)
    /** How settled the numbers are: posts that still gather views, or how much more the level above knows. */
    Q_PROPERTY(QString growthText READ growthText NOTIFY shownChanged FINAL)
    /** By whose clocks the range is, which may not be the chosen ones yet. */
    Q_PROPERTY(QString rangeZoneText READ rangeZoneText NOTIFY shownChanged FINAL)
    /** "previous weekday", as in files; empty without a comparison. */
    Q_PROPERTY(QString comparison READ comparison NOTIFY viewChanged FINAL)
    Q_PROPERTY(int requestsToFetch READ requestsToFetch NOTIFY requestsToFetchChanged FINAL)
    Q_PROPERTY(bool lacking READ isLacking NOTIFY shownChanged FINAL)
    Q_PROPERTY(bool allChannels READ isAllChannels NOTIFY viewChanged FINAL)
    /** How many requests fetchAllChannels() makes. */
    Q_PROPERTY(int channelsToFetch READ channelsToFetch NOTIFY shownChanged FINAL)
    Q_PROPERTY(bool comparable READ isComparable NOTIFY viewChanged FINAL)
    /** Whether the chosen comparison lies before the view; one with a time of one's own may not. */
    Q_PROPERTY(bool comparing READ isComparing NOTIFY viewChanged FINAL)
    /** How heights grow in the chart. */
    Q_PROPERTY(bool logarithmic READ isLogarithmic NOTIFY shownChanged FINAL)
    /** What chartSpec is a part of: all of the view, for a strip that shows where the part lies. */
    Q_PROPERTY(Postwave::ChartSpec wholeSpec READ wholeSpec NOTIFY shownChanged FINAL)
    /** "2–11 Nov 2025": the part that the chart shows. */
    Q_PROPERTY(QString partText READ partText NOTIFY shownChanged FINAL)
    /** So many buckets that one wants to see a part of them, and where it lies. */
    Q_PROPERTY(bool longView READ isLongView NOTIFY shownChanged FINAL)
    /** Whether the chart shows a part of the view, and from which to which of its buckets. */
    Q_PROPERTY(bool zoomed READ isZoomed NOTIFY shownChanged FINAL)
    Q_PROPERTY(int firstShown READ firstShown NOTIFY shownChanged FINAL)
    Q_PROPERTY(int lastShown READ lastShown NOTIFY shownChanged FINAL)
    Q_PROPERTY(bool outdated READ isOutdated NOTIFY shownChanged FINAL)
    Q_PROPERTY(int selected READ selected WRITE select NOTIFY selectedChanged FINAL)
    Q_PROPERTY(bool loading READ isLoading NOTIFY loadingChanged FINAL)
    Q_PROPERTY(bool listing READ isListing NOTIFY listingChanged FINAL)
    Q_PROPERTY(bool offline READ isOffline WRITE setOffline NOTIFY reachChanged FINAL)
    Q_PROPERTY(bool unreachable READ isUnreachable NOTIFY reachChanged FINAL)
    Q_PROPERTY(bool answered READ hasAnswered NOTIFY reachChanged FINAL)
    Q_PROPERTY(bool active READ isActive WRITE setActive NOTIFY activeChanged FINAL)

    Q_PROPERTY(Postwave::SourceListModel *sources READ sources CONSTANT FINAL)
    Q_PROPERTY(Postwave::ChannelListModel *channels READ channels CONSTANT FINAL)
    Q_PROPERTY(Postwave::PeriodListModel *periods READ periods CONSTANT FINAL)
    Q_PROPERTY(Postwave::MetricListModel *metrics READ metrics CONSTANT FINAL)
    Q_PROPERTY(Postwave::SummaryModel *summary READ summary CONSTANT FINAL)
    Q_PROPERTY(Postwave::BucketTableModel *table READ table CONSTANT FINAL)
    Q_PROPERTY(Postwave::WeekdayListModel *weekdays READ weekdays CONSTANT FINAL)
    Q_PROPERTY(Postwave::Freshness *freshness READ freshness CONSTANT FINAL)
    Q_PROPERTY(Postwave::Notice *notice READ notice CONSTANT FINAL)

public:
    using Status = DashboardStatus::Status;

    /** What a dashboard works with; all of it outlives the dashboard. */
    struct Parts {
        SettingsModel *settings = nullptr;
        SourceListModel *sources = nullptr;
        SourceConnections *connections = nullptr;
        const Clock *clock = nullptr;
        Scheduler *scheduler = nullptr;
    };

    explicit DashboardState(Parts parts, QObject *parent = nullptr);
    ~DashboardState() override;

    QString sourceKey() const;
    QString sourceName() const;
    /** Who signed in there last. */
    QString sourceEmail() const;
    bool isDemo() const;
    bool isSignedIn() const;

    QString channelId() const;
    QString channelTitle() const;
    QString channelDetail() const;
    QStringList breadcrumbs() const;
    bool canGoBack() const
    {
        return m_history.canGoBack();
    }
    bool canGoForward() const
    {
        return m_history.canGoForward();
    }
    bool canGoUp() const;
    bool canStepBack() const;
    bool canStepForward() const;
    /** "Previous day", "Next hour". */
    QString previousText() const;
    QString nextText() const;
    QTimeZone timeZone() const
    {
        return m_history.current().zone();
    }
    QString zone() const;
    /** What the path to the view begins with, and where that lies now. */
    const ViewQuestion &overview() const
    {
        return m_history.current().path.constFirst();
    }
    TimeWindow overviewWindow() const;
    /** "UTC", "Tashkent UTC+05:00". */
    QString zoneText() const;

    Status status() const
    {
        return m_status;
    }
    ChartSpec chartSpec() const
    {
        return m_spec;
    }
    ChartSpec wholeSpec() const
    {
        return m_wholeSpec;
    }
    QString partText() const;
    /** As rangeText(), of all of the view. */
    QString wholeRangeText() const;
    bool isLogarithmic() const
    {
        return m_history.current().logarithmic;
    }
    /** "Views so far, by day of publication". */
    QString chartTitle() const;
    /** "24 Oct – 22 Nov 2025", with what it is compared with behind it. */
    QString rangeText() const;
    QString rangeZoneText() const;
    QString growthText() const;
    QString comparison() const;
    bool isAllChannels() const;
    int channelsToFetch() const;
    /** How many requests fetchView() makes, at most; 0 while nobody can know. */
    int requestsToFetch() const
    {
        return m_requestsToFetch;
    }
    /** Part of what is shown, or of what it is compared with, was never fetched, and nobody is about to ask for it. */
    bool isLacking() const;
    /** Whether there is something before the view to compare it with. */
    bool isComparable() const;
    /** Whether the view is compared: a time of one's own may not lie before it. */
    bool isComparing() const;
    bool isLongView() const;
    bool isZoomed() const
    {
        return m_zoomCount > 0;
    }
    int firstShown() const
    {
        return m_zoomFirst;
    }
    int lastShown() const
    {
        return m_zoomFirst + int(m_spec.starts.size()) - 1;
    }
    /** What is shown answers an older question: it stays, dimmed, until the new one is answered. */
    bool isOutdated() const
    {
        return m_outdated;
    }
    /** The bucket that chart and table have selected, which follows its time through refreshes; -1 = none. */
    int selected() const
    {
        return m_selected;
    }
    /** Nothing happens while what is shown answers an older question. */
    void select(int bucket);
    bool isLoading() const;
    /** Whether the list of channels is being asked for. */
    bool isListing() const
    {
        return m_listing;
    }
    /** Offline by choice: nothing is asked. */
    bool isOffline() const
    {
        return m_offline;
    }
    void setOffline(bool offline);
    /** The last request for a view or for the list failed on its way. */
    bool isUnreachable() const
    {
        return m_viewUnreached || m_listUnreached;
    }
    /** Whether the source answered anything since it was opened. */
    bool hasAnswered() const
    {
        return m_answered;
    }
    /** Whether somebody looks: only then the view refreshes itself. */
    bool isActive() const
    {
        return m_active;
    }
    void setActive(bool active);

    SourceListModel *sources() const
    {
        return m_parts.sources;
    }
    ChannelListModel *channels()
    {
        return &m_channels;
    }
    PeriodListModel *periods()
    {
        return &m_periods;
    }
    MetricListModel *metrics()
    {
        return &m_metrics;
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
    Notice *notice()
    {
        return &m_notice;
    }

    /** The view that is shown, for files: rows, and whose. */
    const SeriesView &shownView() const
    {
        return m_view;
    }
    Channel shownChannel() const;
    QList<Metric> shownMetrics() const
    {
        return m_history.current().metrics;
    }

    /** Tells that a damaged store was put aside; that stays on the screen until it is closed. */
    void tellMovedAside(const QString &target);

    /** Opens the source that was open last. */
    void restore();
    Q_INVOKABLE void openSource(const QString &key);
    /** Opens a source for this once: the next start opens what was open before. */
    void visitSource(const QString &key);
    /** Signs out of the source; what is stored of it stays readable. */
    Q_INVOKABLE void signOut();
    /** Signs out of the server and takes it off the list; what is stored of it stays. Not for the demo. */
    Q_INVOKABLE void forgetSource();
    Q_INVOKABLE void selectChannel(const QString &id);
    /** Shows all channels side by side. */
    Q_INVOKABLE void openAllChannels();
    /** Asks for the channels of which part of the last 30 days is not stored yet. */
    Q_INVOKABLE void fetchAllChannels();
    /** The channel so many places further in the list; nothing beyond its ends. */
    Q_INVOKABLE void stepChannel(int steps);
    /** A period such as "90d", or a span of the calendar such as "last week". */
    Q_INVOKABLE void openPeriod(const QString &name);
    /** An overview. */
    void openQuestion(const ViewQuestion &question);
    /** Shows the same days and hours by the clocks of "UTC" or "Area/City". */
    Q_INVOKABLE void setZone(const QString &name);
    Q_INVOKABLE void toggleMetric(const QString &name);
    /** Shows one metric alone. */
    Q_INVOKABLE void isolateMetric(const QString &name);
    /** Shows the next metric alone, or for -1 the one before; after the last comes the first. */
    Q_INVOKABLE void stepMetric(int steps);
    Q_INVOKABLE void toggleLogarithmic();
    /** Compares with "previous weekday" and the like; with nothing for an empty name. */
    Q_INVOKABLE void compareWith(const QString &name);
    /** The comparison of before, or the usual one where that does not lie before the view; or none. */
    Q_INVOKABLE void toggleComparison();
    /** Opens the level below a bucket of the shown chart. */
    Q_INVOKABLE void drill(int bucket);
    Q_INVOKABLE void openBreadcrumb(int index);
    /** To all of the view, from there to the level above; from all channels to where they were opened. */
    Q_INVOKABLE void goUp();
    Q_INVOKABLE void goBack();
    Q_INVOKABLE void goForward();
    /** Shows the buckets from one to another in the chart. Back leads to what was shown before. */
    Q_INVOKABLE void zoomTo(int first, int last);
    /**
     * Shows 1/@p factor of what is shown now, and keeps the bucket @p around where it is. Steps of one motion are one
     * for Back.
     */
    Q_INVOKABLE void zoomBy(qreal factor, int around);
    /** As zoomTo(), of which the steps of one motion are one for Back. */
    Q_INVOKABLE void stretchTo(int first, int last);
    /** Moves on by so many buckets, at most to the ends of the view. */
    Q_INVOKABLE void pan(int buckets);
    Q_INVOKABLE void showAll();
    /** The day, hour or span beside: -1 or 1. */
    Q_INVOKABLE void step(int steps);
    /** Asks the source for what is shown, and for its list of channels. */
    Q_INVOKABLE void refresh();
    /** What failed, once more: what is lacking of the view, and unless offline by choice the list of channels. */
    Q_INVOKABLE void retry();
    /** Asks for what is lacking or old of this one view, also when offline by choice. */
    Q_INVOKABLE void fetchView();
    /** A bucket of the shown chart in words. */
    Q_INVOKABLE Postwave::BucketSummary bucketSummary(int bucket) const;

Q_SIGNALS:
    void sourceChanged();
    void channelChanged();
    void viewChanged();
    void shownChanged();
    /** A refresh has found other numbers in these buckets of the view. */
    void bucketsChanged(const QList<int> &buckets);
    /** A bucket of what is shown is about to be opened. */
    void drilled(int bucket);
    /** What was shown lies in this bucket of what is shown now. */
    void climbed(int bucket);
    void loadingChanged();
    void listingChanged();
    void reachChanged();
    void activeChanged();
    void selectedChanged();
    void stepsChanged();
    void requestsToFetchChanged();

private:
    QCoro::Task<> loadChannels();
    void setChannels(const ChannelList &channels);
    void showAllChannels(ViewLoader::Ask ask);
    QCoro::Task<> readFigures(QList<qint64> channels);
    QCoro::Task<> askFigures(QList<qint64> channels, bool all);
    void stopAskingFigures();
    void setAskingFigures(bool asking);
    QList<qint64> channelIds() const;
    QCoro::Task<> endSession(SourceInfo source);
    void chooseChannel();
    void navigate(const ViewState &view);
    void draw(const ViewState &view);
    void tellView();
    void viewMoved();
    void load(ViewLoader::Ask ask);
    ViewLoader::Ask usualAsk() const;
    void clearShown(Status status);
    void show(const SeriesView &view);
    void followSelection();
    QCoro::Task<> readOpened();
    QString rangeTextOf(const ChartSpec &drawn) const;
    void showMissing();
    void showFailed(const Error &error);
    void noteAnswered();
    void noteSettled();
    QCoro::Task<> countRequests();
    void setRequestsToFetch(int requests);
    void noteFailure(Notice::About about, const Error &error, const QString &stillWorks);
    void setListing(bool listing);
    void setUnreached(Notice::About about, bool unreached);
    void setAnswered(bool answered);
    void updateSpec();
    void setZoom(int first, int count, bool forBack);
    void findZoom();
    void scheduleRefresh();
    std::optional<Channel> currentChannel() const;
    qint64 now() const;

    Parts m_parts;
    SourceInfo m_source;
    Repository *m_repository = nullptr;
    std::unique_ptr<ViewLoader> m_loader;
    ViewHistory m_history;
    Comparison m_lastComparison; ///< what the key brings back

    SeriesView m_view; ///< what is shown
    qint64 m_shownChannel = 0; ///< whose
    QString m_lag; ///< how the shown rows differ from the bucket they were opened from
    ChartSpec m_spec;
    ChartSpec m_wholeSpec;
    Status m_status = Status::NoSource;
    int m_zoomFirst = 0;
    int m_zoomCount = 0; ///< of the buckets that the chart shows; 0 = all
    bool m_outdated = false;
    bool m_settled = false; ///< nobody is about to ask for the view
    int m_requestsToFetch = 0;
    quint64 m_countTurn = 0; ///< the newest question for how many requests it takes counts
    bool m_listing = false;
    bool m_offline = false;
    bool m_answered = false;
    bool m_viewUnreached = false;
    bool m_listUnreached = false;
    bool m_active = false;
    ViewLoader::Ask m_lastAsk = ViewLoader::Ask::IfStale;
    quint64 m_refreshTurn = 0; ///< the newest timer counts, older ones do nothing
    quint64 m_figuresTurn = 0; ///< the newest question for all channels counts
    bool m_askingFigures = false;
    bool m_figuresRead = false; ///< what is stored of the channels is shown
    quint64 m_listTurn = 0; ///< the newest question for the channels counts
    int m_selected = -1;
    qint64 m_selectedStart = 0; ///< of the selected bucket, which keeps its time when the view moves on

    ChannelListModel m_channels;
    PeriodListModel m_periods;
    MetricListModel m_metrics;
    SummaryModel m_summary;
    BucketTableModel m_table;
    WeekdayListModel m_weekdays;
    Freshness m_freshness;
    Notice m_notice;
};
}
