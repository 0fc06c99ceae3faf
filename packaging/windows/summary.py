"""Takes out of an .msi what differs between two that were made of the same: times and the package's code."""

import struct
from pathlib import Path
from typing import Final

# What the properties that every .msi has beside its tables [MS-OLEPS] are known by: their format's GUID.
# Before it come byte order, version, system, class and number of sets, 28 bytes; after it their distance.
SET: Final = bytes.fromhex("e0859ff2f94f6810ab9108002b27b3d9")
CODE, CREATED, SAVED = 9, 12, 13
TEXT, TIME = 30, 64  # kinds of values
BEFORE_1970: Final = 11_644_473_600  # seconds from 1601, where Windows' file times begin


def settle(package: Path, *, package_code: str, moment: int) -> None:
    """Give `package` this code and this time (seconds since 1970), in place.

    Raises:
        ValueError: it is no .msi as wixl writes them.
    """
    content = bytearray(package.read_bytes())
    time = struct.pack("<Q", (moment + BEFORE_1970) * 10_000_000)
    code = package_code.encode("ascii")
    for number, kind, value in ((CODE, TEXT, code), (CREATED, TIME, time), (SAVED, TIME, time)):
        place = _value(content, number, kind, value)
        content[place : place + len(value)] = value
    package.write_bytes(content)


def _value(content: bytearray, number: int, kind: int, value: bytes) -> int:
    """Where the value of a property begins, after its kind and, of a text, its length."""
    if content.count(SET) != 1:
        raise ValueError("the package has no summary, or several")
    found = content.index(SET)
    section = found - 28 + _number(content, found + len(SET))
    entries = range(section + 8, section + 8 + 8 * _number(content, section + 4), 8)
    places = {_number(content, entry): section + _number(content, entry + 4) for entry in entries}
    place = places[number]
    if (found_kind := _number(content, place)) != kind:
        raise ValueError(f"property {number} is of kind {found_kind}, not {kind}")
    if kind == TIME:
        return place + 4
    if (length := _number(content, place + 4)) != len(value) + 1:  # its end is a zero
        raise ValueError(f"property {number} has {length - 1} characters, not {len(value)}")
    return place + 8


def _number(content: bytearray, place: int) -> int:
    """The four bytes at a place, as everything in the format counts."""
    return int.from_bytes(content[place : place + 4], "little")
