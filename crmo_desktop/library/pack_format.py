"""The file that a content pack is: schema, format number, digest.

A pack is a read-only SQLite file. Its digest stands inside it, as the value of `meta.digest`: the marker
below followed by 64 hexadecimal digits. It is the BLAKE2b of 32 bytes of the whole file with these digits
replaced by zeros, so one file can be carried about and checked without a second one beside it. (SHA-256 takes
twice as long where OpenSSL is not, as in the frozen program, and lets no other thread work meanwhile.)
"""

import hashlib
import io
import mmap
import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Final

if TYPE_CHECKING:
    from collections.abc import Callable
    from hashlib import blake2b

FORMAT: Final = 1
APPLICATION_ID: Final = 0x43524D4F  # "CRMO", SQLite's place for the kind of a file
DIGEST_MARKER: Final = b"crmo-pack-blake2b:"
DIGEST_LENGTH: Final = 64
BLANK_DIGEST: Final = b"0" * DIGEST_LENGTH
_PIECE: Final = 1 << 20  # bytes

SCHEMA: Final = """
CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE chapter (id TEXT PRIMARY KEY, position INTEGER NOT NULL, title TEXT NOT NULL, is_help INTEGER NOT NULL);
CREATE TABLE topic (
    id TEXT PRIMARY KEY,
    chapter TEXT NOT NULL REFERENCES chapter,
    position INTEGER NOT NULL,
    title TEXT NOT NULL,
    keywords TEXT NOT NULL,           -- separated by commas
    related TEXT NOT NULL,            -- topic ids, separated by blanks
    retells INTEGER NOT NULL          -- it tells again what other topics tell: lists, cases, plans for teaching
);
CREATE TEMP TABLE asked (             -- what people type who look for a topic; the index is made from it and keeps it
    topic TEXT NOT NULL, phrase TEXT NOT NULL, PRIMARY KEY (topic, phrase)
) WITHOUT ROWID;
CREATE TABLE page (                   -- a topic as one audience reads it
    topic TEXT NOT NULL REFERENCES topic,
    audience TEXT NOT NULL,
    summary_html TEXT NOT NULL,
    summary TEXT NOT NULL,
    words INTEGER NOT NULL,
    sources TEXT NOT NULL,            -- source ids in the order of their numbers, separated by blanks
    PRIMARY KEY (topic, audience)
);
CREATE TABLE section (
    id INTEGER PRIMARY KEY,           -- the passage's number in the search index
    topic TEXT NOT NULL REFERENCES topic,
    audience TEXT NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,               -- the section's id in its topic
    title TEXT NOT NULL,
    is_key_points INTEGER NOT NULL,
    html TEXT NOT NULL,
    text TEXT NOT NULL,
    UNIQUE (topic, audience, name)
);
CREATE TABLE fact (
    id TEXT PRIMARY KEY, statement TEXT NOT NULL, figures TEXT NOT NULL, audience TEXT NOT NULL,
    strength TEXT NOT NULL, priority INTEGER NOT NULL, caution TEXT, sources TEXT NOT NULL
);
CREATE TABLE source (
    id TEXT PRIMARY KEY, authors TEXT NOT NULL, title TEXT NOT NULL, journal TEXT, year INTEGER,
    volume_pages TEXT, doi TEXT, url TEXT, kind TEXT NOT NULL, seen TEXT NOT NULL
);
CREATE TABLE glossary (
    id TEXT PRIMARY KEY, term TEXT NOT NULL, plain TEXT NOT NULL, clinical TEXT NOT NULL, synonyms TEXT NOT NULL
);
CREATE TABLE synonym (                -- words that mean the same to somebody who searches
    grp TEXT NOT NULL, canonical TEXT NOT NULL, term TEXT NOT NULL, is_misspelling INTEGER NOT NULL
);
CREATE TABLE picture (name TEXT PRIMARY KEY, media_type TEXT NOT NULL, alt TEXT NOT NULL, data BLOB NOT NULL);
CREATE TABLE dataset (name TEXT PRIMARY KEY, json TEXT NOT NULL);  -- site frequencies, differential table, questions
"""

TABLES: Final = frozenset(re.findall(r"^CREATE TABLE (\w+)", SCHEMA, re.MULTILINE)) | {
    # made by search.index, which this package may not see
    "search_asked", "search_asked_name", "search_key", "search_passage", "search_row", "search_setting", "search_spelling", "search_term", "search_trait",
    "search_word",
}  # fmt: skip


def find_digest(data: bytes | mmap.mmap) -> int:
    """Where the 64 digits of the digest start in a pack's bytes: behind the first marker; -1 without one.

    A second marker would make no difference, for the digest is over it, too; `seal` makes no such pack.
    """
    start = data.find(DIGEST_MARKER)  # stands near the beginning: a start should not read all for it
    return start + len(DIGEST_MARKER) if start >= 0 else -1


def compute_digest(file: BinaryIO, start: int, told: "Callable[[int], None] | None" = None) -> str:
    """BLAKE2b of a pack's bytes with the digest's own digits, which begin at `start`, read as zeros.

    Read piece by piece: a large pack would not fit into the memory that a start may take. After each piece
    `told` is called with its length.
    """
    digest = hashlib.blake2b(digest_size=DIGEST_LENGTH // 2)
    file.seek(0)
    _add(digest, file, start, told)
    digest.update(BLANK_DIGEST)
    file.seek(start + DIGEST_LENGTH)
    _add(digest, file, sys.maxsize, told)
    return digest.hexdigest()


def _add(digest: "blake2b", file: BinaryIO, length: int, told: "Callable[[int], None] | None") -> None:
    while length and (piece := file.read(min(length, _PIECE))):
        digest.update(piece)
        length -= len(piece)
        if told is not None:
            told(len(piece))


def seal(pack: Path) -> str:
    """Write its digest into a finished pack and return it.

    Raises:
        ValueError: the marker is missing from the file, or stands in it more than once.
    """
    data = bytearray(pack.read_bytes())
    start = find_digest(bytes(data))
    if start < 0 or DIGEST_MARKER in data[start:]:
        raise ValueError(f"{pack} has no place for a digest, or more than one")
    digest = compute_digest(io.BytesIO(data), start)
    data[start : start + DIGEST_LENGTH] = digest.encode("ascii")
    pack.write_bytes(data)
    return digest
