"""Builds dist/crmo-desktop, the program that needs no Python, and proves that it works.

`python3 dev.py package` runs it, with `.venv`'s Python and after the content is compiled.
"""

import json
import os
import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import dev
import notices
from elf import forget_run_paths

ROOT = dev.ROOT
DIST = ROOT / "dist" / "crmo-desktop"
WORK = ROOT / "build" / "build"  # PyInstaller names it after build.spec
MEGABYTE = 1_000_000


def main(arguments: list[str]) -> int:
    """Build and try the bundle; `arguments` go to pytest. Its exit status, or 1 when the build fails."""
    log = build()
    if complained := complaints(log):
        print("PyInstaller complains:", *complained, sep="\n", file=sys.stderr)
        return 1
    finish()
    for line in sizes():
        print(line)
    return try_out(arguments)


def build() -> str:
    """Run PyInstaller; what it logged.

    Raises:
        SystemExit: it failed; its log is printed.
    """
    shutil.rmtree(DIST, ignore_errors=True)
    folders = ["--distpath", str(DIST.parent), "--workpath", str(WORK.parent)]
    dev.say("Building dist/crmo-desktop")
    done = subprocess.run(
        [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", *folders, str(ROOT / "build.spec")],
        env={**os.environ, "PYTHONHASHSEED": "0", "SOURCE_DATE_EPOCH": str(edition_time())},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        print(done.stdout)
        raise SystemExit(1)
    return done.stdout


def edition_time() -> int:
    """Midnight of the content's day, in seconds since 1970; what is built bears it, so builds are alike."""
    edition = json.loads((ROOT / "content" / "edition.json").read_text(encoding="utf-8"))
    return int(datetime.fromisoformat(f"{edition['date']}T00:00:00+00:00").timestamp())


def complaints(log: str) -> list[str]:
    """PyInstaller only warns of a library that it "could not resolve", and ships a dead plugin."""
    return [line for line in log.splitlines() if " WARNING: " in line or " ERROR: " in line]


def finish() -> None:
    """Add the licences, take away what tells of this machine."""
    licences = DIST / "licences"
    shutil.copytree(ROOT / "packaging" / "licences", licences)
    shutil.copy2(ROOT / "LICENSE", licences / "CRMO-Desktop.txt")
    shutil.copy2(ROOT / "content" / "LICENSE", licences / "Content.txt")
    found = notices.notices(notices.collected_files(WORK))
    (DIST / "THIRD-PARTY-NOTICES.txt").write_text(notices.written(found), encoding="utf-8")
    if sys.platform.startswith("linux"):
        forget_run_paths(DIST, sysconfig.get_config_var("LIBDIR"))


def sizes() -> Iterator[str]:
    """How large the bundle is, and its ten largest files."""
    paths = (path for path in DIST.rglob("*") if path.is_file() and not path.is_symlink())
    files = sorted(((path.stat().st_size, path) for path in paths), reverse=True)
    total = sum(size for size, _ in files) / MEGABYTE
    yield f"dist/crmo-desktop: {total:.1f} MB in {len(files)} files, the largest:"
    for size, path in files[:10]:
        yield f"{size / MEGABYTE:7.1f} MB  {path.relative_to(DIST)}"


def try_out(arguments: list[str]) -> int:
    """Run the tests that need the bundle."""
    with tempfile.TemporaryDirectory(prefix="crmo-package-") as home:
        environment = {**dev.environment_of_the_tests(Path(home)), "CRMO_BUNDLE": str(DIST)}
        command = ["-m", "pytest", "-m", "packaging", *(arguments or ["tests"])]
        return dev.call(*command, cwd=ROOT, env=environment)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
