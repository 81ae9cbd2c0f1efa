// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Postwave.Charts

/*! Two fingers, on a screen or a touchpad, zoom about the place between them. */
Item {
    id: pinch

    /*! What is told of them. */
    required property ChartGestures receiver

    PinchHandler {
        target: null

        onActiveChanged: pinch.receiver.beginPinch()
        onActiveScaleChanged: pinch.receiver.pinch(activeScale, centroid.position.x)
    }
}
