"""Builds Windows' program folder with PyInstaller under wine, from build.spec as everywhere else."""

import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import bundle
import dev
import quick_start
from windows import attribution
from windows.libraries import is_windows_own
from windows.root import PYTHON
from windows.wine import Wine, is_built_in, seen_by_windows

ROOT: Final = dev.ROOT
CHECKOUT: Final = "/srv/crmo-desktop"  # where the root sees the checkout, wherever it is
WORK: Final = "/srv/work"


def build(checkout: Path, root: Path, work: Path, target: Path) -> Path:
    """Make the program folder `target`, which is emptied first, and return it.

    Args:
        checkout: where the sources and the compiled content are.
        root: the Debian with wine.
        work: a folder for what PyInstaller makes on its way.
        target: the folder to make.

    Raises:
        SystemExit: PyInstaller failed or missed a library; what it said is printed.
    """
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    _run_pyinstaller(checkout, root, work)
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(work / "dist" / bundle.NAME, target)
    _refuse_what_is_not_ours(target)
    quick_start.press(target)
    _finish(target, attribution.document(work / "build" / "build", root))
    return target


def build_here(target: Path) -> Path:
    """Make the program folder on Windows itself, with the Python at hand."""
    built = bundle.build(target.parent)
    words = attribution.document(ROOT / "build" / "pyinstaller" / "build", None)
    (built / "THIRD-PARTY-NOTICES.txt").write_text(words, encoding="utf-8", newline="\n")
    _seal(built)
    return built


def _run_pyinstaller(checkout: Path, root: Path, work: Path) -> None:
    """Run it in a Windows of its own; every path that it sees is the same on each machine."""
    dev.say("Building dist/windows/crmo-desktop under wine")
    environment = {
        "PYTHONDONTWRITEBYTECODE": "1",
        **bundle.OF_PYTHON,
        "SOURCE_DATE_EPOCH": str(bundle.edition_time()),
    }
    wine = Wine(
        root=root,
        own=work / "windows",
        shared={checkout: f"{CHECKOUT}:ro", work: WORK},
        environment=environment,
    )
    folders = ["--distpath", seen_by_windows(f"{WORK}/dist"), "--workpath", seen_by_windows(f"{WORK}/build")]
    command = [seen_by_windows(f"/{PYTHON}/python.exe"), "-m", "PyInstaller", "--noconfirm", "--clean"]
    done = wine.call(*command, *folders, seen_by_windows(f"{CHECKOUT}/build.spec"), timeout=1800)
    shutil.rmtree(wine.own, ignore_errors=True)
    log = done.stdout + done.stderr
    complained = [line for line in bundle.complaints(log) if not is_windows_own(line)]
    if done.returncode != 0 or complained:
        print(
            log if done.returncode != 0 else "\n".join(["PyInstaller complains:", *complained]),
            file=sys.stderr,
        )
        raise SystemExit(1)


def _refuse_what_is_not_ours(folder: Path) -> None:
    """Stop if a library of wine came in with the program's own.

    Raises:
        SystemExit: one did.
    """
    foreign = [path.name for path in libraries(folder) if is_built_in(path)]
    if foreign:
        print(f"These libraries are wine's, not the program's: {', '.join(foreign)}", file=sys.stderr)
        raise SystemExit(1)


def libraries(folder: Path) -> Iterator[Path]:
    """Every program and library in a folder."""
    return (path for path in sorted(folder.rglob("*")) if path.suffix.lower() in {".exe", ".dll", ".pyd"})


def _finish(folder: Path, words: str) -> None:
    """Add the licences and the lists; every file bears the day of the content."""
    licences = folder / "licences"
    shutil.copytree(ROOT / "packaging" / "licences", licences)
    shutil.copyfile(ROOT / "LICENSE", licences / "CRMO-Desktop.txt")
    shutil.copyfile(ROOT / "content" / "LICENSE", licences / "Content.txt")
    (folder / "THIRD-PARTY-NOTICES.txt").write_text(words, encoding="utf-8")
    _seal(folder)


def _seal(folder: Path) -> None:
    bundle.seal(folder, "windows")
    bundle.set_times(folder)
