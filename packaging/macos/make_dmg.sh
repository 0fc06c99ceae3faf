#!/usr/bin/env bash
# Puts the bundle into a disk image, beside a link to the folder where programs go.
#
#   packaging/macos/make_dmg.sh APP IMAGE [FILE…]      on macOS
#
# APP      dist/CRMO Desktop.app
# IMAGE    dist/CRMO-Desktop-V-macos-ARCH.dmg
# FILE     what lies beside the program in the image: licences, notices
#
# SOURCE_DATE_EPOCH    what every file's time stamp is set to. The files are the same each time; the image around
#                      them is not, since hdiutil puts an identifier of its own into it. A signature changes the
#                      program itself.
#
# Written and checked with shellcheck, never run: no Mac was at hand.
set -euo pipefail

app=${1:?usage: packaging/macos/make_dmg.sh APP IMAGE [FILE…]}
image=${2:?usage: packaging/macos/make_dmg.sh APP IMAGE [FILE…]}
shift 2

stage=$(mktemp -d)
trap 'rm -rf "$stage"' EXIT
ditto "$app" "$stage/$(basename "$app")" # keeps links and signatures
for file in "$@"; do
    ditto "$file" "$stage/$(basename "$file")"
done
ln -s /Applications "$stage/Applications"
if [ -n "${SOURCE_DATE_EPOCH-}" ]; then
    find "$stage" -exec touch -h -t "$(date -u -r "$SOURCE_DATE_EPOCH" +%Y%m%d%H%M.%S)" {} +
fi

rm -f "$image"
hdiutil create -volname "CRMO Desktop" -srcfolder "$stage" -fs HFS+ -format UDZO \
    -imagekey zlib-level=9 -nospotlight -quiet "$image"
hdiutil verify -quiet "$image"
