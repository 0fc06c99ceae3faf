"""The .run, in a bare Debian without network, as somebody who has no rights there."""

import json
import re
import subprocess
from concurrent.futures import ThreadPoolExecutor, wait
from pathlib import Path

import pytest

from tests.packages.conftest import Screen
from tests.packages.rooms import HOME, Room

pytestmark = pytest.mark.packaging

STICK = "/media/stick"
TARGET = f"{HOME}/.local/lib/crmo-desktop"
MEGABYTE = 1_000_000
NEWER, OPEN, DAMAGED = 3, 4, 5


def install(room: Room, run_file: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return room.call("sh", f"{STICK}/{run_file.name}", *options, shown={run_file.parent: STICK})


def with_version(run_file: Path, folder: Path, version: str) -> Path:
    """The same file as it would be with another version number, as far as its script goes."""
    content = run_file.read_bytes()
    (own,) = re.findall(rb"^VERSION='([^']+)'", content, re.MULTILINE)
    assert len(version) == len(own), "the script must keep its length"
    other = folder / "other" / run_file.name
    other.parent.mkdir()
    other.write_bytes(content.replace(b"VERSION='" + own, b"VERSION='" + version.encode(), 1))
    return other


def test_it_is_small(run_file: Path) -> None:
    assert run_file.stat().st_size <= 38 * MEGABYTE


def test_it_installs_works_and_goes_without_a_trace(room: Room, run_file: Path, screen: Screen) -> None:
    before = room.files("/home", "/etc", "/opt", "/usr", "/var", "/tmp")
    done = install(room, run_file)
    assert (done.returncode, done.stderr) == (0, "")

    program = f"{HOME}/.local/bin/crmo-desktop"
    tested = room.call(program, "self-test")
    assert (tested.returncode, tested.stderr) == (0, ""), tested.stdout
    checked = room.call(program, "check-installation")
    assert (checked.returncode, checked.stderr) == (0, ""), checked.stdout
    drawn = room.call(program, "--screenshot", "/tmp/window.png", "--size", "1366x768")
    assert (drawn.returncode, drawn.stderr) == (0, "")
    shown = room.call(program, "--exit-after-paint", environment=screen.environment, shown=screen.places)
    assert shown.returncode == 0, shown.stderr
    assert json.loads(shown.stderr)["first_page_painted"] > 0
    entry = room.call("cat", f"{HOME}/.local/share/applications/org.crmo-desktop.CRMODesktop.desktop").stdout
    assert f'\nExec="{TARGET}/crmo-desktop"' in entry

    assert room.call("rm", "/tmp/window.png").returncode == 0
    gone = install(room, run_file, "--uninstall")
    assert (gone.returncode, gone.stderr) == (0, "")
    left = room.files("/home", "/etc", "/opt", "/usr", "/var", "/tmp") - before
    cache = {f"{HOME}/.local", f"{HOME}/.local/share", f"{HOME}/.local/bin", f"{HOME}/.local/lib"}
    own = {path for path in left if path.startswith(f"{HOME}/.local/share/crmo-desktop")}
    assert {path for path in left - own - cache if not path.startswith(f"{HOME}/.cache")} == set()


def test_the_window_comes_up_on_a_screen(room: Room, run_file: Path, screen: Screen, tmp_path: Path) -> None:
    assert install(room, run_file).returncode == 0
    assert len(screen.colours()) <= 2, "nothing is there yet"
    program = f"{TARGET}/crmo-desktop"
    steps = f"""
        {program} &
        for _ in $(seq 300); do [ -e /srv/seen/window ] || sleep 0.2; done
        {program} --open crmo://topic/red-flags; echo second start: $?
        sh {STICK}/{run_file.name}; echo installing: $?
        kill $!
    """

    seen = tmp_path / "seen"
    seen.mkdir()
    with ThreadPoolExecutor() as pool:
        job = pool.submit(
            room.call,
            *("sh", "-c", steps),
            environment=screen.environment,
            shown={**screen.places, run_file.parent: STICK},
            writable={seen: "/srv/seen"},
        )
        while wait([job], timeout=0.5).not_done:
            if len(screen.colours()) > 50:
                (seen / "window").touch()

    assert (seen / "window").exists(), "the window was drawn"
    assert "second start: 0\n" in job.result().stdout, "it is handed to the window that is open"
    assert f"installing: {OPEN}\n" in job.result().stdout, "it is not replaced while it is open"
    assert "CRMO Desktop is open." in job.result().stderr


def test_notes_outlive_a_new_version(room: Room, run_file: Path, tmp_path: Path) -> None:
    assert install(room, with_version(run_file, tmp_path, "0.0.1")).returncode == 0
    kept = f"{HOME}/.local/share/crmo-desktop/notes.sqlite"
    assert room.call("sh", "-c", f"mkdir -p $(dirname {kept}) && echo mine > {kept}").returncode == 0
    assert (
        room.call("sh", "-c", f"echo '{{}}' > {TARGET}/policy.json; touch {TARGET}/_internal/old").returncode
        == 0
    )

    done = install(room, run_file)

    assert (done.returncode, done.stderr) == (0, "")
    assert room.call("cat", kept).stdout == "mine\n"
    assert room.call("cat", f"{TARGET}/policy.json").stdout == "{}\n"
    assert room.call("ls", f"{TARGET}/_internal/old").returncode != 0, "what the old version had is gone"
    assert room.call("sh", "-c", f"ls -d {TARGET}.*").returncode != 0, "nothing lies beside it"


def test_an_older_version_does_not_replace_a_newer_one(room: Room, run_file: Path, tmp_path: Path) -> None:
    assert install(room, run_file).returncode == 0

    done = install(room, with_version(run_file, tmp_path, "0.0.1"))

    assert done.returncode == NEWER
    assert "which is newer than 0.0.1. It is left as it is." in done.stderr


def test_a_damaged_file_changes_nothing(room: Room, run_file: Path, tmp_path: Path) -> None:
    content = bytearray(run_file.read_bytes())
    content[-1000] ^= 1
    damaged = tmp_path / "other" / run_file.name
    damaged.parent.mkdir()
    damaged.write_bytes(content)

    done = install(room, damaged)

    assert done.returncode == DAMAGED
    assert "damaged or not complete" in done.stderr
    assert room.call("ls", TARGET).returncode != 0


@pytest.mark.parametrize("cut", [1000, 500_000, 10_000_000])
def test_a_copy_that_was_cut_short_is_noticed(run_file: Path, tmp_path: Path, cut: int) -> None:
    short = tmp_path / run_file.name
    short.write_bytes(run_file.read_bytes()[:-cut])

    done = subprocess.run(["sh", str(short), "--check"], capture_output=True, text=True, check=False)

    assert done.returncode == DAMAGED


def test_it_installs_where_it_is_told_to(room: Room, run_file: Path) -> None:
    place = f"{HOME}/my “programs” & co/crmo"
    assert install(room, run_file, "--quiet", "--target", place).returncode == 0

    assert room.call(f"{place}/crmo-desktop", "--version").stdout.startswith("CRMO Desktop ")
    assert room.call(f"{HOME}/.local/bin/crmo-desktop", "check-installation").returncode == 0
    done = room.call(f"{place}/uninstall")
    assert (done.returncode, done.stderr) == (0, "")
    assert room.call("ls", place).returncode != 0
    assert room.files(f"{HOME}/.local/share") == {f"{HOME}/.local/share"}


def test_a_folder_of_somebody_else_is_left_alone(room: Room, run_file: Path) -> None:
    assert room.call("sh", "-c", "mkdir /tmp/theirs && touch /tmp/theirs/letter").returncode == 0

    done = install(room, run_file, "--target", "/tmp/theirs")

    assert done.returncode == 1
    assert "is not CRMO Desktop" in done.stderr
    assert room.files("/tmp/theirs") == {"/tmp/theirs", "/tmp/theirs/letter"}


def test_a_place_that_cannot_be_written_is_told(room: Room, run_file: Path) -> None:
    done = install(room, run_file, "--target", "/usr/lib/crmo")

    assert (done.returncode, "cannot be written to" in done.stderr) == (1, True)


def test_a_full_disk_is_told_and_leaves_nothing(room: Room, run_file: Path) -> None:
    mount = "mount -t tmpfs -o size=60m none /mnt"
    script = f"{mount} && sh {STICK}/{run_file.name} --target /mnt/crmo; echo $?; ls /mnt"

    done = room.call("sh", "-c", script, user="root", shown={run_file.parent: STICK})

    assert "There is too little room" in done.stderr
    assert done.stdout.endswith("\n1\n"), "nothing is listed after the status"


def test_a_portable_copy_can_be_unpacked(room: Room, run_file: Path) -> None:
    assert install(room, run_file, "--extract", "/tmp/stick").returncode == 0

    assert room.call("/tmp/stick/crmo-desktop", "check-installation").returncode == 0
    assert "/tmp/stick/portable.txt" in room.files("/tmp/stick")
    assert f"{HOME}/.local" not in room.files("/home")


@pytest.mark.parametrize("options", [["--wrong"], ["--target"], ["--extract", ""]])
def test_a_wrong_option_is_told(run_file: Path, options: list[str]) -> None:
    done = subprocess.run(["sh", str(run_file), *options], capture_output=True, text=True, check=False)

    assert done.returncode == 2
    assert "--help" in done.stderr


def test_it_tells_what_it_can_do(run_file: Path) -> None:
    done = subprocess.run(["sh", str(run_file), "--help"], capture_output=True, text=True, check=True)

    script = (Path(__file__).resolve().parents[2] / "packaging/linux/install.sh").read_text(encoding="utf-8")
    options = set(re.findall(r"^ +(?:\S+ \| )?(--[a-z]+)(?:\)| \|)", script, re.MULTILINE))
    assert options
    assert {option for option in options if option not in done.stdout} == set()
