#!/usr/bin/env bash
# From PyInstaller's bundle to the disk image: licences in, signature if there are secrets, image.
#
#   packaging/macos/finish.sh      on macOS, after `python3 dev.py package`
#
# Reads dist/CRMO Desktop.app and the licences beside the program in dist/crmo-desktop; writes
# dist/CRMO-Desktop-V-macos-ARCH.dmg. Secrets: see sign_and_notarise.sh.
#
# Written and checked with shellcheck, never run: no Mac was at hand.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
dist=$here/../../dist
app="$dist/CRMO Desktop.app"
version=$(/usr/libexec/PlistBuddy -c 'Print :CFBundleShortVersionString' "$app/Contents/Info.plist")
image=$dist/CRMO-Desktop-$version-macos-$(uname -m).dmg

for name in licences THIRD-PARTY-NOTICES.txt sbom.cdx.json; do
    if [ -e "$dist/crmo-desktop/$name" ]; then
        ditto "$dist/crmo-desktop/$name" "$app/Contents/Resources/$name"
    fi
done
"$here/sign_and_notarise.sh" app "$app"
if [ -z "${MACOS_CERTIFICATE-}" ]; then
    codesign --force --sign - "$app" # what was added is under a signature again, if one without a name
fi
"$here/make_dmg.sh" "$app" "$image" "$dist/crmo-desktop/licences" "$dist/crmo-desktop/THIRD-PARTY-NOTICES.txt"
"$here/sign_and_notarise.sh" image "$image"
