// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/filechooser.h"

#include <QFileDialog>
#include <QWindow>

namespace Postwave
{
void chooseFile(QWindow *parent, const SaveFileRequest &wish, std::function<void(const QString &)> chosen)
{
    auto *dialog = new QFileDialog(nullptr, wish.title, wish.path, wish.filter);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(wish.suffix);
    dialog->selectFile(wish.path);
    dialog->winId(); // makes its window, which then belongs to ours
    dialog->windowHandle()->setTransientParent(parent);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, [chosen = std::move(chosen)](const QString &path) {
        chosen(path);
    });
    dialog->open();
}
}
