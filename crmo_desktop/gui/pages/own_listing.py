"""Which rows the page of the reader's own things lists, and what it says where it lists none."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from PySide6.QtCore import QObject

from crmo_desktop.domain.identifiers import OwnPart
from crmo_desktop.domain.own_things import FolderId, Thing
from crmo_desktop.domain.publication import Publication
from crmo_desktop.gui.models.own_rows import OwnRow
from crmo_desktop.gui.pages.own_table import Source, key_of
from crmo_desktop.gui.pages.own_words import Day, ThingWords
from crmo_desktop.gui.widgets.own_pane import OwnChoice
from crmo_desktop.services.backups import Backups
from crmo_desktop.services.journal import Journal
from crmo_desktop.services.keeping import Keeping, Kept
from crmo_desktop.services.own_places import OwnPlaces, Standing
from crmo_desktop.services.own_things import OwnThings
from crmo_desktop.services.own_view import OwnView, Wanted, folded
from crmo_desktop.services.preferences import Preferences
from crmo_desktop.services.reading import ReadingService


class OwnSources(NamedTuple):
    """What the page asks."""

    reading: ReadingService
    things: OwnThings
    history: Journal
    preferences: Preferences
    keeping: Keeping
    backups: Backups


class OwnListing(QObject):
    """Reads things and visits, and makes rows and words of them.

    Attributes:
        view: the things as they were when last read.
        places: where they are.
        words: what is said of them.
        no_history: why there is no history on this computer; "" where there is.
    """

    def __init__(self, sources: OwnSources, parent: QObject) -> None:
        super().__init__(parent)
        self._sources = sources
        self.places = OwnPlaces(sources.reading)
        self.words = ThingWords(sources.reading.edition, self)
        self.view = OwnView((), (), self.places.rank)
        self.no_history = ""
        self._backed_up: datetime | None = None  # when the latest backup was made
        self._standings: dict[object, Standing] = {}

    def read(self) -> None:
        """Read the things anew."""
        things = self._sources.things
        self.view = OwnView(things.all(), things.folders(), self.places.rank)
        backups = self._sources.backups.all()
        self._backed_up = backups[0].backup.made if backups else None

    def names(self) -> dict[FolderId, str]:
        """What each folder is called."""
        return self.view.names

    @property
    def is_shared(self) -> bool:
        """Whether readers take turns at this computer, which keeps nothing."""
        return bool(self.no_history)

    # --- rows

    def rows(self, wanted: Wanted) -> Sequence[Source]:
        """What is wanted: things, or visits below their days."""
        if wanted.part is not OwnPart.HISTORY:
            return self.view.chosen(wanted)
        words = folded(wanted.words).split()
        rows: list[Source] = []
        for day in self._sources.history.history():
            found = [one for one in day.visits if all(word in folded(one.title) for word in words)]
            if found:
                rows += [Day(day.day), *found]
        return rows

    def row(self, source: Source) -> OwnRow:
        """The row of a value, as far as its place has been looked up."""
        now = datetime.now().astimezone()
        if isinstance(source, Thing):
            standing = self._standings.get(key_of(source), Standing.HERE)
            return self.words.row(source, self.view.names, standing, now)
        if isinstance(source, Day):
            return self.words.day_row(source.day, now)
        return self.words.visit_row(source.title, source.when)

    def look_up(self, source: Source) -> bool:
        """Look the place of a value up; whether its row says something else now."""
        if not isinstance(source, Thing):
            return False
        standing, key = self.places.standing(source), key_of(source)
        is_news = standing is not self._standings.get(key, Standing.HERE)
        self._standings[key] = standing
        return is_news

    def publication(self, wanted: Wanted) -> Publication | None:
        """What is listed, as it is printed; None where nothing is."""
        from crmo_desktop.gui.pages.own_paper import OwnPaper

        return OwnPaper(self.words, self.places, self.names()).listed(self.rows(wanted), wanted)

    def forget(self) -> None:
        """Remember nothing of what was looked up."""
        self._standings.clear()
        self.view = OwnView((), (), self.places.rank)

    # --- words

    def summary(self, rows: Sequence[Source], wanted: Wanted) -> str:
        """How many rows there are."""
        is_history = wanted.part is OwnPart.HISTORY
        number = sum(not isinstance(row, Day) for row in rows)
        words = self.words.number(number, visits=is_history)
        if is_history and number and not self._sources.preferences.keeps_history:
            return self.tr("{number}. History is switched off; these were kept before.").format(number=words)
        return words

    def nothing(self, wanted: Wanted) -> tuple[str, str]:
        """Why no row is listed, and what a link below that says."""
        everything = self.tr("Show everything")
        if wanted.part is OwnPart.HISTORY:
            if self.no_history:
                return self.no_history, ""
            if not self._sources.preferences.keeps_history:
                return self.tr("History is switched off. Nothing is kept."), self.tr("Settings")
            return self.words.no_visits(wanted), everything if wanted.words else ""
        if not self.view.things:
            return self.words.nothing_at_all(), ""
        return self.words.nothing(wanted, self.view.names), everything

    def leads_to_settings(self, wanted: Wanted) -> bool:
        """Whether the link below `nothing` is that to the settings."""
        return wanted.part is OwnPart.HISTORY and not self._sources.preferences.keeps_history

    def status(self, rows: Sequence[Source], wanted: Wanted) -> str:
        """How many things or visits there are, and how safe they are, for the status line."""
        number = self.words.number(len(self.view.things), visits=False)
        if wanted.part is OwnPart.HISTORY:
            visits = sum(not isinstance(row, Day) for row in rows)
            if not visits:
                return ""
            number = self.words.number(visits, visits=True)
        words = {
            Kept.ON_COMPUTER: self.tr("{number}, kept on this computer"),
            Kept.BESIDE: self.tr("{number}, kept beside the program"),
            Kept.NAMED: self.tr("{number}, kept in a folder of your choice"),
        }.get(self._sources.keeping.kept, self.tr("{number}, kept until the window is closed"))
        if self.is_shared:
            words = self.tr("{number}, kept until nobody has used this computer for a while")
        told = words.format(number=number)
        if self._backed_up is None:
            return told
        backup = self.words.backup(self._backed_up, datetime.now().astimezone())
        return f"{told} · {backup}"

    def choice(self, wanted: Wanted) -> OwnChoice:
        """What the pane at the left shows."""
        counts = self.view.counts
        return OwnChoice(
            counts={part.value: number for part, number in counts.parts.items()},
            folders=[(str(one.id), one.name, counts.folders[one.id]) for one in self.view.folders],
            part=None if wanted.folder is not None else wanted.part.value,
            folder=None if wanted.folder is None else str(wanted.folder),
            colour=int(wanted.colour or 0),
            history=self.no_history,
        )
