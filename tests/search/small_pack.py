"""A pack of a few topics, made by hand from the schema."""

import json
import sqlite3
from dataclasses import dataclass, field

from crmo_desktop.library import pack_format
from crmo_desktop.search.index import build_index

Audiences = tuple[str, ...]
BOTH = ("patient", "clinician")


@dataclass(frozen=True, kw_only=True)
class Section:
    """A section; written for `audiences`."""

    name: str
    title: str
    text: str
    audiences: Audiences = BOTH


@dataclass(frozen=True, kw_only=True)
class Topic:
    """A topic with one summary for every audience it is written for; people who look for it type `asked`."""

    id: str
    title: str
    sections: tuple[Section, ...]
    keywords: str = ""
    summary: str = "A summary of it."
    chapter: str = "treatment"
    asked: tuple[str, ...] = ()
    retells: bool = False


@dataclass(frozen=True, kw_only=True)
class Words:
    """Synonym groups (name: terms, misspellings) and glossary terms (term: synonyms)."""

    groups: dict[str, tuple[list[str], list[str]]] = field(default_factory=dict)
    glossary: dict[str, list[str]] = field(default_factory=dict)


TOPICS = (
    Topic(
        id="what-is-crmo",
        title="What is CRMO?",
        chapter="understanding",
        keywords="chronic recurrent multifocal osteomyelitis, definition",
        summary="CRMO is an illness in which bones are inflamed without germs.",
        sections=(
            Section(
                name="in-short",
                title="In short",
                text="CRMO makes bones sore. It is no infection. Nobody can catch it from a child.",
            ),
            Section(
                name="age",
                title="At what age?",
                text="On average it starts at 9 to 10 years of age.",
                audiences=("patient",),
            ),
        ),
    ),
    Topic(
        id="who-gets-crmo",
        title="Who gets CRMO?",
        chapter="understanding",
        keywords="girls, boys, how rare",
        sections=(
            Section(name="numbers", title="In numbers", text="It is rare. Two girls have CRMO for a boy."),
        ),
    ),
    Topic(
        id="adalimumab",
        title="Adalimumab",
        keywords="injection, biosimilar",
        summary="Adalimumab blocks TNF and is injected under the skin.",
        sections=(
            Section(
                name="before",
                title="Before the first dose",
                text="Tuberculosis is looked for first. Live vaccines come before adalimumab, not after.",
            ),
            Section(
                name="doses",
                title="Doses reported",
                text="24 mg/m² every second week, at most 40 mg. TNF-alpha rose in 3 of 7 children.",
                audiences=("clinician",),
            ),
        ),
    ),
    Topic(
        id="naproxen",
        title="Naproxen",
        keywords="NSAID, anti-inflammatory, dose, stomach ache",
        summary="Naproxen is an NSAID.",
        sections=(
            Section(
                name="with-food",
                title="With food",
                text="Take it with food: it may hurt the stomach. Swollen collarbones hurt less then.",
            ),
            Section(
                name="doses",
                title="Doses reported",
                text="10 mg/kg a day in two doses; 3 children had 20 mg. See M86.3 and IL-1 elsewhere.",
                audiences=("clinician",),
            ),
        ),
    ),
    Topic(
        id="skin",
        title="Skin",
        chapter="symptoms",
        keywords="rash",
        sections=(
            Section(
                name="palms",
                title="Palms and soles",
                text="Palmoplantar pustulosis means blisters on the palms. The tumour in a café was none.",
            ),
        ),
    ),
)
WORDS = Words(
    groups={
        "syn-crmo": (
            ["CRMO", "CNO", "chronic recurrent multifocal osteomyelitis"],
            ["CMRO", "osteomylitis", "bones sore"],
        ),
        "syn-adalimumab": (["adalimumab", "Humira"], ["adalimunab"]),
        "syn-ppp": (["palmoplantar pustulosis", "PPP", "spots on palms"], []),
        "syn-clavicle": (["clavicle", "collarbone", "collar bone"], []),
        "syn-tnf": (["TNF inhibitor", "TNF blocker", "anti-TNF"], []),
    },
    glossary={"Naproxen (medicine)": ["Naprosyn"], "Stomach": ["tummy"], "Alone": []},
)


def small_pack(
    topics: tuple[Topic, ...] = TOPICS, words: Words = WORDS, *, language: str = "en"
) -> sqlite3.Connection:
    """A pack in memory with its search tables."""
    connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    fill(connection, topics, words)
    build_index(connection, language=language)
    return connection


def fill(connection: sqlite3.Connection, topics: tuple[Topic, ...] = TOPICS, words: Words = WORDS) -> None:
    """Write the tables of a pack that are there before the index is built."""
    connection.executescript(pack_format.SCHEMA)
    chapters = list(dict.fromkeys(topic.chapter for topic in topics))
    connection.executemany(
        "INSERT INTO chapter VALUES (?, ?, ?, ?)",
        [(one, place, one.title(), one == "help") for place, one in enumerate(chapters)],
    )
    number = 0
    for place, topic in enumerate(topics):
        connection.execute(
            "INSERT INTO topic VALUES (?, ?, ?, ?, ?, '', ?)",
            (topic.id, topic.chapter, place, topic.title, topic.keywords, topic.retells),
        )
        connection.executemany("INSERT INTO asked VALUES (?, ?)", [(topic.id, one) for one in topic.asked])
        for audience in BOTH:
            mine = [section for section in topic.sections if audience in section.audiences]
            if mine:
                connection.execute(
                    "INSERT INTO page VALUES (?, ?, '', ?, 1, '')", (topic.id, audience, topic.summary)
                )
            for position, section in enumerate(mine):
                number += 1
                connection.execute(
                    "INSERT INTO section VALUES (?, ?, ?, ?, ?, ?, 0, '', ?)",
                    (number, topic.id, audience, position, section.name, section.title, section.text),
                )
    for name, (terms, misspellings) in words.groups.items():
        rows = [(name, terms[0].lower(), term, 0) for term in terms]
        rows += [(name, terms[0].lower(), term, 1) for term in misspellings]
        connection.executemany("INSERT INTO synonym VALUES (?, ?, ?, ?)", rows)
    connection.executemany(
        "INSERT INTO glossary VALUES (?, ?, '', '', ?)",
        [(f"g-{place}", term, json.dumps(row)) for place, (term, row) in enumerate(words.glossary.items())],
    )
