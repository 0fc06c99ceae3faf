#!/bin/sh
# Starts CRMO Desktop from a stick, also from one whose file system (FAT) marks no file as a program.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
if [ -x "$here/crmo-desktop" ]; then
    exec "$here/crmo-desktop" "$@"
fi
# Such a file cannot be started where it is: a copy on this computer can, and it keeps its notes on the stick.
copy=$(mktemp -d "${TMPDIR:-/tmp}/crmo-desktop.XXXXXX")
trap 'rm -rf "$copy"' EXIT
trap 'exit 130' INT TERM HUP
echo "Copying the program to this computer's temporary folder; this takes a moment."
for part in "$here"/*; do
    case ${part##*/} in
        data | portable.txt) ;;
        *) cp -R "$part" "$copy/" ;;
    esac
done
chmod 755 "$copy/crmo-desktop"
"$copy/crmo-desktop" --data-dir "$here/data" "$@"
