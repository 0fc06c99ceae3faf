#!/usr/bin/env bash
# Tries the README's two commands on a bare Debian that has nothing but python3.
#
#   packaging/clean_room.sh FOLDER [COMMAND]      as root, with debootstrap and git installed
#
# FOLDER     where the bare system is kept (base/) and a fresh copy of it is made for each call (room/)
# COMMAND    what to run in a fresh clone of this checkout's last commit; default: the README's two
# SUITE      the Debian to try (bookworm)
# CARRY      files and folders of this system that apt and pip need in the room to reach their indexes
# PASS       names of environment variables to hand on, e.g. "https_proxy PIP_CERT"
set -euo pipefail

folder=${1:?usage: packaging/clean_room.sh FOLDER [COMMAND]}
command=${2:-'python3 dev.py run --screenshot /tmp/window.png && python3 dev.py test'}
suite=${SUITE:-bookworm}
carry=${CARRY-/etc/apt /etc/pip.conf /etc/resolv.conf /etc/hosts /etc/ssl/certs /usr/local/share/ca-certificates}
checkout=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
room=$folder/room

[ -e "$folder/base/etc/debian_version" ] || debootstrap --variant=minbase "$suite" "$folder/base"

rm -rf --one-file-system "$room"
cp -a --reflink=auto "$folder/base" "$room"
for path in $carry; do
    [ -e "$path" ] || continue
    mkdir -p "$room$(dirname "$path")"
    rm -rf "${room:?}$path"
    cp -aL "$path" "$room$path"
done
git clone --quiet "$checkout" "$room/srv/crmo-desktop"

environment=(PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root TERM=dumb)
for name in ${PASS-http_proxy https_proxy no_proxy PIP_CERT SSL_CERT_FILE}; do
    [ -z "${!name-}" ] || environment+=("$name=${!name}")
done

# Mounts are made in a name space of their own: they are gone when this ends, however it ends.
script='
    set -eu
    mount -t proc proc "$0/proc"
    mount --rbind /dev "$0/dev"
    exec chroot "$0" /usr/bin/env -i "$@"'
inside() {
    unshare --mount --propagation private sh -c "$script" "$room" "${environment[@]}" sh -c "$1"
}

inside 'apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -qq --no-install-recommends python3 >/dev/null'
inside "cd /srv/crmo-desktop && $command"
