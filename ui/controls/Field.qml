// SPDX-FileCopyrightText: 2025 The Postwave authors
// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Controls.Basic
import QtQuick.Layouts

/*! A named line of text with room for what is wrong with it. */
ColumnLayout {
    id: field

    property alias text: input.text
    property alias echoMode: input.echoMode
    property alias placeholderText: input.placeholderText
    property alias inputMethodHints: input.inputMethodHints
    property alias readOnly: input.readOnly
    required property string label
    property string error: ""
    /*! What the text is taken for, at its end. */
    property string note: ""
    /*! What Enter takes, where arrows choose it elsewhere. */
    property string choice: ""

    signal accepted
    signal edited

    function takeFocus() {
        input.forceActiveFocus(Qt.TabFocusReason);
        // What is typed next takes the place of what stands there.
        input.selectAll();
    }

    // Qt names no password field, so that the group around it has to.
    Accessible.ignored: input.echoMode === TextInput.Normal
    Accessible.name: label
    Accessible.role: Accessible.Grouping
    spacing: 4

    CaptionLabel {
        Layout.fillWidth: true
        color: Theme.text
        font.pixelSize: Theme.bodySize
        text: field.label
    }
    TextField {
        id: input

        Accessible.description: field.error.length > 0 ? field.error : (field.note.length > 0 ? field.note : field.choice)
        Accessible.name: field.label
        Layout.fillWidth: true
        color: Theme.text
        font.pixelSize: Theme.bodySize
        implicitHeight: Theme.controlHeight
        leftPadding: 10
        rightPadding: noteLabel.visible ? noteLabel.width + 16 : 10
        placeholderTextColor: Theme.muted
        selectByMouse: true
        selectedTextColor: Theme.surface
        selectionColor: Theme.accent

        background: Rectangle {
            border.color: field.error.length > 0 ? Theme.bad : (input.activeFocus ? Theme.accent : Theme.line)
            border.width: input.activeFocus ? Theme.focusWidth : 1
            color: Theme.surface
            radius: Theme.controlRadius
        }

        CaptionLabel {
            id: noteLabel

            anchors.right: parent.right
            anchors.rightMargin: 10
            anchors.verticalCenter: parent.verticalCenter
            text: field.note
            visible: text.length > 0
        }

        onAccepted: field.accepted()
        onTextEdited: field.edited()
    }
    CaptionLabel {
        Layout.fillWidth: true
        color: Theme.bad
        elide: Text.ElideNone
        font.pixelSize: Theme.labelSize
        text: field.error
        visible: text.length > 0
        wrapMode: Text.WordWrap
    }
}
