// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/dashboardstate.h"
#include "series/rowfiles.h"

#include <QFuture>

#include <functional>

namespace Postwave
{
/** Which file to ask the user for. */
struct FileWish {
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
    Q_PROPERTY(bool busy READ isBusy NOTIFY changed FINAL)
    Q_PROPERTY(bool possible READ isPossible NOTIFY possibleChanged FINAL)
    Q_PROPERTY(QString savedTo READ savedTo NOTIFY changed FINAL)
    Q_PROPERTY(QString copied READ copied NOTIFY changed FINAL)
    Q_PROPERTY(QString error READ error NOTIFY changed FINAL)

public:
    enum class Format { Csv, Json, Png };
    Q_ENUM(Format)

    /** What the model cannot do by itself. */
    struct Help {
        /** Asks for a file and calls back with its path; never calls back when the user thinks better of it. */
        std::function<void(const FileWish &, std::function<void(const QString &)>)> chooseFile;
        /** The picture of a spec as a PNG file. */
        std::function<QFuture<Result<QByteArray>>(const ChartSpec &, bool dark)> draw;
        /** Puts a text, or the picture of a spec, into the clipboard. */
        std::function<void(const QString &)> copyText = {};
        std::function<void(const ChartSpec &, bool dark)> copyPicture = {};
    };

    ExportModel(DashboardState *dashboard, SettingsModel *settings, Help help, QObject *parent = nullptr);

    bool isBusy() const
    {
        return m_busy;
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

    /** Asks for a file, then saves to it what was shown when it was asked for. */
    Q_INVOKABLE void choose(Postwave::ExportModel::Format format);
    /** Saves what is shown to @p path. */
    void save(Format format, const QString &path);
    /** Puts the rows that are shown into the clipboard, with tabs between the columns. */
    Q_INVOKABLE void copyTable();
    Q_INVOKABLE void copyPicture();
    /** Takes the message away. */
    Q_INVOKABLE void clear();

    /** "Harbour Lights 30d.csv", without signs that file systems dislike. */
    static QString suggestedName(const QString &title, const ViewQuestion &question, Format format);

Q_SIGNALS:
    void changed();
    void possibleChanged();

private:
    /** What to save, as it was when the user asked. */
    struct Content {
        SeriesView view;
        JsonFacts facts;
        ChartSpec spec;
        bool dark = false;
    };

    Content content() const;
    QFuture<Result<QByteArray>> bytesOf(Format format, const Content &content) const;
    QCoro::Task<> write(Format format, Content content, QString path);

    DashboardState *m_dashboard;
    SettingsModel *m_settings;
    Help m_help;
    bool m_busy = false;
    QString m_savedTo;
    QString m_copied;
    QString m_error;
};
}
