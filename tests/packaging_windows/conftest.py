"""What `dev.py package windows` has just made, and a Windows under wine to install it in."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

import bundle
from tests.house.tree import ROOT
from tests.packaging_windows.desk import OLDER, Desk
from windows import msi, setup_exe
from windows import root as wine_root
from windows.wine import Wine


@pytest.fixture(scope="session")
def dist() -> Path:
    """The folder with everything that was made."""
    if "windows" not in os.environ.get("CRMO_PACKAGED", "").split():
        pytest.skip("nothing was made for Windows")
    return Path(os.environ["CRMO_DIST"])


@pytest.fixture(scope="session")
def debian() -> Path:
    """The Debian with wine; `dev.py package windows` makes it."""
    if reason := wine_root.available():
        pytest.skip(reason)
    root = ROOT / "build" / "wine-root"
    if not wine_root.is_made(root):
        pytest.skip("there is no build/wine-root: `python3 dev.py package windows` makes it")
    return root


@pytest.fixture(scope="session")
def older(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Installers of an older version, which had a file more, a file less, and one that was different."""
    folder = tmp_path_factory.mktemp("older")
    program = folder / "program"
    shutil.copytree(dist / "windows" / "crmo-desktop", program)
    (program / "_internal" / "long since gone.txt").write_text("of the older version", encoding="utf-8")
    (program / "_internal" / "resources" / "NOTICES.json").unlink()
    (program / "THIRD-PARTY-NOTICES.txt").write_text("older", encoding="utf-8")
    setup_exe.make(program, folder / "older-setup.exe", OLDER, quick=True)
    msi.make(program, folder / "older.msi", OLDER)
    shutil.rmtree(program)
    package = dist / f"crmo-desktop-{bundle.version()}-windows-x86_64.msi"
    shutil.copyfile(package, folder / "newer.msi")
    for name in ("older", "newer"):
        shutil.copyfile(folder / f"{name}.msi", folder / f"{name}-for-one.msi")
        make_for_one(folder / f"{name}-for-one.msi")
    return folder


def make_for_one(package: Path) -> None:
    """Do to a package what Windows does with ALLUSERS=2 and MSIINSTALLPERUSER=1; wine does not know them."""
    query = "DELETE FROM `Property` WHERE `Property` = 'ALLUSERS'"
    subprocess.run(["msibuild", str(package), "-q", query], check=True)


@pytest.fixture
def desk(dist: Path, debian: Path, older: Path, tmp_path: Path) -> Iterator[Desk]:
    """A Windows on which nothing was ever installed."""
    out = tmp_path / "out"
    out.mkdir()
    shared = {dist: "/srv/dist:ro", older: "/srv/older:ro", out: "/srv/out"}
    own = tmp_path / "windows"
    desk = Desk(Wine(root=debian, own=own, shared=shared), out)
    desk.run("cmd", "/c", "exit")  # what a first start leaves behind is there from now on
    yield desk
    shutil.rmtree(own, ignore_errors=True)
