// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Postwave.Models
import Postwave.Ui

/*! What the window looks like, and how often it asks, beside what it changes. Every choice takes effect at once. */
Rectangle {
    id: sheet

    required property SettingsModel settings

    signal done

    Accessible.name: qsTr("Settings")
    Accessible.role: Accessible.Dialog
    color: Theme.surface
    implicitWidth: Math.round(472 * Theme.textScale)

    Component.onCompleted: closeButton.forceActiveFocus(Qt.OtherFocusReason)

    // A press between two choices is none on the chart below.
    MouseArea {
        anchors.fill: parent
        hoverEnabled: true

        onWheel: wheel => wheel.accepted = true
    }
    Rectangle {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.top: parent.top
        color: Theme.line
        width: 1
    }
    ScrollForm {
        anchors.fill: parent
        anchors.margins: 24
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
            current: sheet.settings.appearance
            label: qsTr("Colours")
            names: [qsTr("System"), qsTr("Light"), qsTr("Dark")]
            values: [SettingsModel.System, SettingsModel.Light, SettingsModel.Dark]

            onChosen: value => sheet.settings.appearance = value
        }
        ChoiceRow {
            Layout.fillWidth: true
            current: sheet.settings.textScale
            label: qsTr("Text size")
            names: [qsTr("100 %"), qsTr("125 %"), qsTr("150 %"), qsTr("175 %"), qsTr("200 %")]
            values: [1, 1.25, 1.5, 1.75, 2]

            onChosen: value => sheet.settings.textScale = value
        }
        ChoiceRow {
            Layout.fillWidth: true
            current: sheet.settings.refreshSeconds
            help: qsTr("Only while the window is visible, and never offline. Each refresh takes a request or two.")
            label: qsTr("Auto-refresh")
            names: [qsTr("Never"), qsTr("Every 30 s"), qsTr("Every minute"), qsTr("Every 5 min"), qsTr("Every 10 min")]
            values: [0, 30, 60, 300, 600]

            onChosen: value => sheet.settings.refreshSeconds = value
        }
        // No wider than its words: with a width from the layout Qt 6.4 loses the row of choices above it.
        CheckField {
            checked: sheet.settings.letterKeys
            text: qsTr("Single-letter shortcuts")

            onToggled: sheet.settings.letterKeys = checked
        }
        PushButton {
            id: closeButton

            Layout.topMargin: 4
            primary: true
            text: qsTr("Done")

            onClicked: sheet.done()
        }
    }
}
