# SPDX-FileCopyrightText: 2025 The Postwave authors
# SPDX-License-Identifier: GPL-3.0-or-later

# The program that the tests of this folder are linked into: tests/charts makes chartstests.
function(postwave_test_program result)
    cmake_path(GET CMAKE_CURRENT_SOURCE_DIR FILENAME folder)
    set(program ${folder}tests)
    set(${result} ${program} PARENT_SCOPE)
    if(TARGET ${program})
        return()
    endif()
    add_executable(${program})
    target_link_libraries(${program} PRIVATE postwave_testing)
    postwave_precompile(FOR tests TARGETS ${program})
    target_compile_definitions(${program} PRIVATE POSTWAVE_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data")
    # A function that two files of one program define is one too many, even if the linker never finds out.
    target_compile_options(${program} PRIVATE $<$<CXX_COMPILER_ID:GNU>:-Wmissing-declarations>)
    set_target_properties(${program} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
endfunction()

# One test class a source file, named as the file is: postwave_test(rolluptest.cpp LINK postwave_series).
# It runs without a display, in a process of its own, and fails instead of hanging. COST is about how many seconds it
# takes where that is many: those begin first, so that none is left to run alone at the end.
function(postwave_test source)
    cmake_parse_arguments(ARG "" "TIMEOUT;COST" "LINK;ENVIRONMENT" ${ARGN})
    if(NOT ARG_TIMEOUT)
        set(ARG_TIMEOUT 120)
    endif()
    if(NOT ARG_COST)
        set(ARG_COST 0)
    endif()
    cmake_path(GET source STEM name)
    cmake_path(GET CMAKE_CURRENT_SOURCE_DIR FILENAME folder)
    postwave_test_program(program)
    target_sources(${program} PRIVATE ${source})
    target_link_libraries(${program} PRIVATE ${ARG_LINK})
    add_test(NAME ${name} COMMAND ${program} ${name})
    set_tests_properties(${name} PROPERTIES
        TIMEOUT ${ARG_TIMEOUT}
        COST ${ARG_COST}
        LABELS ${folder}
        ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_QUICK_BACKEND=software;LC_ALL=C.UTF-8;TZ=UTC;${ARG_ENVIRONMENT}")
endfunction()
