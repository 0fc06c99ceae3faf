#!/usr/bin/env bash
# Tries what needs no administrator on Linux: the .run and the .tar.gz, as whoever calls it, without a network.
#
#   .github/scripts/try_run.sh RUN TARBALL
set -euo pipefail

run=$(realpath "${1:?usage: .github/scripts/try_run.sh RUN TARBALL}")
tarball=$(realpath "${2:?usage: .github/scripts/try_run.sh RUN TARBALL}")
room=$(mktemp -d)
trap 'chmod -R u+w "$room"; rm -rf "$room"' EXIT
export HOME=$room/home QT_QPA_PLATFORM=offscreen
unset XDG_DATA_HOME XDG_CONFIG_HOME
mkdir -p "$HOME"

# A name space of its own, where no interface is up; as the same person, with no more rights than before.
offline() {
    sudo unshare --net -- setpriv --reuid="$(id -u)" --regid="$(id -g)" --clear-groups --bounding-set=-all \
        env HOME="$HOME" QT_QPA_PLATFORM=offscreen "$@"
}
self_test() {
    offline "$1" self-test
    offline "$1" check-installation
    offline "$1" --screenshot "$room/window.png" --open mri
    test -s "$room/window.png"
    rm "$room/window.png"
}

sh "$run" --quiet --check
sh "$run" --quiet --target "$HOME/.local/lib/crmo-desktop"
self_test "$HOME/.local/bin/crmo-desktop"
sh "$run" --quiet --target "$HOME/.local/lib/crmo-desktop" # once more over itself
self_test "$HOME/.local/bin/crmo-desktop"
sh "$run" --quiet --uninstall
test ! -e "$HOME/.local/lib/crmo-desktop"
test ! -e "$HOME/.local/bin/crmo-desktop"

mkdir "$room/stick"
tar -xzf "$tarball" -C "$room/stick"
program=$(find "$room/stick" -maxdepth 2 -type f -name crmo-desktop)
self_test "$program"
chmod -R a-w "$room/stick" # a stick that is switched to read-only
self_test "$program"
echo "$(basename "$run") and $(basename "$tarball"): tested without a network."
