# SPDX-FileCopyrightText: 2025 The Postwave authors
# SPDX-License-Identifier: GPL-3.0-or-later

# The Debian packages of all QML modules that the window imports, those that these import in turn
# included: they do not depend on each other in Debian 12, and the linker does not know of them.
# packaging/check-depends holds this list against ui/, and dev installs from it: one name a line.
set(POSTWAVE_QML_PACKAGES
    qml6-module-qtqml
    qml6-module-qtqml-models
    qml6-module-qtqml-workerscript
    qml6-module-qtquick
    qml6-module-qtquick-controls
    qml6-module-qtquick-layouts
    qml6-module-qtquick-shapes
    qml6-module-qtquick-templates
    qml6-module-qtquick-window
)
