// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "files/formats.h"
#include "files/writers/rowfiles.h"
#include "settings/settingsmodel.h"

#include <QLocale>

namespace Postwave
{
/**
 * What kind of file, as QML knows it. Apart from the models, since QML makes a table of all that a type has to read an
 * enumerator.
 */
namespace ExportFormat
{
Q_NAMESPACE
QML_ELEMENT

enum Format { Csv = int(FileFormat::Csv), Json = int(FileFormat::Json), Png = int(FileFormat::Png) };
Q_ENUM_NS(Format)
}

/** How to draw a picture for a file or the clipboard. */
struct PictureStyle {
    QSize size{800, 450}; ///< logical pixels
    int scale = 2; ///< 1 to 4; the picture has size × scale pixels
    bool dark = false;
    QLocale locale = QLocale::c(); ///< of numbers and dates

    friend bool operator==(const PictureStyle &, const PictureStyle &) = default;
};

/** What the user chose for files, kept from one start to the next. */
class ExportOptions : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the application")
    Q_PROPERTY(Postwave::ExportFormat::Format format READ format WRITE setFormat NOTIFY changed FINAL)
    /** Of a picture: with the colours, size and language of the window, in the place of those below. */
    Q_PROPERTY(bool asOnScreen READ isAsOnScreen WRITE setAsOnScreen NOTIFY changed FINAL)
    /** "800x450", before it is made sharper. */
    Q_PROPERTY(QString sizeName READ sizeName WRITE setSizeName NOTIFY changed FINAL)
    Q_PROPERTY(bool dark READ isDark WRITE setDark NOTIFY changed FINAL)
    /** 1 to 4. */
    Q_PROPERTY(int scale READ scale WRITE setScale NOTIFY changed FINAL)
    /** "," or ";" or a tab. */
    Q_PROPERTY(QString separator READ separator WRITE setSeparator NOTIFY changed FINAL)
    /** Whether a table begins with the mark by which spreadsheets know UTF-8. */
    Q_PROPERTY(bool byteOrderMark READ hasByteOrderMark WRITE setByteOrderMark NOTIFY changed FINAL)
    /** Of the chart in the window, told by it. */
    Q_PROPERTY(QSize screenSize READ screenSize WRITE setScreenSize NOTIFY changed FINAL)
    /** "3,200 × 1,800 pixels". */
    Q_PROPERTY(QString pixels READ pixels NOTIFY changed FINAL)

public:
    explicit ExportOptions(SettingsModel *settings, QObject *parent = nullptr);

    ExportFormat::Format format() const;
    void setFormat(ExportFormat::Format format);
    bool isAsOnScreen() const;
    void setAsOnScreen(bool asOnScreen);
    QSize size() const;
    void setSize(QSize size);
    QString sizeName() const;
    /** Nothing happens for a name that is none. */
    void setSizeName(const QString &name);
    bool isDark() const;
    void setDark(bool dark);
    int scale() const;
    void setScale(int scale);
    QString separator() const;
    void setSeparator(const QString &separator);
    bool hasByteOrderMark() const;
    void setByteOrderMark(bool mark);
    QSize screenSize() const
    {
        return m_screenSize;
    }
    void setScreenSize(QSize size);
    QString pixels() const;

    PictureStyle picture() const;
    CsvFormat csv() const;

Q_SIGNALS:
    void changed();

private:
    void store(const QString &name, const QVariant &value);

    SettingsModel *m_settings;
    QSize m_screenSize{1600, 900};
};
}
