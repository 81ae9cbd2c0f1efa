// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/exportmodel.h"

#include "core/channeltitle.h"
#include "files/outputfile.h"
#include "format/errortext.h"
#include "format/format.h"

#include <QCoroFuture>

#include <QDir>
#include <QFileInfo>
#include <QPointer>
#include <QRegularExpression>
#include <QtConcurrentRun>

#include <utility>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
constexpr qsizetype kLongestName = 160; ///< bytes; file systems take 255, and there is more to come
constexpr qsizetype kPreviewRows = 4;

QList<Metric> allMetrics()
{
    return {kMetrics.begin(), kMetrics.end()};
}

const FileFormatInfo &infoOf(ExportFormat::Format format)
{
    return Postwave::infoOf(FileFormat(format));
}

/** The days that a file is of, or the time of day where it is of less: what a name can hold, and sorts well. */
QString spanName(TimeWindow window, const QTimeZone &zone)
{
    const QDateTime from = QDateTime::fromSecsSinceEpoch(window.from, zone);
    const QDateTime last = QDateTime::fromSecsSinceEpoch(std::max(window.from, window.until - 1), zone);
    QString first = from.date().toString(Qt::ISODate);
    if (from.date() != last.date())
        return u"%1 to %2"_s.arg(first, last.date().toString(Qt::ISODate));
    if (window.until - window.from >= secondsOf(StoredResolution::Day))
        return first;
    return u"%1 %2-%3"_s.arg(first, from.toString(u"HHmm"), last.toString(u"HHmm"));
}

QString filterOf(ExportFormat::Format format)
{
    const FileFormatInfo &info = infoOf(format);
    switch (info.content) {
    case FileFormatInfo::Content::Table:
        return ExportModel::tr("Table (*.%1)").arg(info.ending());
    case FileFormatInfo::Content::Data:
        return ExportModel::tr("Data (*.%1)").arg(info.ending());
    case FileFormatInfo::Content::Picture:
        break;
    }
    return ExportModel::tr("Image (*.%1)").arg(info.ending());
}

Result<Done> writeFile(const QString &path, const QString &ownFolder, const QByteArray &bytes)
{
    OutputFile file(path, ownFolder);
    if (Result<Done> opened = file.open(); !opened)
        return opened;
    return file.write(bytes);
}
}

ExportModel::ExportModel(ChannelPage *page, Navigator *navigator, SettingsModel *settings, Dependencies dependencies,
                         QObject *parent)
    : QObject(parent)
    , m_page(page)
    , m_settings(settings)
    , m_dependencies(std::move(dependencies))
    , m_options(settings)
    , m_zoom(navigator->current().zoom)
{
    connect(page, &ChannelPage::shownChanged, this, &ExportModel::possibleChanged);
    connect(page, &ChannelPage::shownChanged, this, &ExportModel::previewChanged);
    connect(&m_options, &ExportOptions::changed, this, &ExportModel::previewChanged);
    // The message is about the view that was there.
    connect(navigator, &Navigator::moved, this, [this, navigator] {
        m_zoom = navigator->current().zoom;
        clear();
    });
    connect(navigator, &Navigator::adjusted, this, [this, navigator] {
        if (std::exchange(m_zoom, navigator->current().zoom) != navigator->current().zoom)
            clear();
    });
}

bool ExportModel::isPossible() const
{
    // What is dimmed answers another question than the one that the window names.
    return m_page->status() == ChannelPage::Status::Shown && !m_page->isOutdated();
}

QString ExportModel::suggestedName(const QString &title, const SeriesView &view, Format format)
{
    QString name = title;
    static const QRegularExpression unfit(u"[/\\\\:*?\"<>|\\p{C}]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    name.replace(unfit, u" "_s);
    // A leading dot would hide the file.
    while (name.startsWith(u'.') || name.startsWith(u' '))
        name.remove(0, 1);
    name = name.simplified();
    while (name.toUtf8().size() > kLongestName)
        name.chop(name.back().isLowSurrogate() ? 2 : 1);
    name = name.trimmed();
    return u"%1 %2.%3"_s.arg(name, spanName(view.window, view.question.zone), infoOf(format).ending()).trimmed();
}

QString ExportModel::channelTitle() const
{
    return Postwave::channelTitle(m_page->shownChannel());
}

ExportModel::Content ExportModel::content() const
{
    return {.view = m_page->selection(),
            .facts = {.source = m_page->viewport()->whole().source, .channel = m_page->shownChannel()},
            .spec = m_page->viewport()->part(),
            .picture = m_options.picture(),
            .csv = m_options.csv()};
}

QString ExportModel::rangeText() const
{
    return tr("%1, %2", "a span of time, its time zone").arg(m_page->rangeText(), m_page->rangeZoneText());
}

int ExportModel::rowCount() const
{
    return int(m_page->selection().rows.size());
}

QString ExportModel::firstLines() const
{
    SeriesView begin = m_page->selection();
    begin.rows = begin.rows.first(std::min(kPreviewRows, begin.rows.size()));
    if (begin.compared)
        begin.compared->rows = begin.compared->rows.first(begin.rows.size());
    CsvFormat format = m_options.csv();
    format.byteOrderMark = false;
    return QString::fromUtf8(csvOf(begin, allMetrics(), format)).remove(u'\r').trimmed();
}

void ExportModel::choose()
{
    if (!isPossible() || m_busy)
        return;
    const Format format = m_options.format();
    const Content wanted = content();
    const QString folder = m_settings->exportFolder().toLocalFile();
    const SaveFileRequest wish{.title = tr("Export"),
                               .path = QDir(folder).filePath(suggestedName(channelTitle(), wanted.view, format)),
                               .filter = filterOf(format),
                               .suffix = infoOf(format).ending()};
    m_dependencies.chooseFile(wish, [this, self = QPointer<ExportModel>(this), format, wanted](const QString &path) {
        if (!self)
            return;
        m_settings->setExportFolder(QUrl::fromLocalFile(QFileInfo(path).absolutePath()));
        write(format, wanted, path);
    });
}

void ExportModel::save(Format format, const QString &path)
{
    if (isPossible() && !m_busy)
        write(format, content(), path);
}

void ExportModel::copyTable()
{
    if (!isPossible())
        return;
    const SeriesView &view = m_page->selection();
    m_dependencies.copyText(QString::fromUtf8(csvOf(view, allMetrics(), {.separator = u'\t'})));
    clear();
    m_copied = tr("Copied %n row(s)", nullptr, int(view.rows.size()));
    Q_EMIT changed();
}

void ExportModel::copyPicture()
{
    if (!isPossible())
        return;
    m_dependencies.copyPicture(m_page->viewport()->part(), m_options.picture());
    clear();
    m_copied = tr("Copied the image");
    Q_EMIT changed();
}

void ExportModel::clear()
{
    m_savedTo.clear();
    m_copied.clear();
    m_error.clear();
    Q_EMIT changed();
}

QFuture<Result<QByteArray>> ExportModel::bytesOf(Format format, const Content &content) const
{
    if (format == ExportFormat::Png)
        return m_dependencies.draw(content.spec, content.picture);
    return QtConcurrent::run([format, content]() -> Result<QByteArray> {
        return format == ExportFormat::Csv ? csvOf(content.view, allMetrics(), content.csv)
                                           : jsonOf(content.view, allMetrics(), content.facts);
    });
}

void ExportModel::cancel()
{
    if (!m_busy)
        return;
    m_file.cancel();
    m_busy = false;
    m_slow = false;
    Q_EMIT changed();
}

QCoro::Task<> ExportModel::write(Format format, Content content, QString path)
{
    const QPointer<ExportModel> self(this);
    const LatestTask::Ticket ticket = m_file.start();
    m_busy = true;
    m_savedTo.clear();
    m_copied.clear();
    m_error.clear();
    Q_EMIT changed();
    if (m_dependencies.scheduler) {
        m_dependencies.scheduler->after(kPatience, this, [this, ticket] {
            if (!ticket.isCurrent() || !m_busy)
                return;
            m_slow = true;
            Q_EMIT changed();
        });
    }

    const QFuture<Result<QByteArray>> making = bytesOf(format, content);
    const Result<QByteArray> bytes = co_await making;
    if (!ticket.isCurrent())
        co_return;
    Result<Done> written = Done{};
    if (bytes) {
        const QFuture<Result<Done>> writing = QtConcurrent::run(writeFile, path, m_dependencies.ownFolder, *bytes);
        written = co_await writing;
    } else {
        written = bytes.error();
    }
    if (!self)
        co_return;
    // Given up while it was written: too late, the file is there, and it is said so.
    self->m_busy = !ticket.isCurrent() && self->m_busy;
    self->m_slow = self->m_slow && self->m_busy;
    if (written)
        self->m_savedTo = path;
    else
        self->m_error = sentenceFor(written.error());
    Q_EMIT self->changed();
}
}
