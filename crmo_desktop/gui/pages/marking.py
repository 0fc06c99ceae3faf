"""The reader's highlights and notes on the page of a topic: found, shown, made, changed, deleted."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import cast

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QVBoxLayout

from crmo_desktop.domain.identifiers import TopicAddress
from crmo_desktop.domain.own_things import Colour, Kind, Quote, Removed, Spot, Thing, ThingId
from crmo_desktop.domain.page import Page
from crmo_desktop.domain.page_words import is_gone
from crmo_desktop.gui.errors import words_of
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.pages.mark_words import MarkWords, shortened
from crmo_desktop.gui.pages.reader import ReaderPage
from crmo_desktop.gui.pages.topic_note import TopicNote
from crmo_desktop.gui.quotable import Quotable, Range
from crmo_desktop.gui.theme import Appearance
from crmo_desktop.gui.widgets.card import CardContent
from crmo_desktop.gui.widgets.mark_card import MarkCard
from crmo_desktop.gui.widgets.own_strip import OwnStrip
from crmo_desktop.gui.widgets.page_highlights import Highlight
from crmo_desktop.services.own_things import OwnThings

Offer = Callable[[str, Callable[[], None]], None]


class PageMarking(QObject):
    """Brings the reader's own things and the page together.

    Attributes:
        kept: all things on the page that is shown, bookmarks included.
    """

    said = Signal(str)  # something done, in a few words
    changed = Signal()  # something of the reader's own, which others show, too
    things_wanted = Signal()

    def __init__(
        self, reader: ReaderPage, things: OwnThings, offer: Offer, icons: IconShelf, appearance: Appearance
    ) -> None:
        """Show what there is on the page that is shown, from now on.

        Args:
            reader: the page.
            things: the reader's own.
            offer: offers to have back what was deleted, told in a few words.
            icons: what is drawn on cards.
            appearance: how it all looks.
        """
        super().__init__(reader)
        self._reader, self._view, self._things, self._offer = reader, reader.view, things, offer
        self._icons, self._appearance = icons, appearance
        self.words = MarkWords(self)
        self.kept: tuple[Thing, ...] = ()
        self._quotable: Quotable | None = None  # of the document that is shown, once it is asked for
        self._places: dict[tuple[Spot, Quote], Range | None] = {}  # in it, of what was looked for
        self._is_gone: dict[tuple[Spot, Quote], bool] = {}  # of what was looked for in vain
        self._told_gone: set[str] = set()  # uids of highlights of which the reader has been told
        self._gone_here: tuple[str, frozenset[str]] = ("", frozenset())  # page, and uids told of on it
        self.strip = OwnStrip(reader)
        cast("QVBoxLayout", reader.layout()).insertWidget(1, self.strip)
        reader.strips.append(self.strip)
        self.strip.note_wanted.connect(self.open_note)
        self.strip.things_wanted.connect(self.things_wanted)
        self.strip.left.connect(self._on_line_closed)
        self._view.replaced.connect(self._on_replaced)
        self._view.mark_activated.connect(self.open_card)
        self._view.mark_unwanted.connect(self.delete)
        appearance.changed.connect(self._draw)
        self._draw()
        self.show()

    @Slot()
    def _draw(self) -> None:
        self.strip.set_look(self._appearance.look, self._icons)

    # --- what is shown

    @Slot()
    def _on_replaced(self) -> None:
        self._quotable = None
        self._places.clear()
        self.show()

    @Slot()
    def show(self) -> None:
        """Show the things of the page as they are now."""
        page = self._reader.page()
        if page is None:
            return
        kept = self.kept = self._things.on_page(str(TopicAddress(page.topic.id)))
        note = note_among(kept)
        made_here = [t for t in kept if t.kind is Kind.HIGHLIGHT and t.spot.audience is page.audience]
        shown, gone = self._placed(page, made_here)
        if shown or self._view.highlights.all():
            self._view.set_highlights(shown)
        was_there = self.strip.isVisible()
        self.strip.say(self._note_words(note), self._gone_words(page, gone))
        if was_there or self.strip.isVisible():
            self._reader.place_outline_button()

    def _placed(self, page: Page, kept: list[Thing]) -> tuple[list[Highlight], frozenset[str]]:
        """Those of `kept` that are on the screen, and the uids of those that are not on the page at all."""
        shown: list[Highlight] = []
        gone: set[str] = set()
        for thing in kept:
            quote = thing.quote
            if quote is None:
                continue
            key = thing.spot, quote
            if key not in self._places and not self._is_gone.get(key):
                self._places[key] = self._place_of(thing, quote, page)
            place = self._places.get(key)
            if place is not None:
                colour = int(thing.colour or Colour.YELLOW)
                shown.append(Highlight(thing.id, *place, colour, quote.exact, thing.words))
            elif self._is_gone.get(key):
                gone.add(thing.uid)
        return shown, frozenset(gone)

    def _place_of(self, thing: Thing, quote: Quote, page: Page) -> Range | None:
        """Where a highlight is on the screen; None also for one that only the short form leaves out."""
        place = self._text().find(quote, thing.spot.section)
        if place is None:
            known = self._is_gone[(thing.spot, quote)] = is_gone(thing, page)
            return None if known else self._text().find_alone(quote, thing.spot.section)
        return place

    def _text(self) -> Quotable:
        if self._quotable is None:
            self._quotable = Quotable(self._view.contents())
        return self._quotable

    def _note_words(self, note: Thing | None) -> str:
        return "" if note is None else self.tr("Your note: {words}").format(words=shortened(note.words))

    def _gone_words(self, page: Page, gone: frozenset[str]) -> str:
        """What is told, the first time, of highlights that the page has no longer, in whatever form."""
        here = str(page.topic.id)
        before = self._gone_here[1] if self._gone_here[0] == here else frozenset()
        self._gone_here = here, before | (gone - self._told_gone)
        told = self._gone_here[1] & gone
        self._told_gone |= gone
        if not told:
            return ""
        if len(told) == 1:
            return self.tr("1 highlight is no longer on this page. Its words are kept in My notes and marks.")
        return self.tr(
            "{n} highlights are no longer on this page. Their words are kept in My notes and marks.",
            None,
            len(told),
        ).format(n=len(told))

    @Slot()
    def _on_line_closed(self) -> None:
        """Who closed the line of what is gone is not told again."""
        self._gone_here = self._gone_here[0], frozenset()
        self._reader.setFocus()

    # --- highlighting

    def highlight(self, colour: Colour) -> None:
        """Highlight the words that are selected, or give another colour to the highlight that is reached.

        A selection that reaches beyond highlights it touches takes them in: there is one then, with all
        their notes.
        """
        cursor = self._view.textCursor()
        if not cursor.hasSelection():
            self._colour_reached(colour)
            return
        start, end = cursor.selectionStart(), cursor.selectionEnd()
        around = self._view.highlights.around(start, end)
        if around is not None:
            self._colour(around.id, colour)
        elif not self._make(start, end, colour):
            self.said.emit(self.tr("Nothing that is selected can be highlighted. Select words of the text."))
            return
        self._view.focus_link_at(-1)
        self._view.walk.stand_at(end)  # the ground is seen without the selection over it

    def _colour_reached(self, colour: Colour) -> None:
        reached = self._view.mark_here()
        if reached is not None:
            self._colour(reached.id, colour)
            return
        self.said.emit(self.tr("Select words on the page first. With F7 the arrow keys move a text cursor."))

    def _make(self, start: int, end: int, colour: Colour) -> bool:
        """Highlight what stands between two positions; whether anything does that can be."""
        page, touching = self._reader.page(), self._view.highlights.touching(start, end)
        start = min([start, *(one.start for one in touching)])
        end = max([end, *(one.end for one in touching)])
        text = self._text()
        quote = text.quote(start, end)
        if page is None or quote is None:
            return False
        section = text.section_at(text.first_from(start))
        spot = spot_of(page, section)
        before = [thing for one in touching if (thing := self._things.get(ThingId(one.id))) is not None]
        notes = "\n\n".join(thing.words for thing in before if thing.words)
        made = self._things.highlight(spot, quote, colour, notes)
        folder = next((thing.folder for thing in before if thing.folder is not None), None)
        if folder is not None:
            self._things.lay([made.id], folder)
        self._things.delete([thing.id for thing in before])
        self._say(self.words.highlighted(colour, quote.exact))
        return True

    def _colour(self, id: int, colour: Colour) -> None:
        thing = self._things.get(ThingId(id))
        if thing is None or thing.quote is None:
            return
        self._things.colour(thing.id, colour)
        self._say(self.words.highlighted(colour, thing.quote.exact))

    def _say(self, words: str) -> None:
        self.changed.emit()
        self.said.emit(words)

    @Slot(int)
    def delete(self, id: int) -> None:
        """Delete a highlight; it can be had back."""
        thing = self._things.get(ThingId(id))
        if thing is None:
            return
        removed = self._things.delete([thing.id])
        self.changed.emit()
        self._offer(self.tr("Highlight deleted"), partial(self._restore, removed))

    def _restore(self, removed: Removed) -> None:
        self._things.restore(removed)
        self.changed.emit()

    # --- cards

    @Slot(int, QRect)
    def open_card(self, id: int, place: QRect) -> None:
        """Show the card of a highlight beside its words."""
        thing = self._things.get(ThingId(id))
        if thing is None or thing.quote is None:
            return
        content = self.words.highlight_card(thing.quote.exact, thing.edition)
        card = self._card(content, thing.words, int(thing.colour or Colour.YELLOW))
        card.colour_chosen.connect(partial(self._on_colour, thing.id))
        card.words_changed.connect(partial(self._on_words, card, thing))
        card.action_chosen.connect(partial(self._on_action, thing))
        self._reader.show_card(card, place)

    @Slot()
    def open_note(self) -> None:
        """Show the note on the topic, or an empty card for one."""
        page = self._reader.page()
        if page is None:
            return
        kept = self._note_on(page)
        content = self.words.note_card(page.topic.title, is_kept=kept is not None)
        card = self._card(content, "" if kept is None else kept.words, 0)
        note = TopicNote(card, self._things, spot_of(page, None), kept)
        note.wrote.connect(partial(self._wrote, card))
        note.removed.connect(self._on_note_removed)
        card.action_chosen.connect(partial(self._on_note_action, note))
        corner = self._view.viewport().mapToGlobal(QPoint(self._view.margin_width(), 0))
        self._reader.show_card(card, QRect(corner, QSize(1, 8)))

    def _on_note_action(self, note: TopicNote, _name: str) -> None:
        note.empty()
        self._reader.close_card()

    @Slot(object)
    def _on_note_removed(self, removed: Removed) -> None:
        self.changed.emit()
        self._offer(self.tr("Note deleted"), partial(self._restore, removed))

    def _card(self, content: CardContent, words: str, colour: int) -> MarkCard:
        return MarkCard(content, words, colour, self._appearance.look, self._icons, self._reader.window())

    def _note_on(self, page: Page) -> Thing | None:
        return note_among(self._things.on_page(str(TopicAddress(page.topic.id))))

    def _on_colour(self, id: ThingId, colour: int) -> None:
        self._colour(id, Colour(colour))

    def _on_words(self, card: MarkCard, thing: Thing, words: str) -> None:
        if self._things.get(thing.id) is None:  # deleted elsewhere: who writes on wants to keep it
            self._things.restore(Removed(things=(thing,)))
        self._things.write(thing.id, words)
        self._wrote(card)

    def _wrote(self, card: MarkCard) -> None:
        self.changed.emit()
        trouble = self._things.trouble()
        words = self.tr("Saved") if trouble is None else " ".join(words_of(trouble))
        card.note.set_kept(kept=trouble is None, words=words)

    def _on_action(self, thing: Thing, name: str) -> None:
        if name == "copy" and thing.quote is not None:
            QGuiApplication.clipboard().setText(thing.quote.exact)
            self.said.emit(self.tr("Words copied"))
        elif name == "delete":
            self._reader.close_card()
            self.delete(thing.id)


def note_among(things: Iterable[Thing]) -> Thing | None:
    """The note on a whole topic among the things on its page; None if there is none."""
    return next((t for t in things if t.kind is Kind.NOTE and t.spot.section is None), None)


def spot_of(page: Page, section: str | None) -> Spot:
    """A place on `page`; None is all of it."""
    titles = {str(each.id): each.title for each in page.sections}
    return Spot(
        page=str(TopicAddress(page.topic.id)),
        audience=page.audience,
        title=page.topic.title,
        section=section,
        section_title="" if section is None else titles.get(section, ""),
    )
