"""A content pack, opened and read."""

import json
import mmap
import sqlite3
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.content import Chapter, Edition, TopicEntry
from crmo_desktop.domain.errors import PackDamagedError, PackMissingError, PackTooNewError, UnknownTopicError
from crmo_desktop.domain.identifiers import ChapterId, FactId, SectionId, SourceId, TermId, TopicId
from crmo_desktop.library import pack_format
from crmo_desktop.library.connection import connect

if TYPE_CHECKING:
    from collections.abc import Callable

    # A start shows no page: what pages are made of is loaded by the first that is read.
    from crmo_desktop.domain.page import Fact, GlossaryTerm, Page, Section, Source
    from crmo_desktop.library.checked import CheckedPacks

WORDS_PER_MINUTE = 200  # silent reading of prose; a round figure, shown as whole minutes only


def open_pack(
    path: Path, checked: "CheckedPacks | None" = None, *, told: "Callable[[int], None] | None" = None
) -> "Pack":
    """Check `path` against its digest and open it for reading.

    Args:
        path: of the file.
        checked: the packs that were found sound before; such a one opens at once, `is_checked` is false, and
            `check()` is to be called when there is time.
        told: called with the number of bytes after each piece that was read; may raise to end that.

    Raises:
        PackMissingError: there is no such file, or it may not be read.
        PackDamagedError: the file is no pack, or its bytes are not those that were made.
        PackTooNewError: the pack was made for a later release.
    """
    is_known = checked is not None and checked.has(path)
    digest = _verify(path, trusted=is_known, told=told)
    connection = connect(path)
    try:
        pack = Pack(path, connection, digest, is_checked=not is_known)
    except (sqlite3.Error, KeyError, ValueError) as error:
        connection.close()
        raise PackDamagedError(path, reason="it lacks a part that every content file has") from error
    connection.pack = path
    if checked is not None and not is_known:
        checked.remember(path)
    return pack


def _verify(path: Path, *, trusted: bool, told: "Callable[[int], None] | None" = None) -> str:
    """The digest that stands in the pack; without trust it is worked out, too."""
    try:
        with path.open("rb") as file:
            if file.seek(0, 2) < 512:
                raise PackDamagedError(path, reason="it is empty or cut short")
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
                start, written = _find_digest(path, data)
            if not trusted and pack_format.compute_digest(file, start, told) != written:
                raise PackDamagedError(path, reason="it has changed since it was made")
    except FileNotFoundError as error:
        raise PackMissingError(path, reason="there is no such file") from error
    except OSError as error:
        raise PackMissingError(path, reason=error.strerror or "the system refuses") from error
    return written


def _find_digest(path: Path, data: mmap.mmap) -> tuple[int, str]:
    """Where the digest stands in a pack, and what it says."""
    # SQLite's header: the magic string, user_version at 60, application_id at 68, both big-endian.
    if data[:16] != b"SQLite format 3\0" or int.from_bytes(data[68:72], "big") != pack_format.APPLICATION_ID:
        raise PackDamagedError(path, reason="it is not a content file of CRMO Desktop")
    found = int.from_bytes(data[60:64], "big")
    if found > pack_format.FORMAT:
        raise PackTooNewError(path, found=found, supported=pack_format.FORMAT)
    start = pack_format.find_digest(data)
    if start < 0:
        raise PackDamagedError(path, reason="its checksum is missing")
    return start, bytes(data[start : start + pack_format.DIGEST_LENGTH]).decode("ascii", "replace")


class Pack:
    """The reference as one edition has it.

    Everything is read on demand from an open, immutable SQLite file; `close()` it at the end.

    Attributes:
        is_checked: its bytes are known to be those that were made; if not, `check()` tells.
    """

    def __init__(
        self, path: Path, connection: sqlite3.Connection, digest: str, *, is_checked: bool = True
    ) -> None:
        """Read the edition from an open pack.

        Raises:
            sqlite3.Error: the file cannot be read.
            KeyError: the file lacks a table, or the edition a word.
            ValueError: a date is none.
        """
        self.path = path
        self.connection = connection
        self.is_checked = is_checked
        tables = {
            name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        }
        if missing := pack_format.TABLES - tables:
            raise KeyError(*sorted(missing))
        meta = dict(connection.execute("SELECT key, value FROM meta"))
        # "topic=tag" of each topic in another language than the edition's
        others = (entry.partition("=") for entry in meta.get("other_languages", "").split())
        self._untranslated = {topic: tag for topic, _, tag in others}
        self.edition = Edition(
            title=meta["title"],
            language=meta["language"],
            maker=meta["maker"],
            made_on=date.fromisoformat(meta["date"]),
            review_due=date.fromisoformat(meta["review_due"]),
            reviewed_by=meta["reviewed_by"] or None,
            licence=meta["licence"],
            digest=digest,
        )

    def check(self) -> None:
        """Read all of the file once more and compare it with its digest; from any thread.

        Raises:
            PackMissingError: it can no longer be read.
            PackDamagedError: its bytes are not those that were made.
        """
        _verify(self.path, trusted=False)
        self.is_checked = True

    def close(self) -> None:
        """Give the file back."""
        self.connection.close()

    @cached_property
    def chapters(self) -> tuple[Chapter, ...]:
        """Every chapter with its topics in reading order; the program's guide comes last."""
        audiences: dict[str, set[Audience]] = {}
        for topic, audience in self.connection.execute("SELECT topic, audience FROM page"):
            audiences.setdefault(topic, set()).add(Audience(audience))
        topics: dict[str, list[TopicEntry]] = {}
        rows = self.connection.execute(
            "SELECT t.id, t.title, t.chapter, c.is_help FROM topic t "
            "JOIN chapter c ON c.id = t.chapter ORDER BY t.position"
        )
        for id, title, chapter, is_help in rows:
            entry = TopicEntry(
                id=TopicId(id),
                title=title,
                chapter=ChapterId(chapter),
                audiences=frozenset(audiences.get(id, ())),
                is_help=bool(is_help),
            )
            topics.setdefault(chapter, []).append(entry)
        return tuple(
            Chapter(id=ChapterId(id), title=title, topics=tuple(topics.get(id, ())))
            for id, title in self.connection.execute(
                "SELECT id, title FROM chapter ORDER BY is_help, position"
            )
        )

    @cached_property
    def topics(self) -> dict[TopicId, TopicEntry]:
        """Every topic by id, in reading order."""
        return {entry.id: entry for chapter in self.chapters for entry in chapter.topics}

    def has(self, id: str) -> bool:
        """Whether there is such a topic."""
        return self._entry(id) is not None

    def topic(self, id: TopicId) -> TopicEntry:
        """The topic with this id.

        Raises:
            UnknownTopicError: this edition has no such topic; names the nearest id.
        """
        entry = self._entry(id)
        if entry is not None:
            return entry
        # Loaded only here: difflib costs start-up time that nobody needs who types no wrong id.
        from difflib import get_close_matches

        nearest = get_close_matches(id, list(self.topics), n=1)
        raise UnknownTopicError(id, nearest=nearest[0] if nearest else None)

    def _entry(self, id: str) -> TopicEntry | None:
        """One topic; a start needs a dozen, and a large edition has thousands."""
        if "topics" in self.__dict__:
            return self.topics.get(TopicId(id))
        row = self.connection.execute(
            "SELECT t.title, t.chapter, c.is_help FROM topic t JOIN chapter c ON c.id = t.chapter"
            " WHERE t.id = ?",
            (id,),
        ).fetchone()
        if row is None:
            return None
        title, chapter, is_help = row
        audiences = self.connection.execute("SELECT audience FROM page WHERE topic = ?", (id,))
        return TopicEntry(
            id=TopicId(id),
            title=title,
            chapter=ChapterId(chapter),
            audiences=frozenset(Audience(audience) for (audience,) in audiences),
            is_help=bool(is_help),
        )

    def page(self, id: TopicId, audience: Audience) -> "Page | None":
        """A topic as `audience` reads it; None if it has nothing for that audience.

        Raises:
            UnknownTopicError: this edition has no such topic.
        """
        from crmo_desktop.domain.page import Page

        topic = self.topic(id)
        row = self.connection.execute(
            "SELECT p.summary_html, p.summary, p.words, p.sources, t.related, c.title FROM page p "
            "JOIN topic t ON t.id = p.topic JOIN chapter c ON c.id = t.chapter "
            "WHERE p.topic = ? AND p.audience = ?",
            (id, audience),
        ).fetchone()
        if row is None:
            return None
        summary_html, summary, words, sources, related, chapter_title = row
        return Page(
            topic=topic,
            chapter_title=chapter_title,
            audience=audience,
            summary_html=summary_html,
            summary=summary,
            minutes=max(1, round(words / WORDS_PER_MINUTE)),
            sections=self._sections(id, audience),
            sources=tuple(self.source(SourceId(source)) for source in sources.split()),
            related=tuple(self.topic(TopicId(other)) for other in related.split()),
            language=self._untranslated.get(id, self.edition.language),
        )

    def _sections(self, id: TopicId, audience: Audience) -> "tuple[Section, ...]":
        from crmo_desktop.domain.page import Section

        rows = self.connection.execute(
            "SELECT name, title, html, text, is_key_points FROM section "
            "WHERE topic = ? AND audience = ? ORDER BY position",
            (id, audience),
        )
        return tuple(
            Section(id=SectionId(name), title=title, html=html, text=text, is_key_points=bool(box))
            for name, title, html, text, box in rows
        )

    def source(self, id: SourceId) -> "Source":
        """One source that this edition cites.

        Raises:
            KeyError: it cites no such source.
        """
        from crmo_desktop.domain.page import Source

        row = self.connection.execute(
            "SELECT authors, title, journal, year, volume_pages, doi, url, kind, seen "
            "FROM source WHERE id = ?",
            (id,),
        ).fetchone()
        if row is None:
            raise KeyError(id)
        authors, title, journal, year, volume_pages, doi, url, kind, seen = row
        return Source(
            id=id, authors=authors, title=title, journal=journal, year=year, volume_pages=volume_pages,
            doi=doi, url=url, kind=kind, seen=seen,
        )  # fmt: skip

    def fact(self, id: FactId) -> "Fact":
        """One fact that this edition cites.

        Raises:
            KeyError: it cites no such fact.
        """
        from crmo_desktop.domain.page import Fact

        row = self.connection.execute(
            "SELECT statement, figures, strength, caution, sources FROM fact WHERE id = ?", (id,)
        ).fetchone()
        if row is None:
            raise KeyError(id)
        statement, figures, strength, caution, sources = row
        return Fact(
            id=id,
            statement=statement,
            figures=tuple(json.loads(figures)),
            strength=strength,
            caution=caution,
            sources=tuple(SourceId(source) for source in sources.split()),
        )

    def term(self, id: TermId) -> "GlossaryTerm":
        """One word of the glossary.

        Raises:
            KeyError: the glossary has no such word.
        """
        from crmo_desktop.domain.page import GlossaryTerm

        row = self.connection.execute(
            "SELECT term, plain, clinical, synonyms FROM glossary WHERE id = ?", (id,)
        ).fetchone()
        if row is None:
            raise KeyError(id)
        term, plain, clinical, synonyms = row
        return GlossaryTerm(
            id=id, term=term, plain=plain, clinical=clinical, synonyms=tuple(json.loads(synonyms))
        )

    def has_figure(self, id: str) -> bool:
        """Whether there is a picture of this id among the data; it is not read for that."""
        row = self.connection.execute(
            "SELECT instr(json, ?) FROM dataset WHERE name = 'pictures'", (f'"id": "{id}"',)
        ).fetchone()
        return row is not None and row[0] > 0

    def picture(self, name: str) -> bytes | None:
        """A picture's file, as it was when the pack was made; None if there is no such picture."""
        row = self.connection.execute("SELECT data FROM picture WHERE name = ?", (name,)).fetchone()
        return None if row is None else bytes(row[0])
