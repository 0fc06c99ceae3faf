"""The program for a Mac: PyInstaller's bundle, signed where the secrets are known, in a disk image.

Written here, never run: no Mac was at hand. `.github/workflows/build.yml` runs it on one.
"""

import os
import platform
import shutil
import subprocess
from pathlib import Path
from typing import Final

HERE: Final = Path(__file__).resolve().parent
APP: Final = "CRMO Desktop.app"
# What goes with the program; in the bundle beside its resources, and again in the image, where it is seen.
PAPERS: Final = ("licences", "THIRD-PARTY-NOTICES.txt", "sbom.cdx.json")
SEEN: Final = PAPERS[:2]


def make(dist: Path) -> None:
    """Build the bundle in `dist`, and from it the disk image.

    Raises:
        SystemExit: PyInstaller failed.
        subprocess.CalledProcessError: signing, notarising or packing failed; the words are above.
    """
    import bundle
    import installed_list

    program = bundle.build(dist)  # PyInstaller leaves the bundle beside it
    bundle.seal(program, "macos")
    app, image = dist / APP, dist / image_name(bundle.version(), platform.machine())
    resources = app / "Contents" / "Resources"
    add_papers(program, resources)
    # A signature changes a library, so the list comes after; the one of the bundle covers the list.
    call("sign_and_notarise.sh", "inside", app)
    installed_list.write_list(resources, bundle.version(), bundle.edition())
    call("sign_and_notarise.sh", "app", app)
    papers = [program / name for name in SEEN]
    call("make_dmg.sh", app, image, *papers, SOURCE_DATE_EPOCH=str(bundle.edition_time()))
    call("sign_and_notarise.sh", "image", image)


def image_name(version: str, machine: str) -> str:
    """What the image is called on a Mac with this processor: arm64 or x86_64."""
    return f"CRMO-Desktop-{version}-macos-{machine}.dmg"


def add_papers(program: Path, resources: Path) -> None:
    """Copy licences, notices and SBOM from the program's folder into the bundle."""
    for name in PAPERS:
        source, target = program / name, resources / name
        if source.is_dir():
            shutil.copytree(source, target, dirs_exist_ok=True)
        else:
            shutil.copyfile(source, target)


def call(script: str, *arguments: str | Path, **environment: str) -> None:
    """Run a script of this folder; its words go where this program's go."""
    command = [str(HERE / script), *map(str, arguments)]
    subprocess.run(command, env={**os.environ, **environment}, check=True)
