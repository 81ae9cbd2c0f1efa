# SPDX-FileCopyrightText: 2025 The Postwave authors
# SPDX-License-Identifier: GPL-3.0-or-later

# A layer is a static library whose headers are reached as "<layer>/<file>.h" by those
# who link it, and by nobody else: each layer has an include folder of its own that
# holds nothing but a link to the layer's sources. So the compiler itself refuses an
# include that goes against the direction of the data.
function(postwave_add_layer name)
    cmake_parse_arguments(ARG "" "" "SOURCES;LINK" ${ARGN})
    set(target postwave_${name})
    add_library(${target} STATIC ${ARG_SOURCES})
    target_include_directories(${target} PUBLIC ${CMAKE_CURRENT_BINARY_DIR})
    set(include_root ${PROJECT_BINARY_DIR}/layers/${name})
    file(MAKE_DIRECTORY ${include_root})
    file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${include_root}/${name} SYMBOLIC)
    target_include_directories(${target} PUBLIC ${include_root})
    target_link_libraries(${target} PUBLIC ${ARG_LINK})
endfunction()
