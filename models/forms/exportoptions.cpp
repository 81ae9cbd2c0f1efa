// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "forms/exportoptions.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
// Of a side of the picture before it is scaled; what was written into the settings by hand is brought within them.
constexpr int kSmallestSide = 200;
constexpr int kLargestSide = 4000;
constexpr int kLargestScale = 4;

QSize within(QSize size)
{
    return size.expandedTo({kSmallestSide, kSmallestSide}).boundedTo({kLargestSide, kLargestSide});
}
}

ExportOptions::ExportOptions(SettingsModel *settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
{
    connect(settings, &SettingsModel::darkChanged, this, &ExportOptions::changed);
}

void ExportOptions::store(const QString &name, const QVariant &value)
{
    if (m_settings->exportOption(name) == value)
        return;
    m_settings->setExportOption(name, value);
    Q_EMIT changed();
}

ExportFormat::Format ExportOptions::format() const
{
    const QString name = m_settings->exportOption(u"format"_s).toString();
    return ExportFormat::Format(fileFormatFromName(name).value_or(FileFormat::Png));
}

void ExportOptions::setFormat(ExportFormat::Format format)
{
    store(u"format"_s, infoOf(FileFormat(format)).ending());
}

bool ExportOptions::isAsOnScreen() const
{
    return m_settings->exportOption(u"as_on_screen"_s).toBool();
}

void ExportOptions::setAsOnScreen(bool asOnScreen)
{
    store(u"as_on_screen"_s, asOnScreen);
}

QSize ExportOptions::size() const
{
    const QSize size = m_settings->exportOption(u"size"_s).toSize();
    return size.isValid() ? within(size) : PictureStyle().size;
}

void ExportOptions::setSize(QSize size)
{
    store(u"size"_s, within(size));
}

QString ExportOptions::sizeName() const
{
    return QString::number(size().width()) + u'x' + QString::number(size().height());
}

void ExportOptions::setSizeName(const QString &name)
{
    const QSize wanted(name.section(u'x', 0, 0).toInt(), name.section(u'x', 1, 1).toInt());
    if (!wanted.isEmpty())
        setSize(wanted);
}

bool ExportOptions::isDark() const
{
    return m_settings->exportOption(u"dark"_s).toBool();
}

void ExportOptions::setDark(bool dark)
{
    store(u"dark"_s, dark);
}

int ExportOptions::scale() const
{
    const QVariant scale = m_settings->exportOption(u"scale"_s);
    return scale.isValid() ? std::clamp(scale.toInt(), 1, kLargestScale) : PictureStyle().scale;
}

void ExportOptions::setScale(int scale)
{
    store(u"scale"_s, std::clamp(scale, 1, kLargestScale));
}

QString ExportOptions::separator() const
{
    const QString separator = m_settings->exportOption(u"separator"_s).toString();
    return separator == u";"_s || separator == u"\t"_s ? separator : u","_s;
}

void ExportOptions::setSeparator(const QString &separator)
{
    store(u"separator"_s, separator);
}

bool ExportOptions::hasByteOrderMark() const
{
    return m_settings->exportOption(u"byte_order_mark"_s).toBool();
}

void ExportOptions::setByteOrderMark(bool mark)
{
    store(u"byte_order_mark"_s, mark);
}

void ExportOptions::setScreenSize(QSize size)
{
    if (size == m_screenSize)
        return;
    m_screenSize = size;
    Q_EMIT changed();
}

QString ExportOptions::pixels() const
{
    const PictureStyle style = picture();
    const QLocale locale;
    return tr("%1 × %2 pixels", "width and height of a picture")
        .arg(locale.toString(style.size.width() * style.scale), locale.toString(style.size.height() * style.scale));
}

PictureStyle ExportOptions::picture() const
{
    if (isAsOnScreen())
        return {.size = within(m_screenSize), .scale = scale(), .dark = m_settings->dark(), .locale = QLocale()};
    return {.size = size(), .scale = scale(), .dark = isDark(), .locale = QLocale::c()};
}

CsvFormat ExportOptions::csv() const
{
    return {.separator = separator().at(0).unicode(), .byteOrderMark = hasByteOrderMark()};
}
}
