#!/bin/sh
# CRMO Desktop @VERSION@ for Linux, an offline reference on chronic recurrent multifocal osteomyelitis.
#
#   sh @FILE@ --help
#
# A program in front of a packed folder: this text ends where the archive begins. It asks nobody's leave,
# writes only below the folders of who runs it, and needs tar and gzip, which every Linux has.
set -eu

VERSION='@VERSION@'
ARCHIVE_AT=@ARCHIVE_AT@ # bytes of this text
SUM='@SUM@'             # SHA-256 of the archive
CHECKSUM='@CHECKSUM@'   # the same by cksum, for systems without sha256sum
KILOBYTES=@KILOBYTES@   # that the installed program takes
DESKTOP_ID=org.crmo-desktop.CRMODesktop

CANNOT=1 WRONG_OPTION=2 NEWER=3 OPEN=4 DAMAGED=5

case $0 in */*) ME=$0 ;; *) [ -f "./$0" ] && ME=./$0 || ME=$(command -v "$0") ;; esac
DATA=${XDG_DATA_HOME:-${HOME:-}/.local/share}
TARGET=${HOME:-}/.local/lib/crmo-desktop
BIN=${HOME:-}/.local/bin
MENU=yes QUIET=no ACTION=install EXTRACT='' START=no

usage() {
    cat <<END
CRMO Desktop $VERSION for Linux. Installs for the user who runs it; needs no rights and no network.

usage: sh ${ME##*/} [OPTION…]

  --target DIR    install into DIR (default: ~/.local/lib/crmo-desktop)
  --no-menu       no menu entry, no crmo: addresses, no command in ~/.local/bin
  --extract DIR   unpack a portable copy into DIR and install nothing; it keeps notes beside the program
  --check         only make sure that this file is whole
  --uninstall     take an installed program away; notes stay
  --start         open the program when it is installed
  --quiet         say only what went wrong
  --version       print the version
  --help          print this

It ends with 0 done, $CANNOT could not be done, $WRONG_OPTION an option is wrong, $NEWER a newer version is installed,
$OPEN the program is open, $DAMAGED this file is damaged.
END
}

tell() { [ "$QUIET" = yes ] || printf '%s\n' "$*"; }

# Somebody who clicked on the file sees no terminal.
show() {
    [ -t 2 ] || [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$QUIET" = yes ] && return 0
    if command -v zenity >/dev/null; then zenity "--$1" --no-markup --text="$2" 2>/dev/null || :
    elif command -v kdialog >/dev/null; then
        case $1 in error) kdialog --error "$2" ;; *) kdialog --msgbox "$2" ;; esac 2>/dev/null || :
    elif command -v xmessage >/dev/null; then xmessage -center "$2" 2>/dev/null || :
    fi
}

stop() {
    status=$1
    shift
    printf '%s\n' "$@" >&2
    show error "$*"
    exit "$status"
}

archive() { tail -c +"$((ARCHIVE_AT + 1))" "$ME"; }

check() {
    if command -v sha256sum >/dev/null; then
        found=$(archive | sha256sum) && found=${found%% *} wanted=$SUM
    else
        found=$(archive | cksum) && found=${found%% *} wanted=$CHECKSUM
    fi
    [ "$found" = "$wanted" ] || stop $DAMAGED "This file is damaged or not complete." \
        "Copy it once more from where you have it, and compare its SHA-256 with the one in SHA256SUMS."
}

installed_version() {
    [ -f "$TARGET/installed-files.json" ] || return 0
    sed -n 's/.*"version": *"\([^"]*\)".*/\1/p' "$TARGET/installed-files.json" | tail -n 1
}

# Whether version $1 comes after version $2; both are numbers with full stops between.
is_newer() {
    awk -v one="$1" -v other="$2" 'BEGIN {
        count = split(one, a, "."); if (split(other, b, ".") > count) count = split(other, b, ".")
        for (i = 1; i <= count; i++) if (a[i] + 0 != b[i] + 0) exit !(a[i] + 0 > b[i] + 0)
        exit 1 }'
}

is_open() {
    for process in /proc/[0-9]*; do
        case $(readlink "$process/exe" 2>/dev/null) in
            "$(real "$TARGET")/crmo-desktop") return 0 ;;
        esac
    done
    return 1
}

real() { (cd "$1" 2>/dev/null && pwd -P) || printf '%s\n' "$1"; }

is_ours() { [ -f "$1/installed-files.json" ] && [ -x "$1/crmo-desktop" ]; }

require_room() {
    free=$(df -Pk "$1" | awk 'NR == 2 { print $4 }')
    [ "${free:-0}" -ge "$KILOBYTES" ] || stop $CANNOT "There is too little room in $1." \
        "CRMO Desktop takes $((KILOBYTES / 1024)) MB there, and $((${free:-0} / 1024)) MB are free."
}

# Unpack into folder $1, which is made.
unpack() {
    mkdir -p "$1" 2>/dev/null && [ -w "$1" ] || stop $CANNOT "$1 cannot be written to." \
        "Choose another folder with --target."
    require_room "$1"
    archive | gzip -dc | tar -xf - -C "$1" || {
        rm -rf "$1"
        stop $CANNOT "The program could not be unpacked into $1." "Nothing that was there before has been changed."
    }
}

extract() {
    if [ -e "$EXTRACT" ]; then
        [ -d "$EXTRACT" ] && [ -z "$(ls -A "$EXTRACT")" ] ||
            stop $CANNOT "$EXTRACT is there already and is not empty." "Name a folder that is not there yet."
        rmdir "$EXTRACT"
    fi
    staging=$EXTRACT.new-$$
    trap 'rm -rf "$staging"' EXIT
    trap 'exit 130' INT TERM HUP
    unpack "$staging"
    mv "$staging/share/portable.txt" "$staging/crmo-desktop/"
    mv "$staging/crmo-desktop" "$EXTRACT"
    tell "A portable copy is in $EXTRACT. Start it with $EXTRACT/crmo-desktop"
}

install() {
    before=$(installed_version)
    if [ -e "$TARGET" ] && ! is_ours "$TARGET" && [ -n "$(ls -A "$TARGET" 2>/dev/null)" ]; then
        stop $CANNOT "$TARGET is there already and is not CRMO Desktop." "Choose another folder with --target."
    fi
    [ -z "$before" ] || ! is_newer "$before" "$VERSION" || stop $NEWER \
        "CRMO Desktop $before is installed in $TARGET, which is newer than $VERSION. It is left as it is." \
        "To go back to $VERSION, take it away first: sh ${ME##*/} --uninstall. Your notes are kept."
    ! is_open || stop $OPEN "CRMO Desktop is open." "Close its window, and start this again."
    staging=$TARGET.new-$$ old=$TARGET.old-$$
    # stopped between the two renames, the older program comes back
    trap 'rm -rf "$staging"; [ -e "$TARGET" ] || [ ! -e "$old" ] || mv "$old" "$TARGET"' EXIT
    trap 'exit 130' INT TERM HUP
    tell "Installing CRMO Desktop $VERSION into $TARGET"
    unpack "$staging"
    mv "$staging/share/uninstall" "$staging/crmo-desktop/"
    if [ -e "$TARGET" ]; then
        # what an administrator or the reader put beside the program stays beside it
        for own in policy.json portable.txt data; do
            [ ! -e "$TARGET/$own" ] || cp -a "$TARGET/$own" "$staging/crmo-desktop/"
        done
        mv "$TARGET" "$old"
    fi
    mv "$staging/crmo-desktop" "$TARGET" || {
        [ ! -e "$old" ] || mv "$old" "$TARGET"
        stop $CANNOT "The program could not be moved to $TARGET." "What was there before is there again."
    }
    rm -rf "$old"
    [ "$MENU" = no ] || add_to_menu
    tell "CRMO Desktop $VERSION is installed. Start it from the menu, or with $TARGET/crmo-desktop"
    [ -t 1 ] || [ "$QUIET" = yes ] || [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || START=yes
    [ "$START" = no ] || (cd / && "$TARGET/crmo-desktop" >/dev/null 2>&1 &)
}

add_to_menu() {
    mkdir -p "$DATA/applications" "$BIN"
    for file in $(cd "$staging/share" && find icons man -type f); do
        mkdir -p "$DATA/${file%/*}"
        cp "$staging/share/$file" "$DATA/$file"
    done
    # the menu may not look into ~/.local/bin
    PROGRAM=$TARGET/crmo-desktop awk '
        BEGIN { program = ENVIRON["PROGRAM"]; gsub(/[\\"`$]/, "\\\\&", program); gsub(/%/, "%%", program) }
        /^Exec=crmo-desktop/ { sub(/^Exec=crmo-desktop/, ""); print "Exec=\"" program "\"" $0; next }
        /^TryExec=/ { next } { print }' "$staging/share/applications/$DESKTOP_ID.desktop" \
        >"$DATA/applications/$DESKTOP_ID.desktop"
    if [ ! -e "$BIN/crmo-desktop" ] || [ -L "$BIN/crmo-desktop" ]; then
        ln -sf "$TARGET/crmo-desktop" "$BIN/crmo-desktop"
    fi
    ! command -v update-desktop-database >/dev/null || update-desktop-database -q "$DATA/applications" || :
}

uninstall() {
    is_ours "$TARGET" || stop $CANNOT "CRMO Desktop is not installed in $TARGET." \
        "Name its folder with --target."
    [ -x "$TARGET/uninstall" ] || stop $CANNOT "$TARGET was not installed by this program." "Delete the folder yourself."
    if [ "$QUIET" = yes ]; then exec "$TARGET/uninstall" --quiet; else exec "$TARGET/uninstall"; fi
}

while [ $# -gt 0 ]; do
    case $1 in
        --target=* | --extract=*) option=${1%%=*} value=${1#*=} && shift && set -- "$option" "$value" "$@" && continue ;;
        --target | --extract)
            [ $# -ge 2 ] && [ -n "$2" ] || stop $WRONG_OPTION "$1 wants a folder." "“sh ${ME##*/} --help” lists what there is."
            case $2 in /*) folder=$2 ;; *) folder=$PWD/$2 ;; esac
            if [ "$1" = --target ]; then TARGET=${folder%/}; else EXTRACT=${folder%/} ACTION=extract; fi
            shift
            ;;
        --no-menu) MENU=no ;;
        --quiet) QUIET=yes ;;
        --start) START=yes ;;
        --check) ACTION=check ;;
        --uninstall) ACTION=uninstall ;;
        --version) echo "CRMO Desktop $VERSION" && exit 0 ;;
        --help | -h) usage && exit 0 ;;
        *) stop $WRONG_OPTION "There is no option $1." "“sh ${ME##*/} --help” lists what there is." ;;
    esac
    shift
done
case $TARGET in /.local/*) stop $CANNOT "It is not known where your own folder is." "Name one with --target." ;; esac
[ "$(uname -s)-$(uname -m)" = Linux-x86_64 ] || stop $CANNOT \
    "This program is for Linux on a 64-bit PC (x86_64), and this is $(uname -s) on $(uname -m)." "There is none for it yet."

case $ACTION in
    uninstall) uninstall ;;
    check) check && tell "This file is whole: CRMO Desktop $VERSION." ;;
    extract) check && extract ;;
    install) check && install ;;
esac
exit 0
