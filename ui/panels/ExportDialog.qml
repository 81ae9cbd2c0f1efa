// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Postwave.Charts
import Postwave.Models
import Postwave.Ui

/*! What a file is to hold, with a look at it. The choices are those of last time. */
PopupCard {
    id: dialog

    /*! What the picture is of. */
    required property ChartViewport viewport
    /*! Of the channel. */
    required property string title
    required property ExportModel exporter

    readonly property ExportOptions options: exporter.options
    readonly property bool isPicture: options.format === ExportFormat.Png
    readonly property bool isTable: options.format === ExportFormat.Csv

    height: Math.min(parent.height - 32, form.fullHeight + buttons.implicitHeight + 3 * padding)
    modal: true
    width: Math.min(parent.width - 32, Math.round(560 * Theme.textScale))
    x: Math.round((parent.width - width) / 2)
    y: Math.round((parent.height - height) / 2)

    onOpened: saveButton.forceActiveFocus(Qt.PopupFocusReason)

    ColumnLayout {
        anchors.fill: parent
        spacing: 16

        // Else the key would also lead one level up.
        Keys.onShortcutOverride: event => event.accepted = event.key === Qt.Key_Escape
        Keys.onEscapePressed: dialog.close()

        ScrollForm {
            id: form

            Layout.fillHeight: true
            Layout.fillWidth: true
            spacing: 16

            ColumnLayout {
                Layout.fillWidth: true
                spacing: 2

                BodyLabel {
                    Accessible.name: text
                    Accessible.role: Accessible.Heading
                    font.bold: true
                    font.pixelSize: Theme.sectionSize
                    text: qsTr("Export: %1").arg(dialog.title)
                    textFormat: Text.PlainText
                }
                CaptionLabel {
                    Accessible.name: text
                    Layout.fillWidth: true
                    elide: Text.ElideNone
                    text: dialog.exporter.rangeText
                    wrapMode: Text.WordWrap
                }
            }
            ChoiceRow {
                Layout.fillWidth: true
                current: dialog.options.format
                label: qsTr("Format")
                names: [qsTr("Image (PNG)"), qsTr("Table (CSV)"), qsTr("Data (JSON)")]
                values: [ExportFormat.Png, ExportFormat.Csv, ExportFormat.Json]

                onChosen: value => dialog.options.format = value
            }
            // As high as the highest of them: nothing moves from format to format.
            StackLayout {
                Layout.fillWidth: true
                currentIndex: dialog.isPicture ? 0 : (dialog.isTable ? 1 : 2)

                ColumnLayout {
                    spacing: 16

                    ChoiceRow {
                        Layout.fillWidth: true
                        current: dialog.options.asOnScreen
                        label: qsTr("Style")
                        names: [qsTr("Report"), qsTr("As on screen")]
                        values: [false, true]

                        onChosen: value => dialog.options.asOnScreen = value
                    }
                    ChoiceRow {
                        Layout.fillWidth: true
                        current: dialog.options.sizeName
                        label: qsTr("Size")
                        names: ["800 × 450", "1200 × 675", "1600 × 900", "1200 × 1200"]
                        values: ["800x450", "1200x675", "1600x900", "1200x1200"]
                        enabled: !dialog.options.asOnScreen

                        onChosen: value => dialog.options.sizeName = value
                    }
                    RowLayout {
                        Layout.fillWidth: true
                        spacing: 24

                        ChoiceRow {
                            current: dialog.options.scale
                            label: qsTr("Scale")
                            names: ["1×", "2×", "3×", "4×"]
                            values: [1, 2, 3, 4]

                            onChosen: value => dialog.options.scale = value
                        }
                        ChoiceRow {
                            Layout.fillWidth: true
                            current: dialog.options.dark
                            label: qsTr("Colours")
                            names: [qsTr("Light"), qsTr("Dark")]
                            values: [false, true]
                            enabled: !dialog.options.asOnScreen

                            onChosen: value => dialog.options.dark = value
                        }
                    }
                    Item {
                        Layout.fillHeight: true
                    }
                }
                ColumnLayout {
                    spacing: 16

                    ChoiceRow {
                        Layout.fillWidth: true
                        current: dialog.options.separator
                        label: qsTr("Delimiter")
                        names: [qsTr("Comma"), qsTr("Semicolon"), qsTr("Tab")]
                        values: [",", ";", "\t"]

                        onChosen: value => dialog.options.separator = value
                    }
                    CheckField {
                        Layout.fillWidth: true
                        checked: dialog.options.byteOrderMark
                        text: qsTr("UTF-8 with BOM (for Excel)")

                        onToggled: dialog.options.byteOrderMark = checked
                    }
                    Item {
                        Layout.fillHeight: true
                    }
                }
                Item {
                }
            }
            ColumnLayout {
                Layout.fillWidth: true
                spacing: 6

                CaptionLabel {
                    Accessible.name: text
                    text: dialog.isPicture ? dialog.options.pixels : qsTr("%n row(s)", "", dialog.exporter.rowCount)
                }
                Rectangle {
                    Layout.fillWidth: true
                    Layout.preferredHeight: Math.round(168 * Theme.textScale)
                    border.color: Theme.line
                    clip: true
                    color: Theme.window
                    radius: Theme.controlRadius
                    opacity: dialog.options.format === ExportFormat.Json ? 0 : 1

                    ChartItem {
                        id: preview

                        anchors.fill: parent
                        anchors.margins: 1
                        dark: dialog.options.asOnScreen ? Theme.dark : dialog.options.dark
                        spec: dialog.viewport.part
                        visible: dialog.isPicture
                    }
                    CaptionLabel {
                        Accessible.name: text
                        anchors.fill: parent
                        anchors.margins: 8
                        font.family: "monospace"
                        text: dialog.exporter.firstLines
                        visible: dialog.isTable
                    }
                }
            }
        }
        RowLayout {
            id: buttons

            Layout.fillWidth: true
            spacing: 8

            PushButton {
                text: dialog.isPicture ? qsTr("Copy image") : qsTr("Copy table")
                enabled: dialog.options.format !== ExportFormat.Json

                onClicked: {
                    if (dialog.isPicture)
                        dialog.exporter.copyPicture();
                    else
                        dialog.exporter.copyTable();
                    dialog.close();
                }
            }
            Item {
                Layout.fillWidth: true
            }
            PushButton {
                text: qsTr("Cancel")

                onClicked: dialog.close()
            }
            PushButton {
                id: saveButton

                primary: true
                text: qsTr("Save as…")

                onClicked: {
                    dialog.close();
                    dialog.exporter.choose();
                }
            }
        }
    }
}
