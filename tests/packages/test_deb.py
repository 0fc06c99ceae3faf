"""The .deb: in a bare Debian what it needs comes from the archive, and after that there is no network."""

import json
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from system_libraries import GLVND
from tests.packages.conftest import Screen
from tests.packages.rooms import HOME, Room

pytestmark = pytest.mark.packaging

STICK = "/media/stick"
MEGABYTE = 1_000_000
PROGRAM = "/usr/lib/crmo-desktop"
DESKTOP_ID = "org.crmo-desktop.CRMODesktop"
# What dpkg and apt write for themselves, and caches that everybody shares.
NOT_OF_THE_PACKAGE = re.compile(r"/var/(?:lib/(?:dpkg|apt|systemd)|cache|log)(?:/.*)?|/etc/(?:apt|ld\.so).*")


def field(deb: Path, name: str) -> str:
    return output("dpkg-deb", "--field", str(deb), name).strip()


def output(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def needed(*programs: str) -> None:
    for program in programs:
        if shutil.which(program) is None:
            pytest.skip(f"there is no {program} here")


@pytest.fixture(scope="module")
def unpacked(deb: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    output("dpkg-deb", "--extract", str(deb), str(folder))
    return folder


def test_it_is_small(deb: Path) -> None:
    assert deb.stat().st_size <= 24 * MEGABYTE
    assert int(field(deb, "Installed-Size")) * 1024 <= 95 * MEGABYTE


def test_debians_own_checks_find_nothing(deb: Path, unpacked: Path) -> None:
    needed("lintian", "desktop-file-validate", "appstreamcli")

    found = output("lintian", "--fail-on", "error,warning", str(deb)).splitlines()
    assert [line for line in found if not line.startswith("N:")] == []
    share = unpacked / "usr" / "share"
    output("desktop-file-validate", str(share / "applications" / f"{DESKTOP_ID}.desktop"))
    output("appstreamcli", "validate", "--no-net", str(share / "metainfo" / f"{DESKTOP_ID}.metainfo.xml"))
    output("appstreamcli", "validate-tree", "--no-net", str(unpacked))


def test_of_the_systems_libraries_only_those_that_hand_calls_on_are_inside(unpacked: Path) -> None:
    inside = unpacked / "usr" / "lib" / "crmo-desktop" / "_internal"
    libraries = {path.name for path in inside.glob("*.so*")}

    assert libraries >= set(GLVND)
    assert [name for name in libraries - set(GLVND) if not name.startswith("libpython3")] == []
    assert not (inside / "spare").exists()


def test_older_systems_have_what_it_depends_on(deb: Path) -> None:
    """Versions that Ubuntu 22.04 has, read from its archive; a greater one could not be installed there."""
    jammy = {
        "libc6": (2, 35),
        "libffi8": (3, 4),
        "libsqlite3-0": (3, 37),
        "libstdc++6": (12,),
        "libx11-xcb1": (1, 7),
        "libzstd1": (1, 4),
    }
    wanted = dict(re.findall(r"(\S+) \(>= (?:\d+:)?([\d.]+)", field(deb, "Depends")))

    assert "libc6" in wanted
    for name, most in jammy.items():
        if name in wanted:
            assert tuple(map(int, wanted[name].split(".")))[: len(most)] <= most, f"{name} {wanted[name]}"


def test_what_prints_and_reads_aloud_is_suggested_and_nobody_has_to_take_it(deb: Path) -> None:
    assert field(deb, "Suggests") == "libcups2, speech-dispatcher, espeak-ng"
    assert "libcups" not in field(deb, "Depends")
    assert field(deb, "Recommends") == ""


def install(room: Room, deb: Path, *, with_network: bool = False) -> subprocess.CompletedProcess[str]:
    command = [
        "env",
        "DEBIAN_FRONTEND=noninteractive",
        "apt-get",
        "install",
        "--yes",
        "--no-install-recommends",
    ]
    return room.call(
        *command,
        f"{STICK}/{deb.name}",
        user="root",
        shown={deb.parent: STICK},
        seconds=600,
        with_network=with_network,
    )


def test_it_installs_works_and_goes_without_a_trace(room: Room, deb: Path, screen: Screen) -> None:
    assert room.call("apt-get", "update", user="root", with_network=True).returncode == 0
    done = install(room, deb, with_network=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert room.call("sh", "-c", "command -v python3").returncode != 0, "it needs no Python"

    tested = room.call("crmo-desktop", "self-test")
    assert (tested.returncode, tested.stderr) == (0, ""), tested.stdout
    checked = room.call("crmo-desktop", "check-installation")
    assert (checked.returncode, checked.stderr) == (0, ""), checked.stdout
    drawn = room.call("crmo-desktop", "--screenshot", "/tmp/window.png", "--size", "1366x768")
    assert (drawn.returncode, drawn.stderr) == (0, "")
    shown = room.call(
        "crmo-desktop", "--exit-after-paint", environment=screen.environment, shown=screen.places
    )
    assert shown.returncode == 0, shown.stderr
    assert json.loads(shown.stderr)["first_page_painted"] > 0
    assert room.call("crmo-desktop", "--open", "red-flags", "--screenshot", "/tmp/window.png").returncode == 0
    assert room.call("rm", "/tmp/window.png").returncode == 0

    before = room.files("/usr", "/etc", "/opt", "/var", "/home")
    again = room.call("dpkg", "--install", f"{STICK}/{deb.name}", user="root", shown={deb.parent: STICK})
    assert again.returncode == 0, again.stderr
    gone = room.call("dpkg", "--purge", "crmo-desktop", user="root")
    assert (gone.returncode, gone.stderr) == (0, "")
    after = room.files("/usr", "/etc", "/opt", "/var", "/home")
    files = set(room_paths(deb))
    left = {path for path in after & files if not is_everybodys(path)}
    assert left == set()
    assert {
        path for path in before - after if path not in files and not NOT_OF_THE_PACKAGE.fullmatch(path)
    } == set()
    assert f"{HOME}/.local/share" not in before, "looking at it writes nothing"


def room_paths(deb: Path) -> list[str]:
    """Where the package puts things."""
    listing = output("dpkg-deb", "--contents", str(deb)).splitlines()
    return [line.split(maxsplit=5)[5].split(" -> ")[0].lstrip(".").rstrip("/") for line in listing]


def is_everybodys(path: str) -> bool:
    """Whether a folder was there before, or may hold what others put there."""
    return "crmo" not in path.lower()


def test_an_older_version_does_not_replace_a_newer_one(room: Room, deb: Path) -> None:
    script = output("dpkg-deb", "--info", str(deb), "preinst")
    version = field(deb, "Version")

    def preinst(*arguments: str) -> subprocess.CompletedProcess[str]:
        return room.call("sh", "-c", script, "preinst", *arguments)

    refused = preinst("upgrade", "99.0")
    assert refused.returncode == 1
    assert f"CRMO Desktop 99.0 is installed, which is newer than {version}." in refused.stderr
    assert preinst("upgrade", "0.0.1").returncode == 0
    assert preinst("install").returncode == 0
    assert preinst("install", "99.0").returncode == 0, "it was removed before"
