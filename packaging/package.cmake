# SPDX-FileCopyrightText: 2025 The Postwave authors
# SPDX-License-Identifier: GPL-3.0-or-later

# The Debian package: ./dev package. Made on Debian 12, it installs on newer releases as well;
# packaging/prove-deb shows that.
include(${CMAKE_CURRENT_LIST_DIR}/qml-packages.cmake)

# What no library names, so that dpkg-shlibdeps cannot find it.
set(depends
    libqt6sql6-sqlite # the store
    ca-certificates # without it no server can be trusted
    tzdata
    "qt6-svg-plugins | libqt6svg6 (<< 6.7)" # icons: a plugin, in the library's package until Debian 12
    hicolor-icon-theme
    ${POSTWAVE_QML_PACKAGES})
list(JOIN depends ", " depends)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME postwave)
set(CPACK_PACKAGE_VERSION ${PROJECT_VERSION})
set(CPACK_PACKAGE_VENDOR "The Postwave authors")
set(CPACK_PACKAGE_CONTACT "The Postwave authors <postwave@postwave.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "analytics dashboard for Telegram channels")
set(CPACK_PACKAGE_DESCRIPTION
"Postwave shows analysts of Telegram channels how the posts of a channel did:
by day, by hour, down to the minute. It asks an AnalyticBot server, keeps
every answer on this computer, and draws from there: what was fetched once
can be read again without a connection, also as it was known at an earlier
time.

Charts and tables can be written from the command line too, without a
display. A built-in demo needs neither server nor account.")
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR})
set(CPACK_MONOLITHIC_INSTALL ON)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION net)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS "${depends}")
# Without the library there is no way to the keychains of GNOME and its like; QtKeychain looks for it by itself.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "qt6-wayland, libsecret-1-0")
# Debug information becomes a package of its own (.ddeb); CPack takes it from programs that are not
# stripped yet, and strips them then.
set(CPACK_DEBIAN_DEBUGINFO_PACKAGE ON)
set(CPACK_STRIP_FILES OFF)
include(CPack)

# A version stands in three files; all must say the same.
set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS changelog io.github.postwave.postwave.metainfo.xml)
file(STRINGS changelog entry LIMIT_COUNT 1)
file(STRINGS io.github.postwave.postwave.metainfo.xml release REGEX "<release " LIMIT_COUNT 1)
if(NOT entry MATCHES "^postwave \\(${PROJECT_VERSION}\\) " OR NOT release MATCHES " version=\"${PROJECT_VERSION}\" ")
    message(FATAL_ERROR "packaging/changelog and the metainfo file do not begin with version ${PROJECT_VERSION}.")
endif()
