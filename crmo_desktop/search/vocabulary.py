"""The words of a pack as they are written: known ones, half-typed ones, forms of one stem."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from crmo_desktop.search.languages import language
from crmo_desktop.search.stems import Stemmer

_LAST: Final = "\U0010ffff"
_MOST_REMEMBERED: Final = 5000
_LATELY: Final = 1000  # beginnings of words: many queries begin alike


@dataclass(frozen=True, slots=True)
class KnownWord:
    """A word of the pack.

    Attributes:
        word: folded.
        shown: as it is mostly written.
        stem: of it.
        count: how often it stands in the passages; 0 for a word that only a synonym has.
    """

    word: str
    shown: str
    stem: str
    count: int


class Vocabulary:
    """Borrows an open connection to a pack."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection
        (tag,) = connection.execute("SELECT value FROM search_setting WHERE key = 'language'").fetchone()
        self.language = language(tag)
        self._stemmer = Stemmer(self.language.tokenizer)
        self._forms: dict[str, tuple[KnownWord, ...]] = {}
        self._lately_continued = lru_cache(maxsize=_LATELY)(self._continued)

    def knows(self, word: str) -> bool:
        """Whether the folded `word` stands in the pack in any form, or is a number."""
        return word.isdecimal() or bool(self.forms(word))

    def occurs(self, word: str) -> bool:
        """Whether the folded `word` stands in a passage in any form, not only in a synonym."""
        return word.isdecimal() or any(form.count for form in self.forms(word))

    def present(self, words: Iterable[str]) -> set[str]:
        """Those of the folded `words` that stand in the pack exactly so."""
        found = self._connection.execute(
            "SELECT word FROM search_word WHERE word IN (SELECT value FROM json_each(?))",
            (json.dumps(list(words)),),
        )
        return {word for (word,) in found}

    def shown(self, word: str) -> str:
        """A folded word of the pack as it is mostly written."""
        found = self._connection.execute("SELECT shown FROM search_word WHERE word = ?", (word,)).fetchone()
        return str(found[0]) if found else word

    def stem(self, word: str) -> str:
        """The stem of a folded word, known or not."""
        return self._stemmer.stem(word)

    def stems(self, words: Iterable[str]) -> dict[str, str]:
        """Each of the folded `words` with its stem."""
        return self._stemmer.stems(words)

    def forms(self, word: str) -> tuple[KnownWord, ...]:
        """The words of the pack that have the stem of the folded `word`."""
        stem = self.stem(word)
        if stem not in self._forms:
            if len(self._forms) >= _MOST_REMEMBERED:
                self._forms.clear()
            found = self._connection.execute(
                "SELECT word, shown, stem, count FROM search_word WHERE stem = ? ORDER BY word", (stem,)
            )
            self._forms[stem] = tuple(KnownWord(*row) for row in found)
        return self._forms[stem]

    def continuations(self, beginning: str, limit: int) -> list[KnownWord]:
        """The words that go on from the folded `beginning`, the most frequent first.

        Fillers only where nothing else begins so: they say little, and stand everywhere.
        """
        return list(self._lately_continued(beginning, limit))

    def _continued(self, beginning: str, limit: int) -> tuple[KnownWord, ...]:
        found = [
            KnownWord(*row)
            for row in self._connection.execute(
                "SELECT word, shown, stem, count FROM search_word WHERE word > ? AND word < ?"
                " ORDER BY count DESC, word LIMIT ?",
                (beginning, beginning + _LAST, limit + len(self._fillers_like(beginning))),
            )
        ]
        telling = [word for word in found if word.word not in self.language.fillers]
        return tuple((telling or found)[:limit])

    def _fillers_like(self, beginning: str) -> list[str]:
        return [word for word in self.language.fillers if word.startswith(beginning)]

    def other_spellings(self, word: str) -> list[str]:
        """Words that the pack knows in some form and that are the folded `word` in another spelling."""
        tried = set()
        for one, other in self.language.spellings:
            for old, new in ((one, other), (other, one)):
                if old in word:
                    tried |= {word.replace(old, new), word.replace(old, new, 1)}
        return sorted(variant for variant in tried - {word} if len(variant) > 3 and self.knows(variant))
