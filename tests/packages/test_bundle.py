"""The frozen program on the system that built it; nothing here runs in `dev.py test`."""

import ast
import os
import re
import struct
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.tree import ROOT, syntax

pytestmark = pytest.mark.packaging

SELF_TEST_SECONDS = 30
SIZE = (1366, 768)


def call(bundle: Path, *arguments: str, before: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    """Run the program with no screen, no Python and no profile around it."""
    program = bundle / ("crmo-desktop.exe" if os.name == "nt" else "crmo-desktop")
    kept = ("HOME", "LANG", "PATH", "SYSTEMROOT", "TEMP", "USERPROFILE", "XDG_DATA_HOME", "XDG_RUNTIME_DIR")
    return subprocess.run(
        [*before, str(program), *arguments],
        env={name: os.environ[name] for name in kept if name in os.environ},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )


def files(bundle: Path) -> list[Path]:
    return [path for path in bundle.rglob("*") if path.is_file()]


def test_it_tells_its_version(bundle: Path) -> None:
    done = call(bundle, "--version")

    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("CRMO Desktop ")


def test_the_self_test_passes_quickly_and_quietly(bundle: Path) -> None:
    before = os.times()
    done = call(bundle, "self-test")
    after = os.times()

    assert (done.returncode, done.stderr) == (0, ""), done.stdout
    # of the processor, not of the clock: how long it takes must not depend on what else runs here
    seconds = after.children_user + after.children_system - before.children_user - before.children_system
    assert (seconds or after.elapsed - before.elapsed) < SELF_TEST_SECONDS


def test_it_draws_itself_without_a_screen(bundle: Path, tmp_path: Path) -> None:
    picture = tmp_path / "window.png"
    done = call(bundle, "--screenshot", str(picture), "--size", "{}x{}".format(*SIZE))

    assert (done.returncode, done.stderr) == (0, "")
    content = picture.read_bytes()
    assert content.startswith(b"\x89PNG")
    assert struct.unpack(">II", content[16:24]) == SIZE
    assert len(content) > 20_000, "an empty window is smaller"


def test_it_searches(bundle: Path) -> None:
    done = call(bundle, "search", "--json", "what is crmo")

    assert (done.returncode, done.stderr) == (0, "")
    assert "what-is-crmo" in done.stdout


def test_it_checks_content(bundle: Path) -> None:
    done = call(bundle, "check-content", str(ROOT / "content"))

    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="strace is a Linux program")
def test_it_opens_no_socket(bundle: Path, tmp_path: Path) -> None:
    log = tmp_path / "strace.log"
    done = call(bundle, "self-test", before=("strace", "-f", "-e", "trace=socket,connect", "-o", str(log)))

    assert done.returncode == 0, done.stderr
    assert re.findall(r"\b(?:socket|connect)\(.*", log.read_text(encoding="utf-8")) == []


def test_it_has_the_plugins_that_were_named_and_no_other(bundle: Path) -> None:
    (named,) = (
        ast.literal_eval(node.value)
        for node in ast.walk(syntax(ROOT / "build.spec"))
        if isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "PLUGINS"
    )
    found = {path for path in files(bundle) if path.parent.parent.name == "plugins"}

    assert found
    for path in found:
        assert path.name.removeprefix("lib").partition(".")[0] in named[path.parent.name]
