"""The reader's own things as they go onto paper: apart from the words of the reference."""

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QObject

from crmo_desktop.domain.identifiers import OwnPart
from crmo_desktop.domain.own_things import FolderId, Kind, Thing
from crmo_desktop.domain.publication import Content, OwnEntry, OwnList, OwnWords, Publication
from crmo_desktop.gui.pages.own_table import Source
from crmo_desktop.gui.pages.own_words import Day, ThingWords
from crmo_desktop.services.own_places import OwnPlaces, Standing
from crmo_desktop.services.own_view import Wanted

_TO_READ = (Kind.HIGHLIGHT, Kind.NOTE)


class OwnPaper(QObject):
    """Makes what is printed of things and visits."""

    def __init__(self, words: ThingWords, places: OwnPlaces, names: Mapping[FolderId, str]) -> None:
        """`names` are those of the folders."""
        super().__init__()
        self._words, self._places, self._names = words, places, names

    def listed(self, rows: Sequence[Source], wanted: Wanted) -> Publication | None:
        """What the page lists, in its order; None where that is nothing."""
        if not rows:
            return None
        title = self._words.title(wanted.part)
        chosen = self._words.chosen(wanted, self._names)
        if not (wanted.part in (OwnPart.EVERYTHING, OwnPart.HISTORY) and wanted.folder is None) or (
            wanted.colour is not None
        ):
            title = self.tr("{title}: {chosen}").format(title=title, chosen=chosen)
        if wanted.words:
            title = self.tr("{title}, with “{words}”").format(title=title, words=wanted.words)
        if wanted.part is OwnPart.HISTORY:
            contents: list[Content] = list(self._days(rows))
        else:
            contents = [OwnWords(lines=(self._note(),)), *self._topics(rows)]
        return Publication(title=title, contents=tuple(contents), has_sources=False)

    def of_topic(self, things: Iterable[Thing]) -> OwnList | None:
        """Notes and highlights of one topic, the first made first; None where there are none."""
        chosen = sorted((one for one in things if one.kind in _TO_READ), key=lambda one: one.made)
        if not chosen:
            return None
        entries = tuple(map(self._entry, chosen))
        return OwnList(heading=self.tr("Your own notes"), note=self._note(), entries=entries)

    def _note(self) -> str:
        return self.tr("Made by a reader. Only words in quotation marks are from the reference.")

    def _topics(self, rows: Sequence[Source]) -> Iterable[OwnList]:
        """Things by their topics, in the order in which these are listed first."""
        topics: dict[str, list[Thing]] = {}
        for thing in rows:
            if isinstance(thing, Thing):
                topics.setdefault(thing.spot.page, []).append(thing)
        for page, things in topics.items():
            heading = things[0].spot.title or page
            yield OwnList(heading=heading, entries=tuple(map(self._entry, things)))

    def _entry(self, thing: Thing) -> OwnEntry:
        words, standing = self._words, self._places.standing(thing)
        place = words.place(thing, self._names)
        facts = [place, words.day(thing.made.astimezone().date())]
        if standing is not Standing.HERE:
            facts.append(words.gone(standing, thing))
        return OwnEntry(
            kind=words.kind_of(thing),
            quote="" if thing.quote is None else thing.quote.exact,
            words=thing.words,
            facts=" · ".join(facts),
        )

    def _days(self, rows: Sequence[Source]) -> Iterable[OwnWords]:
        heading, lines = "", list[str]()
        for row in rows:
            if isinstance(row, Day):
                if lines:
                    yield OwnWords(heading=heading, lines=tuple(lines))
                heading, lines = self._words.day(row.day, of_week=True), []
            elif not isinstance(row, Thing):
                lines.append(f"{self._words.time(row.when)}\u2002{row.title}")
        yield OwnWords(heading=heading, lines=tuple(lines))
