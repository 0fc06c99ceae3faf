"""The commands of whoever looks after a copy."""

import json
import shutil
from pathlib import Path

import pytest

from crmo_desktop import __version__, cli, upkeep
from crmo_desktop.authoring.compile import compile_pack
from crmo_desktop.domain.errors import UserError
from crmo_desktop.paths import Paths
from tests.authoring.small_content import SmallContent
from tests.house.tree import ROOT
from tests.services.installed import InstalledProgram, damage

RESOURCES = ROOT / "resources"


@pytest.fixture(scope="session")
def small_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Read it, never write it."""
    folder = tmp_path_factory.mktemp("small")
    compile_pack(SmallContent(folder / "content").root, folder / "small.crmo")
    return folder / "small.crmo"


@pytest.fixture
def installed(tmp_path: Path, small_pack: Path) -> InstalledProgram:
    program = InstalledProgram(tmp_path / "program", small_pack)
    program.write_list(__version__)
    return program


@pytest.fixture
def paths(installed: InstalledProgram, tmp_path: Path) -> Paths:
    return Paths(RESOURCES, installed.pack, None, tmp_path / "data", installed.folder)


def test_all_is_well(paths: Paths, capsys: pytest.CaptureFixture[str]) -> None:
    assert upkeep.check_installation(paths, None, as_json=False) == 0
    assert capsys.readouterr().out.startswith("All 4 files are as they were made.\n")


def test_a_fault_is_printed_and_ends_with_1(
    paths: Paths, installed: InstalledProgram, capsys: pytest.CaptureFixture[str]
) -> None:
    installed.file("libA.so").unlink()

    assert upkeep.check_installation(paths, None, as_json=True) == upkeep.EXIT_FAULTS
    written = json.loads(capsys.readouterr().out)
    assert [wrong["path"] for wrong in written["wrong"]] == ["_internal/libA.so"]


def test_damaged_content_ends_with_1_also_without_a_list(
    paths: Paths, installed: InstalledProgram, capsys: pytest.CaptureFixture[str]
) -> None:
    installed.damage_pack()
    installed.list.unlink()

    assert upkeep.check_installation(paths, None, as_json=False) == upkeep.EXIT_FAULTS


def test_a_list_that_cannot_be_used_ends_with_2(
    paths: Paths, installed: InstalledProgram, capsys: pytest.CaptureFixture[str]
) -> None:
    installed.list.write_text("{", encoding="utf-8")

    assert upkeep.check_installation(paths, None, as_json=False) == upkeep.EXIT_CANNOT
    assert "it has changed since it was made" in capsys.readouterr().out


def test_a_copy_without_an_installer_is_checked_as_far_as_it_can_be(
    paths: Paths, capsys: pytest.CaptureFixture[str]
) -> None:
    assert upkeep.check_installation(paths._replace(program=None), None, as_json=False) == 0
    assert "did not come from\none of the installers" in capsys.readouterr().out


def test_another_content_is_checked_too(
    paths: Paths, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = Path(shutil.copy(paths.bundled_pack, tmp_path / "clinic.crmo"))
    damage(other)

    assert upkeep.check_installation(paths, other, as_json=False) == upkeep.EXIT_FAULTS
    assert "“clinic.crmo” is damaged" in capsys.readouterr().out


def test_licences_are_printed(paths: Paths, capsys: pytest.CaptureFixture[str]) -> None:
    from_source = paths._replace(program=None, content=ROOT / "content")

    assert upkeep.print_licences(from_source, None) == 0
    everything = capsys.readouterr().out
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in everything
    assert "SIL OPEN FONT LICENSE" in everything

    assert upkeep.print_licences(from_source, "lgpl") == 0
    assert len(capsys.readouterr().out) < len(everything) / 10


def test_a_licence_that_is_not_there_is_refused(paths: Paths) -> None:
    with pytest.raises(UserError, match="No licence here"):
        upkeep.print_licences(paths, "xyz")


@pytest.mark.parametrize("command", [["check-installation"], ["licences", "icons"]])
def test_the_command_line_has_them(
    command: list[str], small_pack: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = ["--data-dir", str(tmp_path), "--pack", str(small_pack)]

    assert cli.main([*own, *command]) in (0, upkeep.EXIT_FAULTS)  # a checkout may have no compiled content
    assert capsys.readouterr().out
