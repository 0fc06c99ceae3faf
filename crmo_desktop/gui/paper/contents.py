"""What a book has, in three orders: the list of contents, the index, the outline of a PDF."""

import unicodedata
from collections.abc import Mapping, Sequence

from crmo_desktop.domain.audience import Audience
from crmo_desktop.gui.paper.listing import Line
from crmo_desktop.gui.paper.pages import Place
from crmo_desktop.gui.paper.paper_style import MARGIN, UNITS
from crmo_desktop.gui.paper.run import Run
from crmo_desktop.gui.paper.setting import Text
from crmo_desktop.gui.paper.words import PaperWords
from crmo_desktop.gui.pdf_parts import OutlineEntry
from crmo_desktop.services.reading import ReadingService


def contents_lines(runs: Sequence[Run], words: PaperWords) -> list[Line]:
    """Chapters and topics in their order."""
    texts = [each.text for run in runs for each in run.sets if each.text.topic]
    has_chapters = any(text.chapter for text in texts)
    titles = _Titles(texts, words)
    lines: list[Line] = []
    for text in texts:
        if text.chapter:
            lines.append(Line(text.chapter, key=_topic_key(text), is_strong=True, above=6.0, is_head=True))
        if text.has_heading:
            lines.append(Line(titles.of(text), int(has_chapters), _topic_key(text)))
    return lines


def outline_of(
    runs: Sequence[Run], places: Mapping[str, Place], words: PaperWords, head: float
) -> tuple[OutlineEntry, ...]:
    """Chapters, topics and sections; `head` units of the first page are taken."""
    texts = [each.text for run in runs for each in run.sets if each.text.topic]
    titles = _Titles(texts, words)
    has_chapters = any(text.chapter for text in texts)
    entries: list[OutlineEntry] = []

    def add(level: int, title: str, key: str, *, is_top: bool = False) -> None:
        place = places.get(key)
        if place is not None:
            down = head if place.page == 0 else 0.0
            top = MARGIN + (0.0 if is_top else place.top + down) / UNITS
            deepest = entries[-1].level + 1 if entries else 0
            entries.append(OutlineEntry(min(level, deepest), title, place.page, top))

    for text in texts:
        level = int(has_chapters)
        if text.chapter:
            add(0, text.chapter, _topic_key(text), is_top=True)
        if text.has_heading:
            add(level, titles.of(text), _topic_key(text))
            level += 1
        for name, title in text.sections:
            add(level, title, f"{_topic_key(text)}#{name}")
    return tuple(entries)


def index_lines(reading: ReadingService, runs: Sequence[Run], places: Mapping[str, Place]) -> list[Line]:
    """Titles of topics and words for what they are about, from A to Z, with the numbers of their pages."""
    keywords = reading.keywords()
    pages: dict[str, set[int]] = {}
    shown: dict[str, str] = {}
    strong: set[str] = set()
    for run in runs:
        for text, _ in run.sets:
            if text.topic is None or not text.has_heading:
                continue
            place = places[_topic_key(text)]
            strong.add(text.title.casefold())
            for name in (text.title, *keywords.get(text.topic, ())):
                key = name.casefold()
                if name == text.title:
                    shown[key] = name
                shown.setdefault(key, name)
                pages.setdefault(key, set()).add(place.page)
    lines: list[Line] = []
    letter = ""
    for key in sorted(shown, key=_order):
        begins = _order(key)[:1].upper()
        begins = begins if begins.isalpha() else "0–9"
        if begins != letter:
            letter = begins
            lines.append(Line(letter, is_strong=True, above=8.0, is_head=True))
        numbers = ", ".join(str(page + 1) for page in sorted(pages[key]))
        lines.append(Line(f"{shown[key]}\u2002{numbers}", is_strong=key in strong, above=0.6))
    return lines


def _order(name: str) -> str:
    """Without accents and signs, small."""
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(sign for sign in plain if sign.isalnum() or sign == " ").strip()


def _topic_key(text: Text) -> str:
    return f"{text.audience.value}:topic/{text.topic}"


class _Titles:
    """Says for whom a topic is where a book has it for both."""

    def __init__(self, texts: Sequence[Text], words: PaperWords) -> None:
        self._words = words
        readers: dict[str, set[Audience]] = {}
        for text in texts:
            readers.setdefault(str(text.topic), set()).add(text.audience)
        self._shared = {topic for topic, audiences in readers.items() if len(audiences) > 1}

    def of(self, text: Text) -> str:
        if str(text.topic) not in self._shared:
            return text.title
        return self._words.topic_for(text.title, text.audience)
