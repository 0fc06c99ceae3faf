"""The questions of a pack as values."""

import json
import sqlite3
from collections.abc import Mapping
from typing import Any

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import ChapterId, FactId, SectionId, SourceId, TopicAddress, TopicId
from crmo_desktop.domain.quiz import Question, QuestionKind, mixed

Sources = Mapping[str, tuple[SourceId, ...]]  # of facts, by their ids


def questions(connection: sqlite3.Connection) -> tuple[Question, ...]:
    """Every question that this program can ask, in the order of the edition.

    None where the pack has no questions; one of a kind that is not known here, from a later edition, is left
    out.
    """
    row = connection.execute("SELECT json FROM dataset WHERE name = 'questions'").fetchone()
    records = json.loads(row[0]) if row else []
    sources = _sources(connection) if records else {}
    found = []
    for record in records:
        try:
            found.append(_question(record, sources))
        except (ValueError, KeyError, TypeError):
            continue
    return tuple(found)


def _sources(connection: sqlite3.Connection) -> Sources:
    rows = connection.execute("SELECT id, sources FROM fact")
    return {id: tuple(SourceId(source) for source in sources.split()) for id, sources in rows}


def _question(record: Mapping[str, Any], sources: Sources) -> Question:
    kind = QuestionKind(record["kind"])
    id, written = str(record["id"]), tuple(str(option) for option in record.get("options", ()))
    topic, _, section = str(record["settled_by"]).partition("#")
    facts = tuple(FactId(fact) for fact in record["facts"])
    options, answer = _options(kind, id, written, record.get("answer"))
    return Question(
        id=id,
        kind=kind,
        audience=Audience(record["audience"]),
        difficulty=str(record["difficulty"]),
        chapter=ChapterId(record["chapter"]),
        text=str(record["question"]),
        options=options,
        answer=answer,
        explanation=str(record["explanation"]),
        settled_by=TopicAddress(TopicId(topic), SectionId(section) if section else None),
        facts=facts,
        sources=tuple(dict.fromkeys(source for fact in facts for source in sources.get(fact, ()))),
    )


def _options(
    kind: QuestionKind, id: str, written: tuple[str, ...], answer: object
) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The options as they are shown, and the places of the right ones among them."""
    if kind == QuestionKind.TRUE_FALSE:
        return (), (0 if answer else 1,)
    if kind == QuestionKind.BEST_ANSWER:
        if not isinstance(answer, int) or not 0 <= answer < len(written):
            raise ValueError(f"no place of an option: {answer!r}")
        return written, (answer,)
    shown = mixed(id, len(written))
    return tuple(written[place] for place in shown), tuple(
        shown.index(place) for place in range(len(written))
    )
