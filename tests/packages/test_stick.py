"""The .tar.gz for a stick: it leaves nothing on the computer, and works where nothing can be written."""

import subprocess
from pathlib import Path

import pytest

from tests.packages.rooms import HOME, Room

pytestmark = pytest.mark.packaging

STICK = "/media/stick"
EVERYWHERE = ("/home", "/etc", "/opt", "/usr", "/var", "/tmp")


@pytest.fixture
def stick(tarball: Path, tmp_path: Path) -> Path:
    """The unpacked folder, which everybody may write to as on a real stick."""
    (tmp_path / "stick").mkdir()
    subprocess.run(["tar", "-xzf", str(tarball), "-C", str(tmp_path / "stick")], check=True)
    folder = tmp_path / "stick" / "crmo-desktop"
    folder.chmod(0o777)
    return folder


def test_it_keeps_everything_on_the_stick(room: Room, stick: Path) -> None:
    before = room.files(*EVERYWHERE)

    tested = room.call(f"{STICK}/crmo-desktop", "self-test", writable={stick: STICK})
    window = room.call(
        "timeout",
        "8",
        f"{STICK}/crmo-desktop",
        writable={stick: STICK},
        environment={"QT_QPA_PLATFORM": "offscreen"},
    )

    assert (tested.returncode, tested.stderr) == (0, ""), tested.stdout
    assert window.returncode == 124, f"it was open until it was told to end: {window.stderr}"
    assert (stick / "data" / "notes.sqlite").is_file()
    left = {path for path in room.files(*EVERYWHERE) - before if not path.startswith(f"{HOME}/.cache")}
    assert left == set()


def test_a_stick_that_cannot_be_written_can_be_read(room: Room, stick: Path) -> None:
    before = room.files(*EVERYWHERE)
    shown = {stick: STICK}

    assert room.call(f"{STICK}/crmo-desktop", "self-test", shown=shown).returncode == 0
    drawn = room.call(f"{STICK}/crmo-desktop", "--screenshot", "/tmp/window.png", shown=shown)
    window = room.call(
        "timeout", "8", f"{STICK}/crmo-desktop", shown=shown, environment={"QT_QPA_PLATFORM": "offscreen"}
    )

    assert (drawn.returncode, drawn.stderr) == (0, "")
    assert (window.returncode, window.stderr) == (124, ""), "it stays open"
    assert not (stick / "data").exists()
    left = {path for path in room.files(*EVERYWHERE) - before if not path.startswith(f"{HOME}/.cache")}
    assert left == {"/tmp/window.png"}, "nor was anything kept on the computer instead"


def test_a_stick_without_rights_to_run_is_started_by_its_script(room: Room, stick: Path) -> None:
    """As on a FAT file system, where Linux takes no file for a program that is not called .exe."""
    for path in stick.rglob("*"):
        if path.is_file():
            path.chmod(0o666)
    refused = room.call(f"{STICK}/crmo-desktop", "--version", writable={stick: STICK})
    assert refused.returncode != 0
    before = room.files("/tmp")

    done = room.call("sh", f"{STICK}/start.sh", "self-test", writable={stick: STICK})
    version = room.call("sh", f"{STICK}/start.sh", "--version", shown={stick: STICK})

    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    assert "CRMO Desktop " in version.stdout
    assert room.files("/tmp") == before, "the copy is gone"


def test_it_tells_what_it_is(stick: Path) -> None:
    assert "Check this installation" in (stick / "README.txt").read_text(encoding="utf-8")
    assert '"data"' in (stick / "portable.txt").read_text(encoding="utf-8")
