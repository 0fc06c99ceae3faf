"""The self-test: what it promises on the real edition, what it calls a fault, and that it opens no socket."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from crmo_desktop import selftest
from crmo_desktop.authoring.compile import compile_pack
from crmo_desktop.paths import Paths
from tests.authoring.small_content import SmallContent
from tests.services.installed import InstalledProgram

ROOT = Path(__file__).resolve().parent.parent
# Every audit event that the socket module raises stops the run: even making one is a fault.
WATCHED = """
import sys
def refuse(event, arguments):
    if event.startswith("socket."):
        print("opened:", event, arguments, file=sys.stderr)
        raise RuntimeError(event)
sys.addaudithook(refuse)
from crmo_desktop.cli import main
sys.exit(main(sys.argv[1:]))
"""
FAMILIES_OF_THE_NETWORK = ("AF_INET", "AF_INET6", "AF_PACKET", "AF_NETLINK")


def watched_self_test(pack: Path, folder: Path, *before: str) -> subprocess.CompletedProcess[str]:
    command = [
        *before,
        sys.executable,
        "-c",
        WATCHED,
        "--data-dir",
        str(folder),
        "--pack",
        str(pack),
        "self-test",
    ]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=300, check=False)


@pytest.fixture
def small_pack(tmp_path: Path) -> Path:
    """A pack of two topics: enough to see a fault, quick to open."""
    pack = tmp_path / "small.crmo"
    compile_pack(SmallContent(tmp_path / "content").root, pack)
    return pack


def small_paths(tmp_path: Path, pack: Path, resources: Path = ROOT / "resources") -> Paths:
    return Paths(resources, pack, None, tmp_path / "data")


def test_every_page_opens_without_a_fault_and_without_a_socket(pack_path: Path, tmp_path: Path) -> None:
    result = watched_self_test(pack_path, tmp_path)

    assert result.returncode == 0, result.stdout + result.stderr
    assert result.stderr == ""
    assert "0 faults" in result.stdout
    shown = next(line for line in result.stdout.splitlines() if line.startswith("pages:"))
    assert int(shown.split()[1]) >= 48 * 2 * 5  # topics, audiences, themes


def test_the_watch_on_sockets_would_see_one() -> None:
    opened = WATCHED.replace("from crmo_desktop.cli import main", "import socket; socket.socket()")

    result = subprocess.run(
        [sys.executable, "-c", opened], capture_output=True, text=True, timeout=60, check=False
    )

    assert "opened: socket.__new__" in result.stderr
    assert result.returncode != 0


def test_the_system_sees_no_socket_of_a_network(small_pack: Path, tmp_path: Path) -> None:
    """What Qt's own libraries open stays unseen by Python; the kernel sees it (dev.py brings strace)."""
    strace = shutil.which("strace")
    if strace is None:  # no Linux, or not root: the audit hook above stands alone
        assert "opened:" not in watched_self_test(small_pack, tmp_path / "data").stderr
        return
    log = tmp_path / "calls.txt"

    watched_self_test(
        small_pack, tmp_path / "data", strace, "-f", "-qq", "-e", "trace=socket,connect", "-o", str(log)
    )

    calls = log.read_text(encoding="utf-8", errors="replace").splitlines()
    network = [call for call in calls if any(family in call for family in FAMILIES_OF_THE_NETWORK)]
    assert not network


def test_a_small_pack_lacks_answers_and_that_is_told(
    small_pack: Path, tmp_path: Path, qapp: object, capsys: pytest.CaptureFixture[str]
) -> None:
    status = selftest.run(small_paths(tmp_path, small_pack), None)

    told = capsys.readouterr()
    assert status == selftest.EXIT_FAULT
    assert "fault: “methotrexat” finds nothing" in told.err


def test_a_broken_resource_is_a_fault(
    small_pack: Path, tmp_path: Path, qapp: object, capsys: pytest.CaptureFixture[str]
) -> None:
    resources = tmp_path / "resources"
    shutil.copytree(ROOT / "resources", resources)
    (resources / "icons" / "trash.svg").write_text("<svg", encoding="utf-8")
    (resources / "icons" / "LICENSE").write_bytes(b"")

    status = selftest.run(small_paths(tmp_path, small_pack, resources), None)

    told = capsys.readouterr().err
    assert status == selftest.EXIT_FAULT
    assert "trash.svg" in told
    assert "LICENSE is empty" in told


def test_a_damaged_pack_is_refused_before_anything_is_opened(small_pack: Path, tmp_path: Path) -> None:
    data = bytearray(small_pack.read_bytes())
    data[-1] ^= 1
    small_pack.write_bytes(data)

    result = watched_self_test(small_pack, tmp_path / "data")

    assert result.returncode == 2
    assert result.stderr.startswith("The content file “small.crmo” is damaged")


def test_an_installed_file_that_is_wrong_is_a_fault(
    small_pack: Path, tmp_path: Path, qapp: object, capsys: pytest.CaptureFixture[str]
) -> None:
    installed = InstalledProgram(tmp_path / "program", small_pack)
    installed.file("libA.so").unlink()
    paths = small_paths(tmp_path, installed.pack)._replace(program=installed.folder)

    selftest.run(paths, None)

    told = capsys.readouterr()
    assert "files: 4 compared" in told.out
    assert "fault: _internal/libA.so is missing" in told.err
    assert "fault: the list of files is that of another version" in told.err


def test_an_installed_program_without_its_list_is_a_fault(
    small_pack: Path, tmp_path: Path, qapp: object, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = small_paths(tmp_path, small_pack)._replace(program=tmp_path)

    selftest.run(paths, None)

    assert (
        "fault: The list of the program’s files, “installed-files.json”, is missing."
        in capsys.readouterr().err
    )
