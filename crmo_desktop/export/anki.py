"""Quiz questions as a package for Anki, the program that asks again what is about to be forgotten."""

import functools
import itertools
import json
import sqlite3
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, time
from html import escape
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import Any, Final

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.quiz import LETTERS, Question, QuestionKind
from crmo_desktop.export.told_questions import QuestionWords, ToldQuestion

# Ids that never change: with them a later edition's package takes the place of an earlier one's cards.
_MODEL: Final = 1_726_110_431
_DECK: Final = 1_726_110_432
_FIELDS: Final = ("Id", "Question", "Options", "Answer", "Explanation", "Settled by", "Sources", "Edition")
_FRONT: Final = '<div class="question">{{Question}}</div>\n{{Options}}'
_BACK: Final = """<div class="question">{{Question}}</div>
{{Answer}}
<div class="explanation">{{Explanation}}</div>
<div class="settled">{{Settled by}}</div>
{{#Sources}}<div class="small">{{Sources}}</div>{{/Sources}}
<div class="small">{{Edition}}</div>"""
_CSS: Final = """.card { font-family: "Atkinson Hyperlegible Next", Verdana, sans-serif; font-size: 20px;
  line-height: 1.45; text-align: start; max-width: 38em; margin: 0 auto; padding: 0 12px;
  color: #22292B; background: #FFFDF9; }
.question { font-weight: 600; margin-bottom: 14px; }
ol.letters { list-style: upper-alpha; padding-inline-start: 2em; }
ol.order { padding-inline-start: 2em; }
li { margin: 4px 0; }
.right { font-weight: 700; }
.right::after { content: " \\2713"; color: #1F6A35; }
.explanation { margin: 14px 0; }
.settled { margin-top: 10px; }
.small { font-size: 15px; color: #5A6062; margin-top: 10px; }
.nightMode.card, .nightMode .card { color: #E8E4DA; background: #16211F; }
.nightMode .small { color: #A9B2B0; }
.nightMode .right::after { color: #8FD3A0; }
"""


def apkg(
    deck: str, questions: Sequence[ToldQuestion], stamp: str, made_on: date, words: QuestionWords
) -> bytes:
    """The bytes of a package; the same whenever the same questions of an edition are saved.

    Args:
        deck: what the deck is called.
        questions: each becomes a card, in this order.
        stamp: which edition it is, and that it is no advice.
        made_on: the day of the edition; a card that is newer than the reader's takes its place.
        words: what the cards say themselves.
    """
    genanki = _genanki()
    made = genanki.Deck(_DECK, deck)
    model = genanki.Model(
        _MODEL,
        "CRMO Desktop",
        fields=[{"name": name} for name in _FIELDS],
        templates=[{"name": "Card 1", "qfmt": _FRONT, "afmt": _BACK}],
        css=_CSS,
    )
    for told in questions:
        made.add_note(
            genanki.Note(
                model=model,
                fields=list(_fields(told, stamp, words)),
                tags=list(_tags(told.question)),
                guid=genanki.guid_for("crmo-desktop", told.question.id),
                due=len(made.notes),
            )
        )
    noon = datetime.combine(made_on, time(12), UTC).timestamp()
    return _packed(genanki.Package(made), noon)


def _genanki() -> Any:
    """The library, without what it loads and we have no use for.

    cached_property would ask for sockets, for a decorator; yaml reads models that are written in it.
    """
    decorator: Any = ModuleType("cached_property")
    decorator.cached_property = functools.cached_property
    stand_in = {"cached_property": decorator, "yaml": ModuleType("yaml")}
    ours = [name for name in stand_in if name not in sys.modules]
    sys.modules |= {name: stand_in[name] for name in ours}
    try:
        import genanki
    finally:
        for name in ours:
            del sys.modules[name]
    return genanki


def _packed(package: Any, at: float) -> bytes:
    """The package's file; genanki's own way leaves a copy of it behind among the temporary files."""
    buffer = BytesIO()
    with (
        tempfile.TemporaryDirectory() as folder,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        path = Path(folder) / "collection.anki2"
        connection = sqlite3.connect(path)
        try:
            package.write_to_db(connection.cursor(), at, itertools.count(int(at * 1000)))
            connection.commit()
        finally:
            connection.close()
        for name, data in ((path.name, path.read_bytes()), ("media", json.dumps({}).encode())):
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


# --- cards


def _fields(told: ToldQuestion, stamp: str, words: QuestionWords) -> Iterator[str]:
    question = told.question
    options = words.options(question)
    asked = escape(question.text, quote=False)
    yield question.id
    yield asked
    yield _list(options, "letters")
    yield _answer(question, options)
    yield escape(question.explanation, quote=False)
    yield escape(words.settled.format(section=told.settled_by), quote=False)
    sources = "; ".join(told.sources)
    yield escape(words.sources.format(sources=sources), quote=False) if sources else ""
    yield escape(stamp, quote=False)


def _answer(question: Question, options: Sequence[str]) -> str:
    if question.kind is QuestionKind.ORDER:
        return _list([options[place] for place in question.answer], "order")
    return _list(options, "letters", right=question.answer[0])


def _list(options: Sequence[str], kind: str, right: int = -1) -> str:
    """Options below each other; the right one is marked by a tick and by its weight."""
    lines = (
        f'<li class="right">{escape(option, quote=False)}</li>'
        if place == right
        else f"<li>{escape(option, quote=False)}</li>"
        for place, option in enumerate(options[: len(LETTERS)])
    )
    return f'<ol class="{kind}">{"".join(lines)}</ol>'


def _tags(question: Question) -> Iterator[str]:
    yield "crmo::families" if question.audience is Audience.PATIENT else "crmo::clinicians"
    yield f"crmo::{question.chapter}"
    yield f"crmo::{question.difficulty}"
    yield f"crmo::{question.kind}"
