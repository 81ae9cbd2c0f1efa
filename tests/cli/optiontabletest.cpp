// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "cli/optiontable.h"
#include "testcase.h"

#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Postwave;
using namespace Qt::StringLiterals;

/** What help, manual page and completion say of options and formats, held against what the program takes. */
class OptionTableTest : public QObject
{
    Q_OBJECT

private:
    using Command = CommandLine::Command;

    static QStringList sorted(const QSet<QString> &names)
    {
        QStringList list(names.cbegin(), names.cend());
        list.sort();
        return list;
    }
    static QStringList namesOf(const QList<OptionSpec> &options)
    {
        QSet<QString> names;
        for (const OptionSpec &option : options)
            names.insert(QString::fromLatin1(option.name));
        return sorted(names);
    }
    /** The options that a text names; @p dashes is what stands before a name. */
    static QStringList namedIn(const QString &text, const QString &dashes)
    {
        static const QString name = u"([a-z][a-z-]+)"_s;
        QSet<QString> names;
        const QRegularExpression form(dashes + name);
        for (auto match = form.globalMatch(text); match.hasNext();)
            names.insert(match.next().captured(1));
        return sorted(names);
    }
    static QString packaged(const QString &name)
    {
        QFile file(QStringLiteral(POSTWAVE_PACKAGING) + u'/' + name);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }
    /** What the completion offers for a word that begins with dashes. */
    static QStringList offered(const QString &command)
    {
        // Of bash-completion alone the one function that reads the line is called, so that it need not be there.
        const QString script =
            u"_init_completion() { cur=--; prev=; words=(postwave %1 --); cword=$((${#words[@]} - 1)); }\n"
            "source '%2/completions/postwave.bash' 2>/dev/null; _postwave; printf '%s\\n' "
            "\"${COMPREPLY[@]}\""_s.arg(command, QStringLiteral(POSTWAVE_PACKAGING));
        QProcess bash;
        bash.start(u"bash"_s, {u"--norc"_s, u"--noprofile"_s, u"-c"_s, script});
        if (!bash.waitForFinished())
            return {};
        QStringList names;
        for (const QString &line : QString::fromUtf8(bash.readAllStandardOutput()).split(u'\n', Qt::SkipEmptyParts))
            names.append(line.mid(2));
        names.sort();
        return names;
    }

private Q_SLOTS:
    void helpNamesThemAll()
    {
        QCOMPARE(namedIn(helpText(), u"--"_s), namesOf(allOptions()));
    }

    void theManualPageNamesThemAll()
    {
        QCOMPARE(namedIn(packaged(u"postwave.1"_s), u"Fl -"_s), namesOf(allOptions()));
    }

    void theCompletionOffersWhatACommandTakes_data()
    {
        QTest::addColumn<CommandLine::Command>("command");
        for (const Command command :
             {Command::Window, Command::Channels, Command::Fetch, Command::Export, Command::Store})
            QTest::newRow(qPrintable(u"postwave "_s + commandWord(command))) << command;
    }
    void theCompletionOffersWhatACommandTakes()
    {
        QFETCH(const CommandLine::Command, command);
        QCOMPARE(offered(commandWord(command)), namesOf(optionsOf(command)));
    }

    void commandsHaveTheirWords()
    {
        for (const Command command :
             {Command::Window, Command::Channels, Command::Fetch, Command::Export, Command::Store}) {
            QCOMPARE(commandFromWord(commandWord(command)), command);
            QVERIFY(helpText().contains(u"postwave "_s + commandWord(command)));
        }
        QVERIFY(!commandFromWord(u"exports"_s));
    }

    void formatsAreNamedEverywhere()
    {
        const QString endings = fileEndings(u"|"_s);
        QCOMPARE(endings, u"csv|json|png"_s);
        QVERIFY(helpText().contains(u"--output FILE.("_s + endings + u')'));
        QVERIFY(packaged(u"completions/postwave.bash"_s).contains(u"_filedir '@("_s + endings + u")'"_s));
        const QString manual = packaged(u"postwave.1"_s);
        for (const FileFormatInfo &info : fileFormats()) {
            QVERIFY2(manual.contains(u'.' + info.ending()), info.name);
            QCOMPARE(fileFormatFromName(info.ending().toUpper()), info.format);
            QCOMPARE(infoOf(info.format).name, info.name);
            const auto refusal = readCommandLine({u"export"_s, u"--demo"_s, u"--channel"_s, u"5"_s, u"--period"_s,
                                                  u"7d"_s, u"--output"_s, u"file.txt"_s});
            QVERIFY(!refusal);
            QVERIFY2(refusal.error().argument.contains(u'.' + info.ending()), info.name);
        }
        QVERIFY(!fileFormatFromName(u"txt"_s));
    }
};

POSTWAVE_TEST(OptionTableTest, QCoreApplication)
#include "optiontabletest.moc"
