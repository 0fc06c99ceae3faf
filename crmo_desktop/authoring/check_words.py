"""Checks of the wording: nothing copied from the seed article, nothing too hard for families."""

import re
from collections.abc import Iterator
from typing import Final

import textstat

from crmo_desktop.authoring.blocks import LABELS, STATING
from crmo_desktop.authoring.characters import unify
from crmo_desktop.authoring.content_folder import ContentFolder, TopicFile
from crmo_desktop.authoring.markup import Element
from crmo_desktop.authoring.problem import Problem

SEED: Final = "verywell-2022"
COPIED_WORDS: Final = 8
HIGHEST_GRADE: Final = 8.0
_FEWEST_WORDS: Final = 8  # below this a grade says nothing
_GRADED: Final = STATING | {"h3", "dt"}
_READ_OUT: Final = ("alt", "title")
_WORD: Final = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_PART_OF_WORD: Final = re.compile(r"[^\W_]+")


class SeedText:
    """The runs of words that may not be taken over from the seed article."""

    def __init__(self, folder: ContentFolder) -> None:
        self._runs: dict[tuple[str, ...], str] = {}
        for id, fact in folder.facts.items():
            if SEED in fact["sources"]:
                words = _words(fact["statement"])
                for start in range(len(words) - COPIED_WORDS + 1):
                    run = [
                        part
                        for word in words[start : start + COPIED_WORDS]
                        for part in _PART_OF_WORD.findall(word)
                    ]
                    self._runs.setdefault(tuple(run), id)
        self._lengths = sorted({len(run) for run in self._runs})

    def check(self, topic: TopicFile) -> Iterator[Problem]:
        """Places in `topic` that share eight words in a row with a seed statement, a place a block."""
        for container in [*topic.summaries(), *topic.sections()]:
            for passage in _passages(container):
                yield from self._check_passage(topic, passage)

    def copied(self, text: str) -> list[str]:
        """What is wrong with `text`: the runs that it shares with a seed statement."""
        return [fault for _, fault in self._copied(_parts(text))]

    def _copied(self, words: list[str]) -> Iterator[tuple[int, str]]:
        """Where a shared run starts, and what is wrong with it."""
        for start in range(len(words)):
            for length in self._lengths:
                run = tuple(words[start : start + length])
                if run in self._runs:
                    words_told = " ".join(run)
                    yield (
                        start,
                        f"eight words in a row are those of the seed's “{self._runs[run]}”: “{words_told}”",
                    )

    def _check_passage(self, topic: TopicFile, passage: list[tuple[str, Element]]) -> Iterator[Problem]:
        told: Element | None = None
        for start, text in self._copied([word for word, _ in passage]):
            element = passage[start][1]
            if element is not told:
                told = element
                yield Problem(topic.path, element.line, text)


def _passages(container: Element) -> Iterator[list[tuple[str, Element]]]:
    """The words of a section with the block of each: first all that is printed, then each text read out."""
    running = []
    for element in container.walk():
        if element.tag in STATING | LABELS:
            running += [(word, element) for word in _parts(element.own_text())]
    yield running
    for element in container.walk():
        for name in _READ_OUT:
            yield [(word, element) for word in _parts(element.attributes.get(name, ""))]


class ReadingLevel:
    """Flesch-Kincaid grades with the glossary's words left out; it knows English only."""

    def __init__(self, folder: ContentFolder) -> None:
        terms = {
            word for term in folder.glossary.values() for word in [term["term"], *term["synonyms"]] if word
        }
        ordered = sorted(terms, key=lambda term: (-len(term), term))
        alternatives = "|".join(re.escape(term) for term in ordered)
        self._terms = re.compile(rf"\b(?:{alternatives})(?:s|es)?\b", re.IGNORECASE) if ordered else None
        self._knows_language = folder.language.partition("-")[0].lower() == "en"

    def grade(self, *parts: Element) -> float | None:
        """US school grade of the text of `parts` together; None if it is too short, or not in English.

        Source:
            Kincaid et al., Derivation of new readability formulas, Naval Training Command 1975. textstat
            counts words, sentences and syllables; its own grade rounds before it adds up, 0.6 off at worst.
        """
        if not self._knows_language:
            return None
        sentences = []
        for part in parts:
            for element in part.walk():
                text = element.own_text() if element.tag in _GRADED else ""
                if self._terms is not None:
                    text = self._terms.sub("", text)
                text = " ".join(text.split())
                if re.search(r"[^\W\d_]", text):
                    sentences.append(text if text[-1] in ".?!" else text + ".")
        whole = " ".join(sentences)
        if len(_words(whole)) < _FEWEST_WORDS:
            return None
        words, sentence_count = textstat.lexicon_count(whole), textstat.sentence_count(whole)
        return float(0.39 * words / sentence_count + 11.8 * textstat.syllable_count(whole) / words - 15.59)

    def check(self, topic: TopicFile) -> Iterator[Problem]:
        """Sections for patients that read above grade 8; the summary counts with the first of them."""
        summary = [p for p in topic.summaries() if p.attributes.get("data-audience") != "clinician"]
        for section in topic.sections():
            if section.attributes.get("data-audience") == "clinician":
                continue
            grade = self.grade(*summary, section)
            summary = []
            if grade is not None and grade > HIGHEST_GRADE:
                id = section.attributes.get("id", "")
                most = f"at most {HIGHEST_GRADE:.0f} is wanted"
                text = f"section “{id}” for patients reads at grade {grade:.1f}; {most}"
                yield Problem(topic.path, section.line, text)


def _words(text: str) -> list[str]:
    return _WORD.findall(unify(text).casefold())


def _parts(text: str) -> list[str]:
    return _PART_OF_WORD.findall(unify(text).casefold())
