// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/chartstyle.h"
#include "testcase.h"

#include <QApplication>
#include <QQmlComponent>
#include <QQmlEngine>

using namespace Postwave;
using namespace Qt::StringLiterals;

/** What QML reads as Theme, against the palette and the sizes that charts are drawn with. */
class ThemeTest : public QObject
{
    Q_OBJECT

private:
    /** An object whose property "seen" is bound to the expression. */
    std::unique_ptr<QObject> bound(const QString &expression)
    {
        QQmlComponent component(&m_engine);
        component.setData(
            u"import QtQuick; import Postwave.Ui; QtObject { readonly property var seen: %1 }"_s.arg(expression)
                .toUtf8(),
            {});
        std::unique_ptr<QObject> object(component.create());
        if (!object)
            qWarning("%s", qPrintable(component.errorString()));
        return object;
    }
    QQmlEngine m_engine;
    QObject *m_theme = nullptr; // of the engine

private Q_SLOTS:
    void initTestCase()
    {
        m_engine.addImportPath(u":/qt/qml"_s);
        const auto object = bound(u"Theme"_s);
        QVERIFY(object);
        m_theme = object->property("seen").value<QObject *>();
        QVERIFY(m_theme);
    }

    void init()
    {
        m_theme->setProperty("dark", false);
        m_theme->setProperty("textScale", 1);
    }

    void bindingsFollowTheTheme_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<ColourToken>("token");
        for (const ColourToken &token : Palette::kAll)
            QTest::newRow(token.name) << u"Theme.%1"_s.arg(QLatin1String(token.name)) << token;
        for (const Metric metric : kMetrics) {
            const QString name = metricName(metric);
            QTest::newRow(qPrintable(u"metric "_s + name))
                << u"Theme.ofMetric('%1')"_s.arg(name) << Palette::forMetric(metric);
        }
        QTest::newRow("metric of another version") << u"Theme.ofMetric('forwards')"_s << Palette::kViews;
    }

    void bindingsFollowTheTheme()
    {
        QFETCH(const QString, expression);
        QFETCH(const ColourToken, token);
        const auto object = bound(expression);
        QVERIFY(object);
        QCOMPARE(object->property("seen").value<QColor>(), token.in(Theme::Light));
        m_theme->setProperty("dark", true);
        QCOMPARE(object->property("seen").value<QColor>(), token.in(Theme::Dark));
        m_theme->setProperty("dark", false);
        QCOMPARE(object->property("seen").value<QColor>(), token.in(Theme::Light));
    }

    void textIsAsLargeAsInCharts_data()
    {
        QTest::addColumn<int>("size");
        QTest::newRow("titleSize") << TextSize::kTitle;
        QTest::newRow("sectionSize") << TextSize::kSection;
        QTest::newRow("bodySize") << TextSize::kBody;
        QTest::newRow("labelSize") << TextSize::kLabel;
    }

    void textIsAsLargeAsInCharts()
    {
        QFETCH(const int, size);
        const auto object = bound(u"Theme.%1"_s.arg(QLatin1String(QTest::currentDataTag())));
        QVERIFY(object);
        QCOMPARE(object->property("seen").toInt(), size);
        m_theme->setProperty("textScale", 2);
        QCOMPARE(object->property("seen").toInt(), 2 * size);
    }
};

// Its module brings Qt Charts along, which wants a QApplication.
POSTWAVE_TEST(ThemeTest, QApplication)
#include "themetest.moc"
