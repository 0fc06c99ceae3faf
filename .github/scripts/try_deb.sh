#!/usr/bin/env bash
# Installs the .deb in a bare container, cuts it off from every network, tests the installed program, removes it.
#
#   .github/scripts/try_deb.sh IMAGE DEB      e.g. debian:12 dist/crmo-desktop_*_amd64.deb
set -euo pipefail

image=${1:?usage: .github/scripts/try_deb.sh IMAGE DEB}
deb=${2:?usage: .github/scripts/try_deb.sh IMAGE DEB}

room=$(docker run --detach --rm "$image" sleep 3600)
trap 'docker kill "$room" >/dev/null' EXIT
inside() { docker exec --env DEBIAN_FRONTEND=noninteractive "$room" "$@"; }
reader() { docker exec --user reader --env HOME=/srv/reader --env QT_QPA_PLATFORM=offscreen "$room" "$@"; }

docker cp "$deb" "$room:/srv/crmo-desktop.deb"
if inside sh -c 'command -v python3 || command -v python'; then
    echo "$image has a Python: this would prove nothing." >&2
    exit 1
fi
inside useradd --create-home --home-dir /srv/reader reader
inside apt-get update -qq
inside apt-get install -qq --yes --no-install-recommends /srv/crmo-desktop.deb
docker network disconnect bridge "$room" # from here on there is no network at all
reader crmo-desktop --version
reader crmo-desktop self-test
reader crmo-desktop check-installation
reader crmo-desktop --screenshot /srv/reader/window.png --open mri
reader test -s /srv/reader/window.png
inside apt-get purge -qq --yes crmo-desktop
inside sh -c '! ls -d /usr/lib/crmo-desktop /usr/bin/crmo-desktop /usr/share/doc/crmo-desktop 2>/dev/null'
echo "$deb in $image: installed, tested without a network, removed."
