// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Postwave.Models
import Postwave.Ui

/*! What the window looks like, and how often it asks. Every choice takes effect at once. */
Item {
    id: page

    required property SettingsModel settings

    signal done

    Component.onCompleted: closeButton.forceActiveFocus(Qt.OtherFocusReason)

    FormCard {
        preferredWidth: 472
        spacing: 20

        BodyLabel {
            Accessible.name: text
            Accessible.role: Accessible.Heading
            Layout.fillWidth: true
            font.bold: true
            font.pixelSize: Theme.titleSize
            text: qsTr("Settings")
        }
        ChoiceRow {
            Layout.fillWidth: true
            current: page.settings.appearance
            label: qsTr("Colours")
            names: [qsTr("System"), qsTr("Light"), qsTr("Dark")]
            values: [SettingsModel.System, SettingsModel.Light, SettingsModel.Dark]

            onChosen: value => page.settings.appearance = value
        }
        ChoiceRow {
            Layout.fillWidth: true
            current: page.settings.textScale
            label: qsTr("Text size")
            names: [qsTr("100 %"), qsTr("125 %"), qsTr("150 %"), qsTr("175 %"), qsTr("200 %")]
            values: [1, 1.25, 1.5, 1.75, 2]

            onChosen: value => page.settings.textScale = value
        }
        ChoiceRow {
            Layout.fillWidth: true
            current: page.settings.refreshSeconds
            help: qsTr("Only while the window is visible, and never offline. Each refresh takes a request or two.")
            label: qsTr("Auto-refresh")
            names: [qsTr("Never"), qsTr("Every 30 s"), qsTr("Every minute"), qsTr("Every 5 min"), qsTr("Every 10 min")]
            values: [0, 30, 60, 300, 600]

            onChosen: value => page.settings.refreshSeconds = value
        }
        // No wider than its words: with a width from the layout Qt 6.4 loses the row of choices above it.
        CheckField {
            checked: page.settings.letterKeys
            text: qsTr("Single-letter shortcuts")

            onToggled: page.settings.letterKeys = checked
        }
        PushButton {
            id: closeButton

            Layout.topMargin: 4
            primary: true
            text: qsTr("Done")

            onClicked: page.done()
        }
    }
}
