"""Writes .tar.gz files that are the same bytes whenever, wherever and by whomever they are made."""

import gzip
import tarfile
from collections.abc import Mapping
from pathlib import Path
from typing import Final

import bundle

_LEVEL: Final = 9
_RUNS: Final = frozenset({"crmo-desktop", "start.sh", "uninstall"})


def write_archive(target: Path, folders: Mapping[str, Path]) -> None:
    """Pack each of `folders` under its name; programs can be run, everything can be read."""
    with (
        target.open("wb") as file,
        gzip.GzipFile("", "wb", _LEVEL, file, mtime=0) as packed,
        tarfile.open(mode="w|", fileobj=packed, format=tarfile.PAX_FORMAT) as archive,
    ):
        for name, folder in sorted(folders.items()):
            for path in (folder, *sorted(folder.rglob("*"))):
                _add(archive, path, Path(name, path.relative_to(folder)).as_posix())


def _add(archive: tarfile.TarFile, path: Path, name: str) -> None:
    entry = archive.gettarinfo(path, name)
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    entry.mtime = bundle.edition_time()
    entry.mode = 0o755 if path.is_dir() or path.name in _RUNS else 0o644
    if path.is_file():
        with path.open("rb") as content:
            archive.addfile(entry, content)
    else:
        archive.addfile(entry)
