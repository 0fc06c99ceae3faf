#!/bin/sh
# Takes away this installation of CRMO Desktop. What you wrote and set is kept.
#
#   uninstall [--quiet]
set -eu

DATA=${XDG_DATA_HOME:-$HOME/.local/share}
ENTRY=org.crmo-desktop.CRMODesktop
QUIET=${1:-}

stop() {
    printf '%s\n' "$2" "$3" >&2
    exit "$1"
}

TARGET=$(cd "$(dirname "$0")" && pwd)
[ -f "$TARGET/installed-files.json" ] || stop 1 "The list of what was installed is missing from $TARGET." \
    "Delete the folder yourself, except a folder “data” in it: that is yours."
here=$(cd "$TARGET" && pwd -P)
for process in /proc/[0-9]*; do
    [ "$(readlink "$process/exe" 2>/dev/null)" != "$here/crmo-desktop" ] ||
        stop 4 "CRMO Desktop is open." "Close its window, and start this again."
done

# another installation of this user may have taken the menu entry over
if grep -qsF "$TARGET/crmo-desktop" "$DATA/applications/$ENTRY.desktop"; then
    rm -f "$DATA/applications/$ENTRY.desktop" "$DATA/man/man1/crmo-desktop.1.gz"
    find "$DATA/icons/hicolor" -name "$ENTRY.*" -exec rm -f {} + 2>/dev/null || :
    # folders that nobody else has put anything into
    find "$DATA/icons" "$DATA/man" "$DATA/applications" -depth -type d -empty -exec rmdir {} \; 2>/dev/null || :
    ! command -v update-desktop-database >/dev/null ||
        update-desktop-database -q "$DATA/applications" 2>/dev/null || :
fi
[ "$(readlink "$HOME/.local/bin/crmo-desktop" 2>/dev/null)" != "$TARGET/crmo-desktop" ] ||
    rm -f "$HOME/.local/bin/crmo-desktop"

# Only what was installed: anything else in the folder is not ours to delete.
sed -n 's/^  "\([^"]*\)": {.*/\1/p' "$TARGET/installed-files.json" | while IFS= read -r file; do
    rm -f "$TARGET/$file"
done
rm -f "$TARGET/installed-files.json" "$TARGET/uninstall"
find "$TARGET" -depth -type d -empty -exec rmdir {} \; 2>/dev/null || :
if [ -e "$TARGET" ]; then
    kept="Left in $TARGET: $(ls -A "$TARGET" | tr '\n' ' ')"
else
    kept="What you wrote and set is kept in $DATA/crmo-desktop."
fi
[ "$QUIET" = --quiet ] || printf '%s\n' "CRMO Desktop is taken away." "$kept"
