# SPDX-FileCopyrightText: 2026 The Postwave authors
# SPDX-License-Identifier: GPL-3.0-or-later

# What clazy looks for, by name: its levels hold other checks with every release, so that what is good on one
# distribution would fail on the next. These are levels 0 and 1 of 1.11, the oldest release that is used.
set(checks
    auto-unexpected-qstringbuilder child-event-qobject-cast connect-3arg-lambda connect-by-name
    connect-non-signal connect-not-normalized const-signal-or-slot container-anti-pattern detaching-temporary
    empty-qstringliteral foreach fully-qualified-moc-types incorrect-emit install-event-filter
    lambda-in-connect lambda-unique-connection lowercase-qml-type-name mutable-container-key
    non-pod-global-static overloaded-signal overridden-signal post-event qcolor-from-literal qdatetime-utc
    qdeleteall qenums qfileinfo-exists qgetenv qhash-namespace qlatin1string-non-ascii qmap-with-pointer-key
    qproperty-without-notify qstring-arg qstring-comparison-to-implicit-char qstring-insensitive-allocation
    qstring-left qstring-ref qt-macros range-loop-detach range-loop-reference returning-data-from-temporary
    rule-of-two-soft skipped-base-method strict-iterators temporary-iterator unused-non-trivial-variable
    use-static-qregularexpression virtual-signal writing-to-temporary wrong-qevent-cast wrong-qglobalstatic)
list(JOIN checks "," checks)
find_library(CLAZY_PLUGIN NAMES ClazyPlugin.so REQUIRED)
set(clazy "SHELL:-Xclang -load -Xclang ${CLAZY_PLUGIN} -Xclang -add-plugin -Xclang clazy")
add_compile_options("${clazy} -Xclang -plugin-arg-clazy -Xclang ${checks}")
