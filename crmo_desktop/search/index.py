"""Builds the search tables of a pack.

- search_passage: FTS5, without the text itself: title, headings, keywords, body. A row a section and a row
  a summary, for each audience, and a row a topic, with its title and keywords, which hold for all of these
- search_row: what each of these rows is; a section's row has the section's own number
- search_asked, search_asked_name: the phrases that people type who look for a topic, and which has what word
- search_trait: what has been learnt from these phrases, which words speak for which topic
- search_word: every word as it is written, its stem, how often it stands: half-typed words, completions
- search_spelling: the keys by which each of these words is found when it is misspelled
- search_term: the groups of synonyms
- search_key: titles, keywords and chapters in the form in which a query can be equal to them
- search_setting: the language

The words of a group of synonyms are resolved here: each time that one of its terms stands in a text, a word
that stands for the group is added behind it. A search for any of them asks for that one word, however long
the group is, and how rare the meaning is counts, not how rare the one spelling.
"""

import sqlite3
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from crmo_desktop.search.asked import pack_numbers
from crmo_desktop.search.classifier import write_lesson
from crmo_desktop.search.groups import forms_of, read_groups, words_shown
from crmo_desktop.search.keys import keys
from crmo_desktop.search.languages import Language
from crmo_desktop.search.languages import language as language_of
from crmo_desktop.search.likeness import read_names
from crmo_desktop.search.spelling import spelling_keys
from crmo_desktop.search.stems import Stemmer, require_fts5
from crmo_desktop.search.synonyms import Thesaurus
from crmo_desktop.search.training import learn, traits_of
from crmo_desktop.search.words import compounds, words

TITLE_WEIGHT: Final = 10.0
HEADINGS_WEIGHT: Final = 5.0
KEYWORDS_WEIGHT: Final = 4.0
BODY_WEIGHT: Final = 1.0

_SCHEMA: Final = """
CREATE TABLE search_setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE search_row (
    id INTEGER PRIMARY KEY,
    topic TEXT NOT NULL,
    audience TEXT,                    -- NULL: the topic as a whole
    section TEXT,                     -- NULL: the topic, or its summary
    place INTEGER NOT NULL,           -- the topic's, in the order of the tree
    is_help INTEGER NOT NULL,         -- a page of the program's own guide
    retells INTEGER NOT NULL,         -- of a topic that tells again what others tell
    names TEXT NOT NULL               -- the title: for each telling word its stem and codes, parted by |
);
CREATE INDEX search_row_topic ON search_row (topic);
CREATE TABLE search_asked (
    id INTEGER PRIMARY KEY,           -- in the order of the tree
    place INTEGER NOT NULL,           -- of the topic: its id itself would be a third of the table
    phrase TEXT NOT NULL,
    names TEXT NOT NULL               -- as above
);
CREATE TABLE search_asked_name (
    name TEXT PRIMARY KEY,
    asked BLOB NOT NULL               -- numbers of the phrases that have it; four bytes each
) WITHOUT ROWID;
CREATE TABLE search_trait (
    trait TEXT PRIMARY KEY,           -- a name; with a full stop before it a filler
    rarity INTEGER NOT NULL,          -- in thousandths, as are the weights
    weights BLOB NOT NULL             -- place of a topic, weight; two bytes each
) WITHOUT ROWID;
CREATE TABLE search_word (
    id INTEGER PRIMARY KEY,
    word TEXT NOT NULL UNIQUE,        -- folded
    shown TEXT NOT NULL,              -- as it is mostly written
    stem TEXT NOT NULL,
    count INTEGER NOT NULL            -- 0: only a synonym has it
);
CREATE INDEX search_word_stem ON search_word (stem);
CREATE TABLE search_term (            -- synonyms: a row a form in which a term may be written
    id INTEGER PRIMARY KEY,
    code TEXT NOT NULL,               -- of its group, as it stands in search_passage
    shown TEXT NOT NULL,
    words TEXT NOT NULL,              -- folded
    is_misspelling INTEGER NOT NULL,
    form TEXT NOT NULL,               -- folded; perhaps with words run together
    stems TEXT NOT NULL               -- of the form
);
CREATE TABLE search_key (
    key TEXT NOT NULL, kind TEXT NOT NULL, topic TEXT NOT NULL, PRIMARY KEY (key, kind, topic)
) WITHOUT ROWID;
CREATE TABLE search_spelling (
    key TEXT NOT NULL, word INTEGER NOT NULL, PRIMARY KEY (key, word)
) WITHOUT ROWID;
"""
_TREE: Final = """tree(topic, place) AS (
    SELECT topic.id, row_number() OVER (ORDER BY chapter.position, chapter.id, topic.position, topic.id)
    FROM topic JOIN chapter ON chapter.id = topic.chapter
)"""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Passage:
    """A row before it is put into the index.

    Attributes:
        audience: None for a row that stands for a topic as a whole.
        section: None for that and for a topic's summary.
        place: of the topic in the order of the tree.
    """

    id: int
    topic: str
    audience: str | None = None
    section: str | None = None
    place: int
    title: str = ""
    heading: str = ""
    keywords: str = ""
    body: str = ""

    @property
    def fields(self) -> tuple[str, str, str, str]:
        return self.title, self.heading, self.keywords, self.body


@dataclass(slots=True)
class _Words:
    """The words of all passages.

    Attributes:
        counts: how often each folded word stands there.
        shown: how often it is written in which way.
    """

    counts: Counter[str] = field(default_factory=Counter)
    shown: dict[str, Counter[str]] = field(default_factory=dict)

    def add(self, text: str, *, run_together: bool = True) -> None:
        """Count the words of `text`, and its compounds as one word each."""
        for compound in compounds(text):
            self.counts.update(compound.parts)
            is_whole = len(compound.parts) == 1
            for part in compound.parts:
                self.shown.setdefault(part, Counter())[compound.written if is_whole else part] += 1
            if compound.joined and run_together:
                self.counts[compound.joined] += 1
                self.shown.setdefault(compound.joined, Counter())[compound.written] += 1

    def best_shown(self, word: str) -> str:
        """The most frequent way to write `word`, in small letters if it ever is; "" if there is none."""
        ways = self.shown.get(word)
        return min(ways, key=lambda way: (not way.islower(), -ways[way], way)) if ways else ""


def build_index(connection: sqlite3.Connection, *, language: str) -> None:
    """Create and fill the search tables of a pack whose other tables are filled; same content, same bytes.

    Args:
        connection: to the pack being written; a transaction may be open and stays so.
        language: BCP 47 tag of the texts.

    Raises:
        UserError: this SQLite has no full-text search.
    """
    require_fts5(connection)
    rules = language_of(language)
    for statement in _SCHEMA.split(";\n"):
        connection.execute(statement)
    connection.execute("INSERT INTO search_setting VALUES ('language', ?)", (language,))
    indexer = _Indexer(connection, rules)
    indexer.write_passages()
    indexer.write_asked()
    indexer.write_words()
    indexer.write_terms()
    indexer.write_keys()


class _Indexer:
    """Fills the search tables of one pack."""

    def __init__(self, connection: sqlite3.Connection, rules: Language) -> None:
        self._connection = connection
        self._rules = rules
        self._texts = _Words()
        for passage in _passages(connection):
            for text in passage.fields:
                self._texts.add(text)
        self._asked = _asked(connection)
        for _, phrase in self._asked:
            self._texts.add(phrase, run_together=False)  # nobody finds a phrase by these
        groups = read_groups(connection)
        self._shown = words_shown(groups)
        stemmer = Stemmer(rules.tokenizer)
        self._forms = forms_of(groups, stemmer.stems)
        self._thesaurus = Thesaurus(self._forms)
        chapters = [
            word for (title,) in connection.execute("SELECT title FROM chapter") for word in words(title)
        ]
        self._stems = stemmer.stems([*self._texts.counts, *self._shown, *chapters])
        stemmer.close()

    def write_passages(self) -> None:
        """The text of every passage, and what each is."""
        self._connection.execute(
            "CREATE VIRTUAL TABLE search_passage USING fts5(title, headings, keywords, body,"
            f" content='', tokenize='{self._rules.tokenizer}')"
        )
        weights = f"bm25({TITLE_WEIGHT}, {HEADINGS_WEIGHT}, {KEYWORDS_WEIGHT}, {BODY_WEIGHT})"
        self._connection.execute(
            "INSERT INTO search_passage(search_passage, rank) VALUES ('rank', ?)", (weights,)
        )
        for passage in _passages(self._connection):
            names = self._names(passage.title or passage.heading)
            self._connection.execute(
                "INSERT INTO search_row VALUES (?, ?, ?, ?, ?, 0, 0, ?)",
                (passage.id, passage.topic, passage.audience, passage.section, passage.place, names),
            )
            self._connection.execute(
                "INSERT INTO search_passage(rowid, title, headings, keywords, body) VALUES (?, ?, ?, ?, ?)",
                (passage.id, *(self._indexed(text) for text in passage.fields)),
            )
        self._connection.execute(
            "UPDATE search_row SET is_help = 1 WHERE topic IN ("
            "SELECT topic.id FROM topic JOIN chapter ON chapter.id = topic.chapter WHERE chapter.is_help)"
        )
        self._connection.execute(
            "UPDATE search_row SET retells = 1 WHERE topic IN (SELECT id FROM topic WHERE retells)"
        )
        self._connection.execute("INSERT INTO search_passage(search_passage) VALUES ('optimize')")

    def write_asked(self) -> None:
        """The phrases that people type, and what is learnt from them."""
        places = dict(
            self._connection.execute(f"WITH {_TREE} SELECT topic, place FROM tree")  # noqa: S608 - a constant
        )
        examples = []
        having: dict[str, list[int]] = {}
        for number, (topic, phrase) in enumerate(self._asked, start=1):
            names = self._names(phrase)
            typed = words(phrase)
            fillers = [self._stems[word] for word in typed if word in self._rules.fillers]
            numbers = [word for word in typed if word.isdecimal()]
            examples.append(
                (traits_of(((row, False) for row in read_names(names)), fillers, numbers), places[topic])
            )
            self._connection.execute(
                "INSERT INTO search_asked VALUES (?, ?, ?, ?)", (number, places[topic], phrase, names)
            )
            for name in frozenset().union(*read_names(names)):
                having.setdefault(name, []).append(number)
        self._connection.executemany(
            "INSERT INTO search_asked_name VALUES (?, ?)",
            ((name, pack_numbers(numbers)) for name, numbers in sorted(having.items())),
        )
        write_lesson(self._connection, learn(examples))

    def write_words(self) -> None:
        """The words of the passages, and those of the synonyms with a count of 0; numbers are left out."""
        every = sorted(word for word in {*self._texts.counts, *self._shown} if not word.isdecimal())
        for number, word in enumerate(every, start=1):
            shown = self._texts.best_shown(word) or self._shown[word]
            count = self._texts.counts[word]
            self._connection.execute(
                "INSERT INTO search_word VALUES (?, ?, ?, ?, ?)",
                (number, word, shown, self._stems[word], count),
            )
            if word.isalpha():
                self._connection.executemany(
                    "INSERT INTO search_spelling VALUES (?, ?)",
                    ((key, number) for key in sorted(spelling_keys(word))),
                )

    def write_terms(self) -> None:
        """The groups of synonyms, term by term, in all forms."""
        self._connection.executemany(
            "INSERT INTO search_term VALUES (NULL, ?, ?, ?, ?, ?, ?)",
            (
                (form.group.code, form.term.shown, " ".join(form.term.words), form.term.is_misspelling,
                 form.text, " ".join(form.stems))
                for form in self._forms
            ),
        )  # fmt: skip

    def write_keys(self) -> None:
        """What a query may be equal to: a title, whole or its telling words; a keyword; a chapter's title."""
        found: list[tuple[str, str, str]] = []
        chapters: set[str] = set()
        for topic, title, keywords, chapter, chapter_title in self._connection.execute(
            f"WITH {_TREE} SELECT topic.id, topic.title, keywords, chapter.id, chapter.title"  # noqa: S608 - a constant
            " FROM tree JOIN topic ON topic.id = tree.topic JOIN chapter ON chapter.id = topic.chapter"
            " ORDER BY tree.place"
        ):
            texts = [("title", title), *(("keyword", keyword) for keyword in keywords.split(","))]
            if chapter not in chapters:  # its first topic is its overview
                texts.append(("chapter", chapter_title))
                chapters.add(chapter)
            found.append((" ".join(words(title)), "whole title", topic))
            for kind, text in texts:
                row = words(text)
                stems = [self._stems[word] for word in row]
                found += [
                    (key, kind, topic) for key in keys(row, stems, self._rules.fillers, self._thesaurus)
                ]
        self._connection.executemany("INSERT OR IGNORE INTO search_key VALUES (?, ?, ?)", sorted(found))

    def _indexed(self, text: str) -> str:
        """`text` as the index stores it: its words in order, compounds run together, codes of groups."""
        row: list[str] = []
        joined: list[str] = []
        for compound in compounds(text):
            row += compound.parts
            if compound.joined:
                joined.append(compound.joined)
        stems = [self._stems[word] for word in row]
        matches = (match for place in range(len(row)) for match in self._thesaurus.matches_at(stems, place))
        return " ".join([*row, *joined, *(code for match in matches for code in match.codes)])

    def _names(self, title: str) -> str:
        """The telling words of a title: for each its stem and the codes of the groups it belongs to."""
        row = words(title)
        stems = [self._stems[word] for word in row]
        names: list[dict[str, None]] = [{stem: None} for stem in stems]
        for place in range(len(row)):
            for match in self._thesaurus.matches_at(stems, place):
                for name in names[match.start : match.end]:
                    name.update(dict.fromkeys(match.codes))
        telling = [place for place, word in enumerate(row) if word not in self._rules.fillers]
        return " ".join("|".join(names[place]) for place in telling or range(len(row)))


def _asked(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    """Topics and what people type who look for each, in the order of the tree."""
    return connection.execute(
        f"WITH {_TREE} SELECT tree.topic, phrase FROM asked JOIN tree ON tree.topic = asked.topic"  # noqa: S608 - a constant
        " ORDER BY tree.place, phrase"
    ).fetchall()


def _passages(connection: sqlite3.Connection) -> Iterator[_Passage]:
    """Each section with its own number, then, numbered on from there, each topic and each summary."""
    number = 0
    for number, topic, audience, name, place, heading, text in connection.execute(
        f"WITH {_TREE} SELECT section.id, tree.topic, audience, name, tree.place, title, text"  # noqa: S608 - a constant
        " FROM section JOIN tree ON tree.topic = section.topic ORDER BY section.id"
    ):
        yield _Passage(
            id=number, topic=topic, audience=audience, section=name, place=place, heading=heading, body=text
        )
    for topic, place, title, keywords in connection.execute(
        f"WITH {_TREE} SELECT tree.topic, tree.place, title, keywords"  # noqa: S608 - a constant
        " FROM topic JOIN tree ON tree.topic = topic.id ORDER BY tree.place"
    ):
        number += 1
        yield _Passage(id=number, topic=topic, place=place, title=title, keywords=keywords)
    for topic, place, audience, summary in connection.execute(
        f"WITH {_TREE} SELECT tree.topic, tree.place, audience, summary"  # noqa: S608 - a constant
        " FROM page JOIN tree ON tree.topic = page.topic ORDER BY tree.place, audience"
    ):
        number += 1
        yield _Passage(id=number, topic=topic, audience=audience, place=place, body=summary)
