"""What is installed with pip has the content and the resources with it."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.house.tree import PACKAGE, ROOT


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built with the packages that are installed, as no index may be asked here."""
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)],
        cwd=ROOT,
        check=True,
        capture_output=True,
    )
    (built,) = folder.glob("*.whl")
    return built


def test_it_carries_the_pack_the_resources_and_the_licences(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())

    assert "crmo_desktop/_bundled/pack/content.crmo" in names
    for path in (ROOT / "resources").rglob("*"):
        if path.is_file() and "__pycache__" not in path.parts:
            assert (
                f"crmo_desktop/_bundled/resources/{path.relative_to(ROOT / 'resources').as_posix()}" in names
            )
    for path in PACKAGE.rglob("*.py"):
        assert path.relative_to(ROOT).as_posix() in names
    assert sum(".dist-info/" in name and name.endswith("LICENSE") for name in names) == 2
    assert not {name for name in names if "test" in name.partition("/")[0]}


def test_it_runs_from_where_it_was_installed(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "crmo_desktop", "topics"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")
    assert "what-is-crmo" in done.stdout
