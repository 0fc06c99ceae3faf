"""What a TrueType file says about itself: enough to test the bundled faces without Qt."""

import struct
from dataclasses import dataclass
from pathlib import Path

_WINDOWS = 3
_FAMILY, _TYPOGRAPHIC_FAMILY = 1, 16


@dataclass(frozen=True, slots=True)
class Face:
    """One file of a family.

    Attributes:
        weight: 100 to 900.
        embedding: OS/2.fsType; 0 allows to put the face into a document for good.
        characters: code points that the face can draw.
    """

    family: str
    weight: int
    italic: bool
    embedding: int
    characters: frozenset[int]


def read_face(path: Path) -> Face:
    """The face in `path`.

    Source:
        OpenType specification 1.9: table directory, name, OS/2, cmap formats 4 and 12.
    """
    data = path.read_bytes()
    count = struct.unpack_from(">H", data, 4)[0]
    tables = {}
    for at in range(12, 12 + 16 * count, 16):
        tag, _, offset, length = struct.unpack_from(">4sIII", data, at)
        tables[tag] = data[offset : offset + length]
    weight = struct.unpack_from(">H", tables[b"OS/2"], 4)[0]
    embedding = struct.unpack_from(">H", tables[b"OS/2"], 8)[0]
    selection = struct.unpack_from(">H", tables[b"OS/2"], 62)[0]
    characters = frozenset(_characters(tables[b"cmap"]))
    return Face(_family(tables[b"name"]), weight, bool(selection & 1), embedding, characters)


def _family(table: bytes) -> str:
    """The family that joins all weights, as far as the face names one."""
    _, count, strings = struct.unpack_from(">HHH", table)
    names = {}
    for at in range(6, 6 + 12 * count, 12):
        platform, _, _, name, length, offset = struct.unpack_from(">HHHHHH", table, at)
        if platform == _WINDOWS:
            start = strings + offset
            names[name] = table[start : start + length].decode("utf-16-be")
    return names.get(_TYPOGRAPHIC_FAMILY, names[_FAMILY])


def _characters(table: bytes) -> set[int]:
    """The code points of every subtable for Windows."""
    found: set[int] = set()
    for at in range(4, 4 + 8 * struct.unpack_from(">H", table, 2)[0], 8):
        platform, _, offset = struct.unpack_from(">HHI", table, at)
        if platform != _WINDOWS:
            continue
        match struct.unpack_from(">H", table, offset)[0]:
            case 4:
                found |= _segments(table[offset:])
            case 12:
                groups = struct.unpack_from(">I", table, offset + 12)[0]
                for group in range(groups):
                    first, last, _ = struct.unpack_from(">III", table, offset + 16 + 12 * group)
                    found |= set(range(first, last + 1))
    return found


def _segments(subtable: bytes) -> set[int]:
    """The code points of a subtable of format 4 that have a glyph."""
    count = struct.unpack_from(">H", subtable, 6)[0] // 2
    ends = struct.unpack_from(f">{count}H", subtable, 14)
    starts = struct.unpack_from(f">{count}H", subtable, 16 + 2 * count)
    deltas = struct.unpack_from(f">{count}H", subtable, 16 + 4 * count)
    offsets_at = 16 + 6 * count
    offsets = struct.unpack_from(f">{count}H", subtable, offsets_at)
    found = set()
    for index, (start, end, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for code in range(start, min(end, 0xFFFE) + 1):
            glyph = code
            if offset:
                place = offsets_at + 2 * index + offset + 2 * (code - start)
                glyph = struct.unpack_from(">H", subtable, place)[0]
                if glyph == 0:
                    continue
            if (glyph + delta) & 0xFFFF:
                found.add(code)
    return found
