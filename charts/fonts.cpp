// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/fonts.h"

#include "charts/chartstyle.h"
#include "charts/headless_p.h"

#include <QFontDatabase>
#include <QRawFont>
#include <QResource>

#include <algorithm>
#include <array>
#include <clocale>

using namespace Qt::StringLiterals;

// Outside of the namespace, as the macro demands; a static library's resources are not found without it.
static void initResources()
{
    Q_INIT_RESOURCE(postwave_fonts);
}

namespace Postwave
{
namespace
{
constexpr std::array kFiles = {"inter-regular", "inter-semibold", "noto-sans", "noto-sans-arabic"};

/** The font where it lies in the program: given by name, Qt makes two copies of each. */
QByteArray fontData(const char *file)
{
    return QResource(u":/postwave/fonts/"_s + QLatin1StringView(file)).uncompressedData();
}

bool addFonts()
{
    initResources();
    // Text is shaped in the language of the process's locale: with Urdu, digits get other forms.
    if (isHeadlessPrepared() && !std::setlocale(LC_CTYPE, "C.UTF-8"))
        std::setlocale(LC_CTYPE, "C");
    return std::ranges::all_of(kFiles, [](const char *file) {
        return QFontDatabase::addApplicationFontFromData(fontData(file)) >= 0;
    });
}

/** Whether one of the fonts of pictures has the character. */
bool hasCharacter(char32_t character)
{
    static const auto fonts = [] {
        initResources();
        std::array<QRawFont, kFiles.size()> loaded;
        std::ranges::transform(kFiles, loaded.begin(), [](const char *file) {
            return QRawFont(fontData(file), TextSize::kTitle);
        });
        return loaded;
    }();
    return std::ranges::any_of(fonts, [character](const QRawFont &font) {
        return font.supportsCharacter(uint(character));
    });
}
}

bool loadFonts()
{
    static const bool loaded = addFonts();
    return loaded;
}

QFont chartFont(int pixels, QFont::Weight weight)
{
    QFont font;
    font.setFamilies({u"Inter"_s, u"Noto Sans"_s, u"Noto Sans Arabic"_s});
    font.setPixelSize(pixels);
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting);
    font.setStyleStrategy(QFont::StyleStrategy(QFont::PreferAntialias | QFont::NoSubpixelAntialias));
    // Qt 6.4 cannot choose the fonts' tabular digits; axes align to the right instead.
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    font.setFeature("tnum", 1);
#endif
    return font;
}

QString drawableText(const QString &text)
{
    QString kept;
    for (const char32_t character : text.toUcs4()) {
        if (QChar::isLetterOrNumber(character) || QChar::isSpace(character) || hasCharacter(character))
            kept += QChar::fromUcs4(character);
    }
    kept = kept.simplified();
    return kept.isEmpty() ? text : kept;
}
}
