"""What topics and glossary words of a pack are called, to find those that resemble something."""

import json
import sqlite3
from typing import TYPE_CHECKING, NamedTuple

from crmo_desktop.domain.identifiers import TermId, TopicId
from crmo_desktop.library.connection import connect
from crmo_desktop.library.pack import Pack

if TYPE_CHECKING:
    from crmo_desktop.domain.page import GlossaryTerm  # a start explains no word


class TopicName(NamedTuple):
    """A topic by its names."""

    id: TopicId
    title: str
    keywords: tuple[str, ...]


def connect_again(pack: Pack) -> sqlite3.Connection:
    """Another connection to an open pack, for a thread of its own; whoever asks closes it.

    Where the file has been replaced or is gone, it is the pack's own, which reads on in the old one.
    """
    try:
        connection = connect(pack.path)  # made here and used elsewhere, by one thread at a time
        (digest,) = connection.execute("SELECT value FROM meta WHERE key = 'digest'").fetchone()
    except (sqlite3.Error, TypeError):  # no file, no pack, or one without a digest
        return pack.connection
    if str(digest).endswith(pack.edition.digest):
        connection.pack = pack.path
        return connection
    connection.close()
    return pack.connection


def topic_names(connection: sqlite3.Connection) -> tuple[TopicName, ...]:
    """Every topic, those of the program's own guide last."""
    rows = connection.execute(
        "SELECT topic.id, topic.title, topic.keywords FROM topic"
        " JOIN chapter ON chapter.id = topic.chapter"
        " ORDER BY chapter.is_help, chapter.position, topic.position"
    )
    return tuple(
        TopicName(TopicId(id), title, tuple(word.strip() for word in keywords.split(",") if word.strip()))
        for id, title, keywords in rows
    )


def glossary(connection: sqlite3.Connection) -> "tuple[GlossaryTerm, ...]":
    """Every word of the glossary, in the order of the alphabet."""
    from crmo_desktop.domain.page import GlossaryTerm

    rows = connection.execute(
        "SELECT id, term, plain, clinical, synonyms FROM glossary ORDER BY term COLLATE NOCASE"
    )
    return tuple(
        GlossaryTerm(
            id=TermId(id), term=term, plain=plain, clinical=clinical, synonyms=tuple(json.loads(synonyms))
        )
        for id, term, plain, clinical, synonyms in rows
    )
