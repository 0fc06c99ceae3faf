#!/usr/bin/env bash
# Copies the program out of the disk image, as a reader would, tests it and throws it away.
#
#   .github/scripts/try_macos.sh IMAGE
#
# Never run where this was written: no Mac was at hand.
set -euo pipefail

image=${1:?usage: .github/scripts/try_macos.sh IMAGE}
room=$(mktemp -d)
trap 'hdiutil detach -quiet "$room/image" 2>/dev/null || true; rm -rf "$room"' EXIT

hdiutil attach -quiet -nobrowse -readonly -mountpoint "$room/image" "$image"
test -L "$room/image/Applications"
test -d "$room/image/licences"
ditto "$room/image/CRMO Desktop.app" "$room/CRMO Desktop.app"
hdiutil detach -quiet "$room/image"

app="$room/CRMO Desktop.app"
program=$app/Contents/MacOS/crmo-desktop
plutil -lint "$app/Contents/Info.plist"
codesign --verify --deep --strict "$app"
"$program" --version
"$program" self-test
"$program" check-installation
"$program" --data-dir "$room/data" --screenshot "$room/window.png" --open mri
test -s "$room/window.png"
echo "$(basename "$image"): copied and tested."
