"""Checks of the wording: nothing copied from the seed article, nothing too hard for families."""

import re
from collections.abc import Iterator
from typing import Final

import textstat

from crmo_desktop.authoring.content_folder import ContentFolder, TopicFile
from crmo_desktop.authoring.markup import Element
from crmo_desktop.authoring.problem import Problem

SEED: Final = "verywell-2022"
COPIED_WORDS: Final = 8
HIGHEST_GRADE: Final = 8.0
_FEWEST_WORDS: Final = 8  # below this a grade says nothing
_BLOCKS: Final = frozenset({"p", "li", "dd", "td", "figcaption", "h3", "dt"})


class SeedText:
    """The runs of words that may not be taken over from the seed article."""

    def __init__(self, folder: ContentFolder) -> None:
        self._runs: dict[tuple[str, ...], str] = {}
        for id, fact in folder.facts.items():
            if SEED in fact.get("sources", []):
                words = _words(str(fact.get("statement", "")))
                for start in range(len(words) - COPIED_WORDS + 1):
                    self._runs.setdefault(tuple(words[start : start + COPIED_WORDS]), id)

    def check(self, topic: TopicFile) -> Iterator[Problem]:
        """Blocks of `topic` that share eight words in a row with a seed statement."""
        for element in topic.root.walk():
            if element.tag not in _BLOCKS:
                continue
            words = _words(element.own_text())
            for start in range(len(words) - COPIED_WORDS + 1):
                run = tuple(words[start : start + COPIED_WORDS])
                if run in self._runs:
                    text = (
                        f"eight words in a row are those of the seed's “{self._runs[run]}”: “{' '.join(run)}”"
                    )
                    yield Problem(topic.path, element.line, text)
                    break


class ReadingLevel:
    """Flesch-Kincaid grades with the glossary's words left out."""

    def __init__(self, folder: ContentFolder) -> None:
        terms = {
            str(word)
            for term in folder.glossary.values()
            for word in [term.get("term", ""), *term.get("synonyms", [])]
            if word
        }
        ordered = sorted(terms, key=lambda term: (-len(term), term))
        alternatives = "|".join(re.escape(term) for term in ordered)
        self._terms = re.compile(rf"\b(?:{alternatives})(?:s|es)?\b", re.IGNORECASE) if ordered else None

    def grade(self, *parts: Element) -> float | None:
        """US school grade of the running text of `parts` together; None when there is too little of it.

        Source:
            Flesch-Kincaid grade level, as computed by textstat.
        """
        sentences = []
        for part in parts:
            for element in part.walk():
                text = element.own_text() if element.tag in _BLOCKS else ""
                if self._terms is not None:
                    text = self._terms.sub("", text)
                text = " ".join(text.split())
                if re.search(r"[^\W\d_]", text):
                    sentences.append(text if text[-1] in ".?!" else text + ".")
        whole = " ".join(sentences)
        if len(_words(whole)) < _FEWEST_WORDS:
            return None
        return float(textstat.flesch_kincaid_grade(whole))

    def check(self, topic: TopicFile) -> Iterator[Problem]:
        """Sections of `topic` for patients that read above grade 8; the summary counts with the first of them."""
        summary = [p for p in topic.summaries() if p.attributes.get("data-audience") != "clinician"]
        for section in topic.sections():
            if section.attributes.get("data-audience") == "clinician":
                continue
            grade = self.grade(*summary, section)
            summary = []
            if grade is not None and grade > HIGHEST_GRADE:
                id = section.attributes.get("id", "")
                text = f"section “{id}” for patients reads at grade {grade:.1f}; at most {HIGHEST_GRADE:.0f} is wanted"
                yield Problem(topic.path, section.line, text)


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:[.-][^\W_]+)*", text.lower())
