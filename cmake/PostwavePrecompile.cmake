# SPDX-FileCopyrightText: 2025 The Postwave authors
# SPDX-License-Identifier: GPL-3.0-or-later

# Half of what the compiler does is to read the same headers of Qt. Here they are read once for the program, and once
# more for the tests. Every file still names what it uses: the release is built, and clang-tidy reads, without all this.
option(POSTWAVE_PCH "Precompile the headers that most files read" OFF)

# GCC takes a precompiled header only where every macro is defined that was defined when it was made, and none that its
# text asks for. So no target here links more of Qt than all that use it, and <QTest>, which asks for QT_GUI_LIB, is out.
function(postwave_add_precompiled target)
    set(nothing ${PROJECT_BINARY_DIR}/precompiled/nothing.cpp)
    if(NOT EXISTS ${nothing})
        file(WRITE ${nothing} "")
    endif()
    add_library(${target} OBJECT ${nothing})
    # Whether code may lie anywhere in memory is Qt's to say, for all targets alike: 6.4 wants it, 6.8 does not care.
    set_target_properties(${target} PROPERTIES AUTOMOC OFF)
    target_precompile_headers(${target} PRIVATE
        <algorithm> <array> <chrono> <cmath> <functional> <limits> <map> <memory> <optional> <utility> <variant> <vector>
        <QAbstractListModel> <QByteArray> <QCoreApplication> <QDateTime> <QDir> <QFile> <QFuture> <QHash> <QJsonArray>
        <QJsonDocument> <QJsonObject> <QList> <QLocale> <QObject> <QPointer> <QPromise> <QRegularExpression> <QSet>
        <QString> <QTimeZone> <QUrl> <QVariant> <QCoroFuture> <QCoroTask> ${ARGN})
endfunction()

if(POSTWAVE_PCH)
    postwave_add_precompiled(postwave_precompiled)
    target_link_libraries(postwave_precompiled PRIVATE Qt6::Core QCoro6::Core)
    if(BUILD_TESTING)
        find_package(Qt6 6.4 REQUIRED COMPONENTS Test)
        postwave_add_precompiled(postwave_precompiled_tests <QTemporaryDir> <QtTest/qtestcase.h>)
        target_link_libraries(postwave_precompiled_tests PRIVATE Qt6::Core QCoro6::Core)
        # The headers alone, see below.
        target_include_directories(postwave_precompiled_tests SYSTEM PRIVATE
            $<TARGET_PROPERTY:Qt6::Test,INTERFACE_INCLUDE_DIRECTORIES>)
    endif()
endif()

# postwave_precompile(FOR program|tests TARGETS …)
function(postwave_precompile)
    cmake_parse_arguments(ARG "" "FOR" "TARGETS" ${ARGN})
    if(NOT POSTWAVE_PCH)
        return()
    endif()
    set(precompiled postwave_precompiled)
    if(ARG_FOR STREQUAL "tests")
        set(precompiled postwave_precompiled_tests)
    endif()
    foreach(target ${ARG_TARGETS})
        if(ARG_FOR STREQUAL "tests")
            # Qt6::Test defines these for each folder of tests anew. They are for QFINDTESTDATA, which is not used here.
            target_compile_options(${target} PRIVATE -UQT_TESTCASE_BUILDDIR -UQT_TESTCASE_SOURCEDIR)
        endif()
        target_precompile_headers(${target} REUSE_FROM ${precompiled})
    endforeach()
endfunction()
