# SPDX-FileCopyrightText: 2025 The Postwave authors
# SPDX-License-Identifier: GPL-3.0-or-later

# The fonts of pictures come from the distribution's packages and are embedded, so that a
# picture does not depend on what is installed where it is drawn. Stored uncompressed: they
# are read at every start.
set(POSTWAVE_FONT_DIRS
    /usr/share/fonts/opentype/inter # Debian: fonts-inter
    /usr/share/fonts/truetype/noto # Debian: fonts-noto-core
    /usr/share/fonts/rsms-inter-fonts # Fedora: rsms-inter-fonts
    /usr/share/fonts/google-noto # Fedora: google-noto-sans-fonts, google-noto-sans-arabic-fonts
    /usr/share/fonts/inter # Arch: inter-font
    /usr/share/fonts/noto # Arch: noto-fonts
    /usr/share/fonts/OTF
    /usr/share/fonts/TTF
    /usr/local/share/fonts)

# postwave_find_font(<variable> <name in the program> <file name>…)
function(postwave_find_font variable alias)
    find_file(${variable} NAMES ${ARGN} PATHS ${POSTWAVE_FONT_DIRS}
        DOC "Font file that is embedded for pictures" NO_CMAKE_FIND_ROOT_PATH)
    if(NOT ${variable})
        message(FATAL_ERROR "None of the font files ${ARGN} was found. Install the fonts Inter and Noto Sans "
            "(Debian: fonts-inter fonts-noto-core) or set ${variable} to the file.")
    endif()
    set_source_files_properties(${${variable}} PROPERTIES QT_RESOURCE_ALIAS ${alias})
endfunction()

# Embeds the fonts into <target> as :/postwave/fonts/…
function(postwave_embed_fonts target)
    postwave_find_font(POSTWAVE_FONT_INTER inter-regular Inter-Regular.otf Inter-Regular.ttf)
    postwave_find_font(POSTWAVE_FONT_INTER_SEMIBOLD inter-semibold Inter-SemiBold.otf Inter-SemiBold.ttf)
    postwave_find_font(POSTWAVE_FONT_NOTO noto-sans NotoSans-Regular.ttf NotoSans-Regular.otf)
    postwave_find_font(POSTWAVE_FONT_NOTO_ARABIC noto-sans-arabic NotoSansArabic-Regular.ttf
        NotoSansArabic-Regular.otf)
    qt_add_resources(${target} postwave_fonts PREFIX /postwave/fonts OPTIONS --no-compress
        FILES ${POSTWAVE_FONT_INTER} ${POSTWAVE_FONT_INTER_SEMIBOLD} ${POSTWAVE_FONT_NOTO}
              ${POSTWAVE_FONT_NOTO_ARABIC})
endfunction()
