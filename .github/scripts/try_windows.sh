#!/usr/bin/env bash
# Installs, tests and removes what Windows is given, silently, on Windows itself. Runs in Git's bash.
#
#   .github/scripts/try_windows.sh DIST VERSION
#
# Never run where this was written: under wine `python3 dev.py package windows` does the like.
set -euo pipefail
export MSYS_NO_PATHCONV=1 MSYS2_ARG_CONV_EXCL='*' # /S is a switch here, not a folder

dist=${1:?usage: .github/scripts/try_windows.sh DIST VERSION}
version=${2:?usage: .github/scripts/try_windows.sh DIST VERSION}
name=crmo-desktop-$version-windows-x86_64
room=$(cygpath -u "$RUNNER_TEMP")/try
uninstall_key='HKCU\Software\Microsoft\Windows\CurrentVersion\Uninstall\CRMO Desktop'
handler_key='HKCU\Software\Classes\crmo'
mkdir -p "$room"

status_of() { # COMMAND…: its exit status
    local status=0
    "$@" || status=$?
    echo "$status"
}
self_test() { # PROGRAM
    "$1" --version
    "$1" self-test
    "$1" check-installation
    "$1" --data-dir "$(cygpath -w "$room/data")" --screenshot "$(cygpath -w "$room/window.png")" --open mri
    test -s "$room/window.png"
    rm -r "$room/window.png"
}
gone() { # FOLDER: an uninstaller goes on after its first process has ended
    for _ in $(seq 60); do
        [ -e "$1" ] || return 0
        sleep 1
    done
    find "$1" >&2
    return 1
}
key() { reg query "$1" >/dev/null 2>&1 && echo there || echo gone; }

echo "--- setup.exe, for whoever is logged on"
place=$(cygpath -u "$LOCALAPPDATA")/Programs/"CRMO Desktop"
test "$(status_of "$dist/$name-setup.exe" /S)" = 0
self_test "$place/crmo-desktop.exe"
test "$(key "$uninstall_key")" = there
test "$(key "$handler_key")" = there
test "$(status_of "$dist/$name-setup.exe" /S)" = 0 # once more over itself
self_test "$place/crmo-desktop.exe"
uninstaller=$(find "$place" -maxdepth 1 -iname '*uninst*.exe' | head -n 1)
"$uninstaller" /S
gone "$place"
test "$(key "$uninstall_key")" = gone
test "$(key "$handler_key")" = gone

echo "--- setup.exe, into a folder that was chosen"
test "$(status_of "$dist/$name-setup.exe" /S "/D=$(cygpath -w "$room/chosen")")" = 0
self_test "$room/chosen/crmo-desktop.exe"
"$(find "$room/chosen" -maxdepth 1 -iname '*uninst*.exe' | head -n 1)" /S
gone "$room/chosen"

echo "--- msi, for whoever is logged on and for everybody"
msi=$(cygpath -w "$(realpath "$dist/$name.msi")")
for scope in "ALLUSERS=2 MSIINSTALLPERUSER=1" ALLUSERS=1; do
    read -ra properties <<<"$scope"
    test "$(status_of msiexec /i "$msi" /qn /norestart "${properties[@]}" /l*v "$(cygpath -w "$room/msi.log")")" = 0 ||
        { iconv -f UTF-16 -t UTF-8 "$room/msi.log" | tail -n 60 && exit 1; }
    found=$(find "$(cygpath -u "$LOCALAPPDATA")/Programs" "$(cygpath -u "$PROGRAMFILES")" \
        -maxdepth 3 -path '*CRMO Desktop*' -name crmo-desktop.exe 2>/dev/null | head -n 1)
    self_test "$found"
    test "$(status_of msiexec /x "$msi" /qn /norestart)" = 0
    gone "$(dirname "$found")"
done

echo "--- zip, as from a stick"
mkdir "$room/stick"
unzip -q "$dist/$name-portable.zip" -d "$room/stick"
self_test "$(find "$room/stick" -maxdepth 2 -name crmo-desktop.exe | head -n 1)"
echo "setup.exe, msi and zip: installed, tested, removed."
