"""What bookmarks, highlights, notes and finished topics do on the page."""

from functools import partial
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QObject, Slot

from crmo_desktop.domain.own_things import Colour, Kind, Removed
from crmo_desktop.gui.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Callable

    from crmo_desktop.domain.page import Page
    from crmo_desktop.gui.own_signal import OwnSignal
    from crmo_desktop.gui.pages.marking import PageMarking
    from crmo_desktop.gui.telling import Telling
    from crmo_desktop.gui.widgets.topic_tree import TopicTree


class Frame(Protocol):
    """What of the window shows or tells of the reader's own things."""

    telling: "Telling"

    @property
    def own_signal(self) -> "OwnSignal":
        """Tells of changes."""

    @property
    def tree(self) -> "TopicTree":
        """The list of topics."""


class MarkCommands(QObject):
    """What bookmarks, highlights, notes and finished topics do on the page.

    Made once the first page is painted, as it also shows what there is: ticks in the list of topics, whether
    the place that is read is bookmarked, and all that is marked on the page.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._frame = cast("Frame", desk.window)
        self._things = desk.services.own.things
        self._marking: PageMarking | None = None
        self._finished: frozenset[str] = frozenset()
        self._signal = self._frame.own_signal
        self._signal.changed.connect(self._on_changed)
        desk.navigator.arrived.connect(self._on_arrived)
        self._on_changed()

    @property
    def marking(self) -> "PageMarking":
        """What is marked on the page of a topic; comes with the reader."""
        if self._marking is None:
            from crmo_desktop.gui.pages.marking import PageMarking

            desk, reader = self._desk, self._desk.stack.reader
            made = PageMarking(reader, self._things, self._offer, desk.icons, desk.appearance)
            made.said.connect(desk.say)
            made.changed.connect(self._signal.changed)
            made.things_wanted.connect(desk.table["my_things"].trigger)
            reader.section_reached.connect(self._on_section)
            self._marking = made
        return self._marking

    # --- what is shown

    @Slot(str)
    def _on_arrived(self, _title: str) -> None:
        self._tick()

    @Slot()
    def _on_changed(self) -> None:
        self._finished = self._things.finished()
        self._frame.tree.set_finished(self._finished)
        self._frame.telling.tell_new_trouble()
        if self._marking is not None:
            self._marking.show()
        self._tick()

    @Slot(str)
    def _on_section(self, _name: str) -> None:
        self._tick()

    def _tick(self) -> None:
        """Tick what holds where the reader is."""
        page, table = self._page(), self._desk.table
        kept = () if page is None else self.marking.kept
        here = None if page is None else self._section(page)
        is_marked = any(thing.kind is Kind.BOOKMARK and thing.spot.section == here for thing in kept)
        table["bookmark"].setChecked(is_marked)
        table["finished"].setChecked(page is not None and page.topic.id in self._finished)

    def _page(self) -> "Page | None":
        """The topic that is on the screen, in its words for an audience."""
        return self._desk.stack.reader.page() if self._desk.stack.is_reading() else None

    def _section(self, page: "Page") -> str | None:
        """The section of `page` that is read; None above the first, and among the sources."""
        here = self._desk.stack.reader.view.section()
        return here if any(section.id == here for section in page.sections) else None

    # --- what is done

    def bookmark(self) -> None:
        """Bookmark the section that is read, above the first the topic; again takes the bookmark away."""
        page = self._page()
        if page is None:
            return
        from crmo_desktop.gui.pages.marking import spot_of

        words, spot = self.marking.words, spot_of(page, self._section(page))
        kept = self._things.bookmark_at(spot.page, spot.section)
        if kept is None:
            self._things.bookmark(spot)
            self._desk.say(self.tr("Bookmarked: {place}").format(place=words.spot(spot)))
        else:
            removed = self._things.delete([kept.id])
            deleted = self.tr("Bookmark deleted: {place}").format(place=words.spot(kept.spot))
            self._offer(deleted, partial(self._restore, removed))
        self._signal.changed.emit()

    def note(self) -> None:
        """Open the note on this topic."""
        if self._page() is not None:
            self.marking.open_note()

    def finished(self) -> None:
        """The reader is done with this topic, or is not after all."""
        page = self._page()
        if page is None:
            return
        is_finished = page.topic.id not in self._finished
        self._things.set_finished(page.topic.id, is_finished=is_finished)
        words = self.tr("Finished: {topic}") if is_finished else self.tr("Not finished: {topic}")
        self._desk.say(words.format(topic=page.topic.title))
        self._signal.changed.emit()

    def highlight_1(self) -> None:
        """Highlight in yellow."""
        self._highlight(Colour.YELLOW)

    def highlight_2(self) -> None:
        """Highlight in green."""
        self._highlight(Colour.GREEN)

    def highlight_3(self) -> None:
        """Highlight in blue."""
        self._highlight(Colour.BLUE)

    def highlight_4(self) -> None:
        """Highlight in pink."""
        self._highlight(Colour.PINK)

    def _highlight(self, colour: Colour) -> None:
        if self._page() is not None:
            self.marking.highlight(colour)

    def _restore(self, removed: Removed) -> None:
        self._things.restore(removed)
        self._signal.changed.emit()

    def _offer(self, words: str, bring_back: "Callable[[], None]") -> None:
        self._desk.undo().offer(words, bring_back)
