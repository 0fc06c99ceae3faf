"""Fetches packages of Debian or Ubuntu and unpacks them in a folder: nothing is installed."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path


class NotToBeHadError(Exception):
    """A package cannot be fetched here; the text says why and what to do."""


def fetch(names: Sequence[str], kept_in: Path) -> Path:
    """The package file of the first of `names` that this system's sources know, fetched once.

    Args:
        names: one package under the names that different releases have for it.
        kept_in: where package files are kept.

    Raises:
        NotToBeHadError: there is no apt-get, or it knows none of the names.
    """
    kept_in.mkdir(parents=True, exist_ok=True)
    for name in names:
        if kept := sorted(kept_in.glob(f"{name}_*.deb")):
            return kept[-1]
    if not shutil.which("apt-get") or not shutil.which("dpkg-deb"):
        raise NotToBeHadError("Debian's or Ubuntu's apt-get and dpkg-deb are needed")
    known = _known(names)
    if not known and os.geteuid() == 0:
        _say("asking for the list of packages")
        subprocess.run(["apt-get", "update", "-qq"], check=False, stdin=subprocess.DEVNULL)
        known = _known(names)
    if not known:
        update = "sudo apt-get update"
        raise NotToBeHadError(f"apt-get knows no {' or '.join(names)}; run `{update}` and try again")
    _say(f"fetching {known[0]}")
    as_root = ["-o", "APT::Sandbox::User=root"] if os.geteuid() == 0 else []
    command = ["apt-get", "download", "-qq", *as_root, known[0]]
    if subprocess.run(command, cwd=kept_in, check=False, stdin=subprocess.DEVNULL).returncode != 0:
        raise NotToBeHadError(f"`apt-get download {known[0]}` failed")
    return sorted(kept_in.glob(f"{known[0]}_*.deb"))[-1]


def unpack(package: Path, into: Path) -> None:
    """Put the files of `package` into the folder `into`.

    Raises:
        NotToBeHadError: the file is damaged.
    """
    into.mkdir(parents=True, exist_ok=True)
    command = ["dpkg-deb", "-x", str(package), str(into)]
    if subprocess.run(command, check=False, stdin=subprocess.DEVNULL).returncode != 0:
        package.unlink()
        raise NotToBeHadError(f"{package.name} was damaged and has been deleted; try again")


def _known(names: Sequence[str]) -> list[str]:
    """Those of `names` that can be fetched."""
    found = []
    for name in names:
        command = ["apt-cache", "show", "--no-all-versions", name]
        told = subprocess.run(command, capture_output=True, text=True, check=False).stdout
        if "\nFilename:" in told:
            found.append(name)
    return found


def _say(text: str) -> None:
    print(f"benchmark: {text}", file=sys.stderr, flush=True)
