// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Postwave.Models

/*! Two fingers, on a screen or a touchpad, zoom about the place between them. */
Item {
    id: pinch

    required property ChartViewport viewport
    /*! The bucket of the view at a place. */
    required property var bucketAt

    PinchHandler {
        /*! What was zoomed to. */
        property real reached: 1

        target: null

        onActiveChanged: reached = 1
        onActiveScaleChanged: {
            const factor = activeScale / reached;
            // Fingers tremble: less than this is no step.
            if (factor > 1.05 || factor < 0.95) {
                pinch.viewport.zoomBy(factor, pinch.bucketAt(centroid.position.x));
                reached = activeScale;
            }
        }
    }
}
