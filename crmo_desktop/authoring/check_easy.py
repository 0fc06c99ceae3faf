"""Checks of easy reading: a topic in one sentence and in thirty seconds, glossary words in plain words."""

import re
from collections.abc import Iterator
from typing import Final

from crmo_desktop.authoring.check_words import ReadingLevel
from crmo_desktop.authoring.content_folder import ContentFolder, TopicFile
from crmo_desktop.authoring.markup import Element
from crmo_desktop.authoring.problem import Problem
from crmo_desktop.authoring.records import Record

SENTENCE_WORDS: Final = 25
SENTENCE_GRADE: Final = 8.0
# thirty seconds at 180 words a minute, read in silence; read aloud (150) it takes six seconds more
SHORT_WORDS: Final = 90
SHORT_GRADE: Final = 6.0
PLAIN_WORDS: Final = 25
PLAIN_GRADE: Final = 8.0
_OWN_NAME: Final = "CRMO"  # the illness that all of it is about
_ENDS: Final = re.compile(r"[.?!…][)”\"’]*$")
_GOES_ON: Final = re.compile(r"[.?!…][)”\"’]*\s+(?=[“(\"‘]?[^\W\d_a-z])")
_ABBREVIATION: Final = re.compile(r"\b[A-Z][A-Za-z0-9]*[A-Z][A-Za-z0-9]*\b")


def check_easy_topic(topic: TopicFile, level: ReadingLevel) -> Iterator[Problem]:
    """What keeps `topic` from being read in one sentence and in thirty seconds; the guide need not be."""
    if topic.is_help:
        return
    summaries = [p for p in topic.summaries() if p.attributes.get("data-audience") == "patient"]
    sections = [s for s in topic.sections() if s.attributes.get("data-audience") in ("patient", "both")]
    if not summaries or not sections:
        return  # told already: every topic has both for each audience
    yield from _check_sentence(topic, summaries[0], level)
    box = sections[0]
    if "key-points" not in box.words_of("class"):
        text = "the first section for patients is no box of key points, which thirty seconds are made of"
        yield Problem(topic.path, box.line, text)
        return
    count = _count(summaries[0]) + sum(_count(part) for part in box.elements() if part.tag != "h2")
    if count > SHORT_WORDS:
        text = f"summary and key points for patients have {count} words; thirty seconds hold {SHORT_WORDS}"
        yield Problem(topic.path, box.line, text)
    grade = level.grade(summaries[0], box)
    if grade is not None and grade > SHORT_GRADE:
        most = f"at most {SHORT_GRADE:.0f} is wanted"
        text = f"summary and key points for patients read at grade {grade:.1f}; {most}"
        yield Problem(topic.path, box.line, text)


def _check_sentence(topic: TopicFile, summary: Element, level: ReadingLevel) -> Iterator[Problem]:
    text = summary.text()
    if not _ENDS.search(text) or _GOES_ON.search(text):
        yield Problem(topic.path, summary.line, "the summary for patients is not one whole sentence")
    count = _count(summary)
    if count > SENTENCE_WORDS:
        most = f"one sentence holds {SENTENCE_WORDS}"
        yield Problem(topic.path, summary.line, f"the summary for patients has {count} words; {most}")
    grade = level.grade(summary)
    if grade is not None and grade > SENTENCE_GRADE:
        most = f"at most {SENTENCE_GRADE:.0f} is wanted"
        text = f"the summary for patients reads at grade {grade:.1f} by itself; {most}"
        yield Problem(topic.path, summary.line, text)


def check_plain_words(folder: ContentFolder, level: ReadingLevel) -> Iterator[Problem]:
    """Glossary words whose plain explanation is long, hard, or made of abbreviations."""
    for id, term in folder.glossary.items():
        path, line = folder.root / "glossary.json", folder.line_of("glossary.json", id)
        count = len(term["plain"].split())
        if count > PLAIN_WORDS:
            text = f"the plain words for “{term['term']}” are {count}; at most {PLAIN_WORDS} are wanted"
            yield Problem(path, line, text)
        grade = level.grade(Element("p", {}, line, [term["plain"]]))
        if grade is not None and grade > PLAIN_GRADE:
            most = f"at most {PLAIN_GRADE:.0f} is wanted"
            text = f"the plain words for “{term['term']}” read at grade {grade:.1f}; {most}"
            yield Problem(path, line, text)
        for abbreviation in _unexplained(term):
            text = f"the plain words for “{term['term']}” do not explain “{abbreviation}”"
            yield Problem(path, line, text)


def _unexplained(term: Record) -> list[str]:
    """Abbreviations in the plain words that are no name of the term and stand beside no words in brackets."""
    plain = term["plain"]
    own = {part for name in (term["term"], *term["synonyms"]) for part in re.split(r"[^\w]+", name)}
    found: list[str] = []
    for match in _ABBREVIATION.finditer(plain):
        behind = plain[match.end() :].startswith(" (")
        inside = plain.rfind("(", 0, match.start()) > plain.rfind(")", 0, match.start())
        if match.group() not in {*own, _OWN_NAME, *found} and not behind and not inside:
            found.append(match.group())
    return found


def _count(element: Element) -> int:
    return len(element.text().split())
