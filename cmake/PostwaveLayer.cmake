# SPDX-FileCopyrightText: 2025 The Postwave authors
# SPDX-License-Identifier: GPL-3.0-or-later

# A layer is a static library whose headers are reached as "<folder>/<file>.h" by those
# who link it, and by nobody else: each layer has an include folder of its own that
# holds nothing but links to the layer's folders. So the compiler itself refuses most
# includes that go against the direction of the data; `./dev check layers` knows the rest.
#
#   FOLDERS  the layer's folders, where they are not the one of its name
#   LINK     what its headers show        PRIVATE  what its sources alone use
function(postwave_add_layer name)
    cmake_parse_arguments(ARG "" "" "FOLDERS;SOURCES;LINK;PRIVATE" ${ARGN})
    set(target postwave_${name})
    add_library(${target} STATIC ${ARG_SOURCES})
    target_include_directories(${target} PUBLIC ${CMAKE_CURRENT_BINARY_DIR})
    set(include_root ${PROJECT_BINARY_DIR}/layers/${name})
    file(MAKE_DIRECTORY ${include_root})
    if(ARG_FOLDERS)
        foreach(folder ${ARG_FOLDERS})
            file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR}/${folder} ${include_root}/${folder} SYMBOLIC)
            # The types that a QML module registers are included by their bare names.
            target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/${folder})
        endforeach()
    else()
        file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${include_root}/${name} SYMBOLIC)
    endif()
    target_include_directories(${target} PUBLIC ${include_root})
    target_link_libraries(${target} PUBLIC ${ARG_LINK} PRIVATE ${ARG_PRIVATE})
    postwave_precompile(FOR program TARGETS ${target})
endfunction()
