// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/palette.h"
#include "charts/contrast.h"
#include "testcase.h"

#include <QTest>

#include <cmath>

using namespace Postwave;

namespace
{
/** Relative luminance of WCAG 2. */
double luminance(const QColor &colour)
{
    const auto linear = [](double part) {
        return part <= 0.03928 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const double lighter = std::max(luminance(a), luminance(b));
    const double darker = std::min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
}
}

class PaletteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrast_data();
    void contrast();
    void readableAsText_data();
    void readableAsText();
};

void PaletteTest::contrast_data()
{
    QTest::addColumn<QColor>("colour");
    QTest::addColumn<QColor>("ground");
    QTest::addColumn<double>("least");
    const auto add = [](const ColourToken &token, double least) {
        for (const Theme theme : {Theme::Light, Theme::Dark}) {
            QTest::addRow("%s %s", token.name, theme == Theme::Light ? "light" : "dark")
                << token.in(theme) << Palette::kSurface.in(theme) << least;
        }
    };
    for (const ColourToken &text : {Palette::kText, Palette::kMuted, Palette::kAccent, Palette::kGood, Palette::kBad})
        add(text, 4.5);
    for (const Metric metric : kMetrics)
        add(Palette::forMetric(metric), 3);
    add(Palette::kWarn, 3);
}

void PaletteTest::contrast()
{
    QFETCH(const QColor, colour);
    QFETCH(const QColor, ground);
    QFETCH(const double, least);
    const double measured = ::contrast(colour, ground);
    QVERIFY2(measured >= least, qPrintable(QString::number(measured)));
}

void PaletteTest::readableAsText_data()
{
    QTest::addColumn<ColourToken>("token");
    for (const ColourToken &token : Palette::kAll)
        QTest::newRow(token.name) << token;
}

void PaletteTest::readableAsText()
{
    QFETCH(const ColourToken, token);
    for (const Theme theme : {Theme::Light, Theme::Dark}) {
        const double measured = ::contrast(token.in(theme), Palette::kSurface.in(theme));
        QCOMPARE(contrastOf(Palette::kSurface.in(theme), token.in(theme)), measured);
        QCOMPARE(isReadableText(token, theme), measured >= 4.5);
    }
}

POSTWAVE_TEST(PaletteTest, QCoreApplication)
#include "palettetest.moc"
