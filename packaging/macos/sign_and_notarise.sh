#!/usr/bin/env bash
# Signs the bundle, then signs, notarises and staples the disk image, where the secrets for it are; else says so.
#
#   packaging/macos/sign_and_notarise.sh inside APP    on macOS; every library in the bundle
#   packaging/macos/sign_and_notarise.sh app APP       the bundle around them, once nothing in it changes any more
#   packaging/macos/sign_and_notarise.sh image IMAGE   the image with the bundle in it
#
# Secrets, from the environment; docs/release.md tells where each comes from:
# MACOS_CERTIFICATE            "Developer ID Application" with its key, a .p12 file in Base64
# MACOS_CERTIFICATE_PASSWORD   of that file
# MACOS_IDENTITY               the certificate's name, "Developer ID Application: NAME (TEAM)"
# MACOS_NOTARY_KEY             key of App Store Connect, a .p8 file in Base64
# MACOS_NOTARY_KEY_ID          its id
# MACOS_NOTARY_ISSUER          who issued it, a UUID
#
# Written and checked with shellcheck, never run: no Mac and no certificate were at hand.
set -euo pipefail

kind=${1:?usage: packaging/macos/sign_and_notarise.sh inside|app|image PATH}
path=${2:?usage: packaging/macos/sign_and_notarise.sh inside|app|image PATH}
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

if [ -z "${MACOS_CERTIFICATE-}" ]; then
    echo "Not signed: there is no MACOS_CERTIFICATE. macOS will ask before it opens $path"
    exit 0
fi
: "${MACOS_CERTIFICATE_PASSWORD:?}" "${MACOS_IDENTITY:?}"

work=$(mktemp -d)
keychain=$work/signing.keychain-db
forget() {
    security delete-keychain "$keychain" 2>/dev/null || true
    rm -rf "$work"
}
trap forget EXIT

open_keychain() {
    local password
    password=$(uuidgen)
    printf '%s' "$MACOS_CERTIFICATE" | base64 --decode >"$work/certificate.p12"
    security create-keychain -p "$password" "$keychain"
    security set-keychain-settings -lut 3600 "$keychain"
    security unlock-keychain -p "$password" "$keychain"
    security import "$work/certificate.p12" -k "$keychain" -P "$MACOS_CERTIFICATE_PASSWORD" -T /usr/bin/codesign
    security set-key-partition-list -S apple-tool:,apple: -k "$password" "$keychain" >/dev/null
    # codesign only looks into keychains that are on the list
    local others=()
    while IFS= read -r other; do others+=("$other"); done < <(security list-keychains -d user | tr -d '" ')
    security list-keychains -d user -s "$keychain" ${others[@]+"${others[@]}"}
}

sign() {
    codesign --force --timestamp --sign "$MACOS_IDENTITY" --keychain "$keychain" "$@"
}

# From the inside out: a signature covers those of what it contains.
sign_inside() {
    while IFS= read -r -d '' file; do
        if file -b "$file" | grep -q '^Mach-O'; then
            sign --options runtime "$file"
        fi
    done < <(find "$path/Contents" -type f ! -path "$path/Contents/MacOS/crmo-desktop" -print0)
}

sign_app() {
    sign --options runtime --entitlements "$here/entitlements.plist" "$path"
    codesign --verify --deep --strict --verbose=2 "$path"
}

notarise() {
    : "${MACOS_NOTARY_KEY:?}" "${MACOS_NOTARY_KEY_ID:?}" "${MACOS_NOTARY_ISSUER:?}"
    printf '%s' "$MACOS_NOTARY_KEY" | base64 --decode >"$work/notary.p8"
    xcrun notarytool submit "$path" --wait --timeout 45m \
        --key "$work/notary.p8" --key-id "$MACOS_NOTARY_KEY_ID" --issuer "$MACOS_NOTARY_ISSUER"
    xcrun stapler staple "$path"
    xcrun stapler validate "$path"
    spctl --assess --type open --context context:primary-signature --verbose "$path"
}

open_keychain
case $kind in
inside) sign_inside ;;
app) sign_app ;;
image)
    sign "$path"
    notarise
    ;;
*)
    echo "usage: packaging/macos/sign_and_notarise.sh inside|app|image PATH" >&2
    exit 2
    ;;
esac
