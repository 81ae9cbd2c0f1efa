// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/isolatingtranslator.h"

#include "testcase.h"

#include <QCoreApplication>
#include <QTest>

using namespace Postwave;
using namespace Qt::StringLiterals;

/** Sentences whose arguments are written from right to left. */
class IsolatingTranslatorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void argumentsAreHeldApart()
    {
        IsolatingTranslator translator;
        QVERIFY(QCoreApplication::installTranslator(&translator));
        QCOMPARE(QCoreApplication::translate("Any", "%1 of %2 posts").arg(u"٤"_s, u"٤٢"_s),
                 u"\u2068٤\u2069 of \u2068٤٢\u2069 posts"_s);
        QCOMPARE(QCoreApplication::translate("Any", "%n post(s)", nullptr, 3), u"\u20683\u2069 post(s)"_s);
        QCOMPARE(QCoreApplication::translate("Any", "%L1, %10, 100 %").arg(7).arg(u"x"_s),
                 u"\u20687\u2069, \u2068x\u2069, 100 %"_s);
        QCOMPARE(QCoreApplication::translate("Any", "No argument"), u"No argument"_s);
        // Qt's own texts are left to Qt's own catalogue.
        QVERIFY(translator.translate("QFileDialog", "Delete %1?", nullptr, -1).isEmpty());
        QCoreApplication::removeTranslator(&translator);
    }
};

POSTWAVE_TEST(IsolatingTranslatorTest, QCoreApplication)

#include "isolatingtranslatortest.moc"
