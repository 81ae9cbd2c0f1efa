// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QKeySequence>
#include <QObject>
#include <QStringList>
#include <QtQml/qqmlregistration.h>
#include <QVariant>

namespace Postwave
{
/** One thing that can be done in the window: its words, its keys, and whether it can be done now. */
class Command : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    /** Among which others it stands in the list of keys: "Navigation", "Chart". */
    Q_PROPERTY(QString group READ group WRITE setGroup NOTIFY changed FINAL)
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed FINAL)
    /** What else it may be looked for by: "compare" where the text says "Stop comparing". */
    Q_PROPERTY(QString keywords READ keywords WRITE setKeywords NOTIFY changed FINAL)
    /** Each a StandardKey or a text such as "Ctrl+K"; the first ones are shown. */
    Q_PROPERTY(QVariantList keys READ keys WRITE setKeys NOTIFY changed FINAL)
    /** The same as texts that every system writes alike, for a Shortcut. */
    Q_PROPERTY(QVariantList sequences READ sequences NOTIFY changed FINAL)
    /** Those of them with Ctrl, Alt, or a key that types nothing: speech and trembling hands press no others. */
    Q_PROPERTY(QVariantList chords READ chords NOTIFY changed FINAL)
    Q_PROPERTY(bool enabled READ isEnabled WRITE setEnabled NOTIFY changed FINAL)
    /** The keys are those of a part of the window while it has the focus: the command is told, and not run from here.
     */
    Q_PROPERTY(bool local READ isLocal WRITE setLocal NOTIFY changed FINAL)

public:
    using QObject::QObject;

    QString group() const
    {
        return m_group;
    }
    void setGroup(const QString &group);
    QString text() const
    {
        return m_text;
    }
    void setText(const QString &text);
    QString keywords() const
    {
        return m_keywords;
    }
    void setKeywords(const QString &keywords);
    QVariantList keys() const
    {
        return m_keys;
    }
    void setKeys(const QVariantList &keys);
    QVariantList sequences() const;
    QVariantList chords() const;
    /** The first two of its keys, as this system writes them. */
    QStringList keyTexts() const;
    bool isEnabled() const
    {
        return m_enabled;
    }
    void setEnabled(bool enabled);
    bool isLocal() const
    {
        return m_local;
    }
    void setLocal(bool local);

    /** Does it, where it can be done. */
    Q_INVOKABLE void trigger();

Q_SIGNALS:
    void changed();
    void triggered();

private:
    QString m_group;
    QString m_text;
    QString m_keywords;
    QVariantList m_keys;
    QList<QKeySequence> m_sequences;
    bool m_enabled = true;
    bool m_local = false;
};
}
