// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/pngwriter.h"

#include <QImage>

#include <png.h>

#include <csetjmp>

using namespace Qt::StringLiterals;

namespace Postwave
{
namespace
{
/** Rows that are converted at a time: enough for speed, little memory. */
constexpr int kBand = 64;
/** Chart lines compress well at once; higher levels cost much and gain little. */
constexpr int kLevel = 3;

void appendBytes(png_structp png, png_bytep data, size_t size)
{
    static_cast<QByteArray *>(png_get_io_ptr(png))->append(reinterpret_cast<const char *>(data), qsizetype(size));
}

void flushNothing(png_structp)
{
}

/** Owns what libpng allocates; its errors jump, so nothing that has a destructor may live across its calls. */
struct Writer {
    png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, nullptr, nullptr, nullptr);
    png_infop info = png ? png_create_info_struct(png) : nullptr;

    ~Writer()
    {
        png_destroy_write_struct(&png, &info);
    }
};

bool begin(const Writer &writer, QByteArray *bytes, QSize size)
{
    if (setjmp(png_jmpbuf(writer.png)))
        return false;
    png_set_write_fn(writer.png, bytes, appendBytes, flushNothing);
    png_set_compression_level(writer.png, kLevel);
    png_set_filter(writer.png, PNG_FILTER_TYPE_BASE, PNG_FILTER_UP);
    png_set_IHDR(writer.png, writer.info, png_uint_32(size.width()), png_uint_32(size.height()), 8, PNG_COLOR_TYPE_RGB,
                 PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
    png_write_info(writer.png, writer.info);
    return true;
}

bool writeRows(const Writer &writer, const QImage &band)
{
    if (setjmp(png_jmpbuf(writer.png)))
        return false;
    for (int row = 0; row < band.height(); ++row)
        png_write_row(writer.png, band.constScanLine(row));
    return true;
}

bool end(const Writer &writer)
{
    if (setjmp(png_jmpbuf(writer.png)))
        return false;
    png_write_end(writer.png, nullptr);
    return true;
}

Error failure(const char *detail)
{
    return {Error::Kind::FileFailed, QString::fromLatin1(detail), {}, 0, 0};
}
}

Result<QByteArray> encodePng(const QImage &image)
{
    if (image.isNull())
        return failure("empty image");
    const Writer writer;
    if (!writer.info)
        return failure("libpng cannot start");
    QByteArray bytes;
    bytes.reserve(image.sizeInBytes() / 16 + 1024);
    if (!begin(writer, &bytes, image.size()))
        return failure("libpng refused the header");
    for (int y = 0; y < image.height(); y += kBand) {
        const int rows = std::min(kBand, image.height() - y);
        const QImage band = image.copy(0, y, image.width(), rows).convertToFormat(QImage::Format_RGB888);
        if (band.isNull() || !writeRows(writer, band))
            return failure("libpng refused a row");
    }
    if (!end(writer))
        return failure("libpng refused the end");
    return bytes;
}
}
