"""Takes out of Qt's ICU library the data of languages and encodings that the program does not have.

Qt for Linux orders and cuts text with ICU, whose data are a quarter of the whole program. They are one
archive inside libicudata.so; it keeps what belongs to every language, and to those named here. The frozen
program's tests compare how it orders words with how the untouched library does.
"""

import re
import struct
import subprocess
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Final, NamedTuple

_WORDS: Final = (Path(__file__).resolve().parents[1] / "resources" / "i18n").glob("crmo-desktop_*.ts")
# What the program speaks, without country and script.
LANGUAGES: Final = (
    "en",
    *sorted({path.stem.partition("_")[2].split("-")[0] for path in _WORDS}),
)

_MAGIC: Final = b"\xda\x27"
_FORMAT: Final = b"CmnD"
_FORMAT_AT: Final = 12  # bytes from the start of the archive's header
_ALIGNMENT: Final = 16
_LOCALE: Final = re.compile(r"(?!res_index)(?P<language>[a-z]{2,3})(?:_\w+)?\.res")
# Tables of old encodings, checks of host names, dictionaries that cut Thai or Chinese into words, names of
# characters, scripts written in others, numbers in words, names of currencies, languages, countries, units
# and time zones: Qt brings its own of what it shows, and nothing here asks for the rest.
_UNUSED: Final = re.compile(
    r".*\.(?:cnv|dict|spp)|unames\.icu|confusables\.cfu"
    r"|(?:translit|rbnf|curr|lang|region|unit|zone)/.*"
)


class Item(NamedTuple):
    """One file of the archive."""

    name: str
    content: bytes


def is_used(name: str) -> bool:
    """Whether the program needs an item, by its name without the archive's own (`coll/root.res`)."""
    if _UNUSED.fullmatch(name):
        return False
    locale = _LOCALE.fullmatch(name.rpartition("/")[2])
    return locale is None or locale["language"] in LANGUAGES


def trim(library: Path, keep: Callable[[str], bool] = is_used) -> None:
    """Make `library` (libicudata.so.NN) anew with the items that are kept.

    Raises:
        ValueError: it holds no archive of the known kind.
        subprocess.CalledProcessError: the compiler failed.
    """
    content = library.read_bytes()
    symbol, length = archive_symbol(library)
    start = archive_start(content)
    header, items = read_archive(content[start : start + length])
    kept = [item for item in items if keep(item.name.partition("/")[2])]
    with tempfile.TemporaryDirectory() as folder:
        data, source = Path(folder, "data"), Path(folder, "data.s")
        data.write_bytes(write_archive(header, kept))
        source.write_text(
            f".section .rodata\n.balign {_ALIGNMENT}\n.globl {symbol}\n.type {symbol}, @object\n"
            f'{symbol}: .incbin "data"\n.size {symbol}, . - {symbol}\n'
            '.section .note.GNU-stack,"",@progbits\n',
            encoding="ascii",
        )
        command = ["gcc", "-shared", "-s", "-nostdlib", f"-Wl,-soname,{library.name}", "-Wl,--build-id=none"]
        command += ["-o", str(library.resolve()), source.name]
        subprocess.run(command, cwd=folder, check=True)


def archive_symbol(library: Path) -> tuple[str, int]:
    """The name that the archive has in a library, and its length in bytes.

    Raises:
        ValueError: the library has none.
    """
    done = subprocess.run(
        ["objdump", "--dynamic-syms", str(library)], capture_output=True, text=True, check=True
    )
    found = re.search(
        r"^[0-9a-f]+ g +DO \S+\s+(?P<length>[0-9a-f]+)\s+(?P<name>icudt\d+_dat)$", done.stdout, re.M
    )
    if found is None:
        raise ValueError(f"{library.name} holds no ICU data archive")
    return found["name"], int(found["length"], 16)


def archive_start(library: bytes) -> int:
    """Where the archive begins in a library.

    Raises:
        ValueError: nowhere.
    """
    at = library.find(_FORMAT)
    start = at - _FORMAT_AT
    if at < _FORMAT_AT or library[start + 2 : start + 4] != _MAGIC:
        raise ValueError("no ICU data archive in this library")
    return start


def read_archive(archive: bytes) -> tuple[bytes, list[Item]]:
    """The archive's header and its items in their order, which is that of their names.

    Source:
        ICU's `ucmndata.h` and `udata.h`: a header that begins with its own length; then the number of items
        and for each the offsets of its name and of its content, all counted from the end of the header.
    """
    (length,) = struct.unpack_from("<H", archive)
    header, body = archive[:length], archive[length:]
    (count,) = struct.unpack_from("<I", body)
    places = [struct.unpack_from("<II", body, 4 + 8 * number) for number in range(count)]
    ends = [content for _, content in places[1:]]
    items = []
    for (name, content), end in zip(places, [*ends, len(body)], strict=True):
        items.append(Item(body[name : body.index(b"\0", name)].decode("ascii"), body[content:end]))
    return header, items


def write_archive(header: bytes, items: list[Item]) -> bytes:
    """An archive with this header and these items, which are in the order of their names."""
    table = 4 + 8 * len(items)
    names = b""
    places = []
    for item in items:
        places.append(table + len(names))
        names += item.name.encode("ascii") + b"\0"
    body, contents = _padded(table + len(names)), []
    content_places = []
    for item in items:
        content_places.append(body)
        contents.append(item.content.ljust(_padded(len(item.content)), b"\0"))
        body += len(contents[-1])
    entries = b"".join(struct.pack("<II", *pair) for pair in zip(places, content_places, strict=True))
    start = struct.pack("<I", len(items)) + entries + names
    return header + start.ljust(_padded(len(start)), b"\0") + b"".join(contents)


def _padded(length: int) -> int:
    return -(-length // _ALIGNMENT) * _ALIGNMENT
