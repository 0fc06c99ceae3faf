"""Draws the picture beside setup's first and last page: the emblem on a plain ground, as NSIS wants it."""

import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import bundle

EMBLEM: Final = bundle.ROOT / "resources" / "icons" / "app" / "emblem-128.png"
SIZE: Final = (164, 314)
GROUND: Final = (0xF3, 0xEE, 0xE6)  # the window's own, in the light theme
TOP: Final = 56  # pixels above the emblem
RGBA: Final = 6  # PNG's number for four bytes a pixel

Row = list[tuple[int, int, int]]


def write(target: Path) -> Path:
    """Write the picture as a bitmap of Windows, 24 bits a pixel."""
    width, height = SIZE
    emblem = list(_rows(EMBLEM))
    left = (width - len(emblem[0])) // 2
    rows: list[Row] = [[GROUND] * width for _ in range(height)]
    for y, row in enumerate(emblem, TOP):
        rows[y][left : left + len(row)] = row
    body = b"".join(_line(row) for row in reversed(rows))  # from below
    header = struct.pack("<2sIHHI", b"BM", 54 + len(body), 0, 0, 54)
    header += struct.pack("<IiiHHIIiiII", 40, width, height, 1, 24, 0, len(body), 2835, 2835, 0, 0)
    target.write_bytes(header + body)
    return target


def _line(row: Row) -> bytes:
    """A line of a bitmap: blue, green, red, and zeros up to a multiple of four."""
    content = b"".join(bytes((blue, green, red)) for red, green, blue in row)
    return content + b"\0" * (-len(content) % 4)


def _rows(path: Path) -> Iterator[Row]:
    """The pixels of a PNG with transparency, on the ground, from above."""
    content = path.read_bytes()
    width, height, depth, kind, *_rest, interlaced = struct.unpack(">IIBBBBB", content[16:29])
    if (depth, kind, interlaced) != (8, RGBA, 0):
        raise ValueError(f"{path.name} is not a plain PNG of four bytes a pixel")
    raw = zlib.decompress(b"".join(_chunks(content)))
    line = 1 + 4 * width
    above = bytes(4 * width)
    for start in range(0, height * line, line):
        above = _unfiltered(raw[start], raw[start + 1 : start + line], above)
        yield [_on_ground(*above[at : at + 4]) for at in range(0, len(above), 4)]


def _chunks(content: bytes) -> Iterator[bytes]:
    """What the parts of a PNG hold that have pixels."""
    at = 8
    while at < len(content):
        (length,) = struct.unpack_from(">I", content, at)
        if content[at + 4 : at + 8] == b"IDAT":
            yield content[at + 8 : at + 8 + length]
        at += length + 12


def _unfiltered(method: int, line: bytes, above: bytes) -> bytes:
    """A line as it was before PNG wrote it as differences from its neighbours."""
    done = bytearray(line)
    for at, value in enumerate(line):
        left, up, corner = (done[at - 4], above[at], above[at - 4]) if at >= 4 else (0, above[at], 0)
        done[at] = (value + (0, left, up, (left + up) // 2, _nearest(left, up, corner))[method]) & 255
    return bytes(done)


def _nearest(left: int, up: int, corner: int) -> int:
    """Of three neighbours the one nearest to left + up - corner (Paeth)."""
    guess = left + up - corner
    return min((left, up, corner), key=lambda value: abs(guess - value))


def _on_ground(red: int, green: int, blue: int, opacity: int) -> tuple[int, int, int]:
    mixed = (
        (colour * opacity + ground * (255 - opacity) + 127) // 255
        for colour, ground in zip((red, green, blue), GROUND, strict=True)
    )
    first, second, third = mixed
    return first, second, third
