# shellcheck shell=sh
# SPDX-FileCopyrightText: 2025 The Postwave authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# A minimal Debian in a folder, for the proofs, which source it.
# First can_make_roots; then, with a suite, make_root, in_root COMMAND… and step.
# Needs root, debootstrap, and the mirror that this computer's apt uses.

say() {
    printf '%s\n' "$*"
}

fail() {
    printf '%s: %s\n' "${0##*/}" "$*" >&2
    exit 1
}

can_make_roots() {
    [ "$(id -u)" -eq 0 ] || fail "making a system needs root"
    for tool in debootstrap unshare chroot; do
        command -v "$tool" >/dev/null 2>&1 || fail "$tool is missing"
    done
}

work=$(mktemp -d)
root=$work/root
log=$work/log
user=analyst

# Mounts live in namespaces of their own and end with them; should one have been left all the same,
# nothing may be deleted through it.
clean_up() {
    while read -r _ folder _; do
        case $folder in
        "$root"/*) printf '%s\n' "$folder" ;;
        esac
    done </proc/self/mounts | sort -r | while read -r folder; do
        umount "$folder" || umount -l "$folder"
    done
    rm -rf --one-file-system "$work"
}
trap clean_up EXIT
trap 'exit 130' INT
trap 'exit 143' TERM HUP

# Runs in namespaces that end, with all processes and mounts, when the command does.
contained() {
    unshare --mount --pid --fork --kill-child "$@"
}

# in_root COMMAND…, as root, with nothing of this environment but the way to the mirror
in_root() {
    # shellcheck disable=SC2016 # expanded by the inner shell
    contained --mount-proc="$root/proc" sh -c '
        root=$1
        shift
        mount --rbind /dev "$root/dev" && mount --rbind /sys "$root/sys" && exec chroot "$root" "$@"
    ' sh "$root" env -i HOME=/root PATH=/usr/sbin:/usr/bin:/sbin:/bin LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
        ${http_proxy:+"http_proxy=$http_proxy"} ${https_proxy:+"https_proxy=$https_proxy"} "$@"
}

# step WORDS COMMAND…: one line with the time it took, or all that was said and the end.
step() {
    words=$1
    shift
    begin=$(date +%s)
    # Not as a condition: in there, set -e would do nothing.
    set +e
    (
        set -e
        "$@"
    ) >"$log" 2>&1
    status=$?
    set -e
    [ $status -eq 0 ] || {
        tail -n 40 "$log" >&2
        fail "$suite: $words: FAILED"
    }
    say "  $suite: $words ($(($(date +%s) - begin)) s)"
}

# ---- The system -----------------------------------------------------------------------------

host_suite=$(sed -n 's/^VERSION_CODENAME=//p' /etc/os-release)

# The sources of this computer's own Debian, and none of others.
host_sources() {
    for file in /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list; do
        [ ! -s "$file" ] || {
            printf '%s\n' "$file"
            return
        }
    done
    fail "apt has no sources here"
}

mirror_of() {
    sed -n -e 's/^URIs: *\([^ ]*\).*/\1/p' -e 's/^deb  *\(\[[^]]*\]  *\)\{0,1\}\([^ ]*\).*/\2/p' "$1" | head -n 1
}

make_root() {
    rm -rf --one-file-system "$root"
    mkdir "$root"
    sources=$(host_sources)
    contained --mount-proc debootstrap --variant=minbase "$suite" "$root" "$(mirror_of "$sources")"
    : >"$root/etc/apt/sources.list"
    grep -q "\b$host_suite\b" "$sources" || fail "$sources does not name $host_suite"
    sed "s/\b$host_suite\b/$suite/g" "$sources" >"$root/etc/apt/${sources#/etc/apt/}"
    for path in auth.conf auth.conf.d keyrings trusted.gpg.d; do
        [ ! -e "/etc/apt/$path" ] || cp -a "/etc/apt/$path" "$root/etc/apt/"
    done
    # How to reach the mirror, but no hooks: their programs are not there.
    apt-config dump | grep '^Acquire::' >"$root/etc/apt/apt.conf.d/90host"
    cp -L /etc/resolv.conf /etc/hosts "$root/etc/"
    # Nothing here has to outlive a power cut, and waiting for the disk takes longer than unpacking.
    echo force-unsafe-io >"$root/etc/dpkg/dpkg.cfg.d/90quick"
    in_root apt-get update
    in_root useradd --create-home $user
}
