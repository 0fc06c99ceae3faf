"""What starting the program loads: the command line answers without Qt (house 4)."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.tree import ROOT

PROBE = """
import json, sys
from crmo_desktop import cli
try:
    status = cli.main(sys.argv[1:])
except SystemExit as end:
    status = end.code
print(json.dumps([status, sorted(sys.modules)]), file=sys.stderr)
"""


def loaded(*arguments: str) -> set[str]:
    """Modules in memory after the program was called with `arguments` and ended well."""
    done = subprocess.run(
        [sys.executable, "-c", PROBE, *arguments], cwd=ROOT, capture_output=True, text=True, check=True
    )
    status, modules = json.loads(done.stderr.splitlines()[-1])
    assert status in {0, None}
    return set(modules)


@pytest.mark.parametrize("command", ["--version", "topics", "search what", "show what-is-crmo"])
def test_a_command_that_answers_in_words_loads_no_qt(command: str, pack_path: Path) -> None:
    modules = loaded("--pack", str(pack_path), *command.split())

    assert not {name for name in modules if name.startswith(("PySide6", "shiboken6", "crmo_desktop.gui"))}
    assert not {"crmo_desktop.authoring", "crmo_desktop.selftest", "textstat"} & modules


def test_a_window_in_english_loads_nothing_of_other_languages(pack_path: Path, tmp_path: Path) -> None:
    where = ("--data-dir", str(tmp_path), "--pack", str(pack_path), "--language", "en")
    modules = loaded(*where, "--open", "mri", "--screenshot", str(tmp_path / "mri.png"))

    others = {f"crmo_desktop.gui.{name}" for name in ("languages", "language_menu", "turned_page")}
    assert "crmo_desktop.gui.mirroring" in modules
    assert not others & modules


def test_a_start_page_draws_no_picture(pack_path: Path, tmp_path: Path) -> None:
    where = ("--data-dir", str(tmp_path), "--pack", str(pack_path))
    modules = loaded(*where, "--screenshot", str(tmp_path / "home.png"))

    drawing = ("crmo_desktop.gui.drawing", "crmo_desktop.domain.picture", "PySide6.QtPrintSupport")
    assert "crmo_desktop.gui.pages.home" in modules
    assert not {name for name in modules if name.startswith(drawing)}
