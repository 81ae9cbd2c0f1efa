// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/latesttask.h"
#include "forms/exportoptions.h"
#include "pages/channelpage.h"

#include <QFuture>

#include <functional>

namespace Postwave
{
/** Which file to ask the user for. */
struct SaveFileRequest {
    QString title; ///< of the dialog
    QString path; ///< suggested folder and name
    QString filter; ///< "PNG picture (*.png)"
    QString suffix; ///< without a dot, added to names that have none
};

/** Saves what is shown as a file, whole or not at all, without stopping the window. */
class ExportModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(Postwave::ExportOptions *options READ options CONSTANT FINAL)
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed FINAL)
    /** Busy for so long that one may want to think better of it. */
    Q_PROPERTY(bool slow READ isSlow NOTIFY changed FINAL)
    Q_PROPERTY(bool possible READ isPossible NOTIFY possibleChanged FINAL)
    /** What a file would hold: "23 Oct – 21 Nov 2025, UTC". */
    Q_PROPERTY(QString rangeText READ rangeText NOTIFY previewChanged FINAL)
    /** Number of rows of a table. */
    Q_PROPERTY(int rowCount READ rowCount NOTIFY previewChanged FINAL)
    /** The first lines of a table, as the options write it. */
    Q_PROPERTY(QString firstLines READ firstLines NOTIFY previewChanged FINAL)
    Q_PROPERTY(QString savedTo READ savedTo NOTIFY changed FINAL)
    Q_PROPERTY(QString copied READ copied NOTIFY changed FINAL)
    Q_PROPERTY(QString error READ error NOTIFY changed FINAL)

public:
    using Format = ExportFormat::Format;
    /** A file that takes longer says so, and can be given up. */
    static constexpr std::chrono::milliseconds kPatience{300};

    /** What the model cannot do by itself. */
    struct Dependencies {
        /** Asks for a file and calls back with its path; never calls back when the user thinks better of it. */
        std::function<void(const SaveFileRequest &, std::function<void(const QString &)>)> chooseFile;
        /** The picture of a spec as a PNG file. */
        std::function<QFuture<Result<QByteArray>>(const ChartSpec &, const PictureStyle &)> draw;
        /** Puts a text, or the picture of a spec, into the clipboard. */
        std::function<void(const QString &)> copyText = {};
        std::function<void(const ChartSpec &, const PictureStyle &)> copyPicture = {};
        QString ownFolder = {}; ///< where nothing is exported to: Postwave's data are there
        Scheduler *scheduler = nullptr; ///< none: nothing is ever slow
    };

    ExportModel(ChannelPage *page, Navigator *navigator, SettingsModel *settings, Dependencies dependencies,
                QObject *parent = nullptr);

    ExportOptions *options()
    {
        return &m_options;
    }
    bool isBusy() const
    {
        return m_busy;
    }
    bool isSlow() const
    {
        return m_slow;
    }
    /** Whether there is anything to save. */
    bool isPossible() const;
    /** Path of the file that was saved last; empty before, after a failure, and once another view is opened. */
    QString savedTo() const
    {
        return m_savedTo;
    }
    /** What was put into the clipboard, in words; empty as savedTo() is. */
    QString copied() const
    {
        return m_copied;
    }
    QString error() const
    {
        return m_error;
    }

    /** Asks for a file of the kind that the options say, then saves to it what was shown when it was asked for. */
    Q_INVOKABLE void choose();
    /** Saves what is shown to @p path. */
    void save(Format format, const QString &path);
    /** Leaves the file that is being made unwritten. */
    Q_INVOKABLE void cancel();
    QString rangeText() const;
    int rowCount() const;
    QString firstLines() const;
    /** Puts the rows that are shown into the clipboard, with tabs between the columns. */
    Q_INVOKABLE void copyTable();
    Q_INVOKABLE void copyPicture();
    /** Takes the message away. */
    Q_INVOKABLE void clear();

    /** "Harbour Lights 30d.csv", without signs that file systems dislike. */
    static QString suggestedName(const QString &title, const SeriesView &view, Format format);

Q_SIGNALS:
    void changed();
    void possibleChanged();
    void previewChanged();

private:
    /** What to save, as it was when the user asked. */
    struct Content {
        SeriesView view;
        JsonFacts facts;
        ChartSpec spec;
        PictureStyle picture;
        CsvFormat csv;
    };

    Content content() const;
    QString channelTitle() const;
    QFuture<Result<QByteArray>> bytesOf(Format format, const Content &content) const;
    QCoro::Task<> write(Format format, Content content, QString path);

    ChannelPage *m_page;
    SettingsModel *m_settings;
    Dependencies m_dependencies;
    ExportOptions m_options;
    std::optional<TimeWindow> m_zoom; ///< of the place that the message is about
    bool m_busy = false;
    bool m_slow = false;
    LatestTask m_file; ///< one that was given up is not written
    QString m_savedTo;
    QString m_copied;
    QString m_error;
};
}
