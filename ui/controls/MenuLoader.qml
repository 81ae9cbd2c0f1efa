// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Postwave.Ui

/*! Makes a menu when it is opened for the first time: menus are a good part of what a window is made of. */
Loader {
    id: loader

    /*! Opens it below @a button, at its side that leaves room. */
    function open(button: Item) {
        active = true;
        const beginsRight = button.mapToItem(null, 0, 0).x > button.Window.width / 2;
        const menu = item as PlainMenu;
        menu.popup(button, beginsRight ? button.width - menu.width : 0, button.height + 4);
    }

    active: false
}
