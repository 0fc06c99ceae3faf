"""Makes the .zip for a stick: the program folder with the marker that has it keep the reader's data there."""

import zipfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

import bundle

FOLDER: Final = "CRMO Desktop"  # what is unpacked; whoever unpacks “here” does not scatter files
MARKER: Final = "portable.txt"
README: Final = "README-stick.txt"
SYSTEM_OF_DOS: Final = 0


def make(program: Path, target: Path) -> Path:
    """Write `target`: sorted, every entry of the content's day, no permissions: always the same bytes."""
    moment = datetime.fromtimestamp(bundle.edition_time(), UTC).timetuple()[:6]
    target.unlink(missing_ok=True)
    contents = {path.relative_to(program).as_posix(): path for path in program.rglob("*") if path.is_file()}
    contents[MARKER] = Path(__file__).parent.parent / MARKER
    contents["README.txt"] = Path(__file__).parent / README
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, path in sorted(contents.items()):
            entry = zipfile.ZipInfo(f"{FOLDER}/{name}", moment)
            entry.create_system = SYSTEM_OF_DOS
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, _bytes(path))
    return target


def _bytes(path: Path) -> bytes:
    """A file's content; what is to be read in an editor has line ends that every one of Windows shows."""
    content = path.read_bytes()
    if path.name not in (MARKER, README):
        return content
    return content.replace(b"@VERSION@", bundle.version().encode()).replace(b"\n", b"\r\n")
