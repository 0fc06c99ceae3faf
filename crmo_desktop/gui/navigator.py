"""Which page the window shows: follows addresses, searches while the reader types, goes back and forward."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal, Slot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.content import TopicEntry
from crmo_desktop.domain.errors import UnknownSectionError, UserError
from crmo_desktop.domain.identifiers import (
    Address,
    HomeAddress,
    OwnAddress,
    PictureAddress,
    SearchAddress,
    TopicAddress,
    parse_address,
)
from crmo_desktop.gui.announcing import announce
from crmo_desktop.gui.pages.last_read import LastReadWords
from crmo_desktop.gui.pages.stack import PageStack
from crmo_desktop.gui.pages.visits import Visits
from crmo_desktop.services.journal import Journal
from crmo_desktop.services.navigation import EverythingAddress, Stop, Trail
from crmo_desktop.services.reading import ReadingService

HITS_FOUND: Final = 100  # counted by chapter; the list shows the best of them
HITS_ON_ONE_PAGE: Final = 1000  # as many as the command line gives at most

# What the reader pressed before the results were there that it was meant for.
_ENTER: Final = "Enter"
_DOWN: Final = "Down"

if TYPE_CHECKING:  # a start searches nothing
    from collections.abc import Callable

    from crmo_desktop.domain.search import SearchHit
    from crmo_desktop.gui.pages.inquiry import Inquiry
    from crmo_desktop.services.finding import Finder, Finding


class Navigator(QObject):
    """Keeps the trail and shows its stops; while the reader types, the results lie over the stop shown.

    Results come when they are found; until then whatever is shown stays as it is.
    """

    arrived = Signal(str)  # the title of what is shown now
    failed = Signal(object)  # a UserError
    audience_changed = Signal(object)  # an Audience
    used = Signal(str)  # a query that was of use: a hit was opened, or all were listed

    def __init__(
        self,
        reading: ReadingService,
        make_finder: "Callable[[], Finder]",
        journal: Journal,
        stack: PageStack,
        audience: Audience,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._reading, self._journal = reading, journal
        self._stack, self._audience = stack, audience
        self._visits = Visits(reading, journal, stack)
        self._typing = ""  # the query typed over the stop; its results may still be looked for
        self._asked = SearchAddress("")  # what is looked for, or was looked for last
        self._found: SearchAddress | None = None  # what the results page or the one of all passages shows
        self._wish, self._place = "", 0.0  # and where to stand in what is looked for, 0 to 1
        self._last_read = LastReadWords(self)
        self._make_finder = make_finder
        self._made: Inquiry | None = None
        self.trail = Trail()

    # --- what is shown

    @property
    def audience(self) -> Audience:
        """For whom pages are shown."""
        return self._audience

    def topic(self) -> TopicEntry | None:
        """The topic that is on the screen."""
        page = self._stack.reader.page() if self._stack.is_reading() else None
        return None if page is None else page.topic

    def query(self) -> str:
        """The query whose results are on the screen; "" when none are."""
        is_shown = self._stack.is_searching() or self._stack.is_listing()
        return self._found.query if is_shown and self._found is not None else ""

    def typed(self) -> str:
        """The query that was typed over the page; its results may not be there yet."""
        return self._typing

    def is_home(self) -> bool:
        """Whether the start page is on the screen."""
        return self._stack.is_home()

    def address(self) -> Address:
        """The address of what is on the screen, down to the section being read."""
        if self._typing:
            return SearchAddress(self._typing)
        here = self.trail.here.address
        if isinstance(here, TopicAddress):
            section = self._stack.reader.view.section()
            return parse_address(f"{here.topic}#{section}") if section else TopicAddress(here.topic)
        if isinstance(here, (PictureAddress, OwnAddress)):
            return self._visits.address(here)
        return SearchAddress(here.query) if isinstance(here, SearchAddress) else here

    # --- going somewhere

    @Slot(str)
    def go_to_text(self, text: str) -> None:
        """Go to the address that `text` writes; says so where it is none."""
        try:
            self.go(parse_address(text))
        except UserError as error:
            self.failed.emit(error)

    def go(self, address: Address) -> None:
        """Show `address` as a new stop; where that cannot be, nothing changes and `failed` tells why."""
        try:
            self._visits.check(address)
        except UserError as error:
            self.failed.emit(error)
            return
        self._note_place()
        self._end_typing()
        self.trail.go(address)
        self._show(self.trail.here, at_place=False)

    def show_home(self) -> None:
        """Show the start page as the first stop."""
        self._show(self.trail.here, at_place=False)

    def open_first(self, address: Address) -> None:
        """Show `address` as the first page of the window; the start page, and why, where that cannot be."""
        try:
            self._visits.check(address)
        except UserError as error:
            self.show_home()
            self.failed.emit(error)
            return
        self.go(address)
        if self.is_waiting():
            self._inquiry.finish()  # nobody types yet, and the first paint should show what was asked for

    def back(self, steps: int = 1) -> None:
        """Go back; from results that lie over a page, to that page."""
        if self._typing:
            self.leave_search()
            return
        self._note_place()
        if (stop := self.trail.back(steps)) is not None:
            self._show(stop, at_place=True)

    def forward(self, steps: int = 1) -> None:
        """Go forward again."""
        self._note_place()
        if (stop := self.trail.forward(steps)) is not None:
            self._show(stop, at_place=True)

    def set_audience(self, audience: Audience) -> None:
        """Show what is on the screen in the words for `audience`; a topic stays at its section."""
        if audience is self._audience:
            return
        self._audience = audience
        self.audience_changed.emit(audience)
        here = self.trail.here.address
        if self._typing:
            self._ask(SearchAddress(self._typing))
        elif isinstance(here, TopicAddress):
            section = self._stack.reader.view.section()
            self._show_topic(TopicAddress(here.topic))
            if section:
                self._stack.reader.view.show_section(section)
        elif isinstance(here, PictureAddress):
            self._visits.pictures.set_audience(audience)
        elif isinstance(here, SearchAddress):
            self._ask(here)

    def step_topic(self, step: int) -> None:
        """The topic before (-1) or after (1) the one shown."""
        topic = self.topic()
        if topic is None:
            return
        before, after = self._reading.neighbours(topic.id)
        target = after if step > 0 else before
        if target is not None:
            self.go(TopicAddress(target.id))

    def step_section(self, step: int) -> None:
        """The section before (-1) or after (1) the one being read."""
        if self.topic() is not None:
            self._stack.reader.step_section(step)

    # --- searching

    @Slot(str)
    def search_for(self, query: str) -> None:
        """Search as a stop of its own."""
        self.go(SearchAddress(query))

    def list_all(self, query: str) -> None:
        """Show all that `query` finds on one page."""
        self.go(EverythingAddress(query))

    def type_query(self, query: str) -> None:
        """Look for `query`, and show what it finds over the page shown; an empty one gives the page back."""
        if not query:
            self.leave_search()
            return
        self._note_place()
        self._typing = query
        self._ask(SearchAddress(query))

    @Slot()
    def leave_search(self) -> None:
        """Give the page back as it was, whatever is found later."""
        if self._typing:
            self._typing = ""
            self._show(self.trail.here, at_place=True, again=True)
        elif isinstance(self.trail.here.address, SearchAddress):
            self.back()

    def open_first_hit(self, typed: str = "") -> None:
        """Open the hit chosen, which may still be looked for; without results search for `typed`."""
        if self.is_waiting():
            self._wish = _ENTER
        elif self._stack.is_searching():
            hit = self._stack.results.current_hit()
            if hit is not None:
                self.open_hit(hit)
        elif typed:
            self.type_query(typed)

    def enter_results(self, typed: str = "") -> None:
        """Go into the list, which may still be looked for; without results search for `typed`."""
        if self.is_waiting():
            self._wish = _DOWN
        elif self._stack.is_searching():
            self._stack.results.enter()
        elif typed:
            self.type_query(typed)
            self._wish = _DOWN

    def is_waiting(self) -> bool:
        """Whether results are still looked for."""
        return self._made is not None and self._made.is_waiting()

    def close(self) -> None:
        """End the searching that is under way."""
        if self._made is not None:
            self._made.close()
            self._made = None

    @property
    def _inquiry(self) -> "Inquiry":
        if self._made is None:
            from crmo_desktop.gui.pages.inquiry import Inquiry

            self._made = Inquiry(self._make_finder(), self)
            self._made.answered.connect(self._on_answered)
        return self._made

    def _ask(self, address: SearchAddress, *, place: float = 0.0) -> None:
        self._asked, self._wish, self._place = address, "", place
        limit = HITS_ON_ONE_PAGE if isinstance(address, EverythingAddress) else HITS_FOUND
        self._inquiry.ask(address.query, audience=self._audience, limit=limit)

    @Slot(object)
    def _on_answered(self, finding: "Finding") -> None:
        wish, self._wish = self._wish, ""
        self._found = self._asked
        if isinstance(self._asked, EverythingAddress):
            self._show_passages(finding)
            return
        results = self._stack.results
        results.show_finding(finding)
        results.set_place(self._place)
        hit = results.current_hit()
        if wish == _ENTER and hit is not None:
            self.open_hit(hit)
            return
        has_lost_keyboard = self._stack.bring_up(results)
        if wish == _DOWN or (has_lost_keyboard and not self._typing):  # who types goes on in the toolbar
            results.enter()
        announce(results, results.spoken())
        self._arrived(self._title_of(self._asked), is_stop=not self._typing)

    def _show_passages(self, finding: "Finding") -> None:
        passages = self._stack.passages
        passages.show_finding(finding, self._stack.results.chosen_filter())
        if self._stack.bring_up(passages):
            passages.setFocus()
        passages.view.set_place(self._place)
        self._arrived(passages.title())

    def _title_of(self, address: SearchAddress) -> str:
        from crmo_desktop.gui.pages.inquiry import shortened

        return self.tr("Search: {query}").format(query=shortened(address.query))

    def _end_typing(self) -> None:
        """What was typed becomes a stop, if its results are shown or were opened without being shown."""
        found, typed, self._typing = self._found, self._typing, ""
        if typed and found is not None and (self._stack.is_searching() or found.query == typed):
            self.trail.go(found)
            self.trail.note(title=self._title_of(found), place=self._stack.results.place())

    @Slot(object)
    def open_hit(self, hit: "SearchHit") -> None:
        """Open the passage that a search found, with the words marked."""
        if hit.audience is not self._audience and not hit.is_help:
            self._audience = hit.audience
            self.audience_changed.emit(hit.audience)
        if self._found is not None:
            self.used.emit(self._found.query)
        words = [hit.excerpt[start : start + length] for start, length in hit.marks]
        self.go(TopicAddress(hit.topic, hit.section))
        self._stack.reader.finding.mark_words(words)
        self._stack.reader.view.setFocus()

    @Slot(str)
    def open_passage(self, text: str) -> None:
        """Open what a link on the page of all passages leads to."""
        hit = self._stack.passages.hit_at(text)
        if hit is None:
            self.go_to_text(text)
        else:
            self.open_hit(hit)

    # --- within

    @Slot(object, object)
    def choose_from_home(self, address: Address, audience: Audience | None) -> None:
        """Go where the start page leads; its doors also say for whom."""
        if audience is not None and audience is not self._audience:
            self._audience = audience
            self.audience_changed.emit(audience)
        self.go(address)

    def _note_place(self) -> None:
        here = self.trail.here.address
        if self._stack.is_reading() and isinstance(here, TopicAddress):
            place = self._stack.reader.view.place()
            self.trail.note(place=place)
            page = self._stack.reader.page()
            if page is not None:
                self._journal.left(page, place)
        elif self._stack.is_listing() and isinstance(here, EverythingAddress):
            self.trail.note(place=self._stack.passages.view.place())
        elif self._stack.is_searching() and self._found == here:
            self.trail.note(place=self._stack.results.place())
        elif isinstance(here, (PictureAddress, OwnAddress)):
            self.trail.note(seen=self._visits.seen(here))

    def _show(self, stop: Stop, *, at_place: bool, again: bool = False) -> None:
        if self._made is not None:
            self._made.forget()
        match stop.address:
            case HomeAddress():
                self._stack.home.set_recent(self._last_read.words_for(self._journal.recent_pages()))
                self._stack.setCurrentWidget(self._stack.home)
                self._arrived(self.tr("Start page"))
            case SearchAddress() as address:
                self._ask(address, place=stop.place if at_place else 0.0)
            case PictureAddress() | OwnAddress() as address:
                self._arrived(self._visits.show(address, self._audience, stop.seen if at_place else None))
            case TopicAddress() as address:
                page = self._stack.reader.page_of(address.topic, self._audience) if again else None
                if page is not None:
                    self._stack.setCurrentWidget(self._stack.reader)
                    self._arrived(page.topic.title)
                    return  # it stands where it stood
                self._show_topic(address)
                if at_place:
                    self._stack.reader.return_to(stop.place)

    def _show_topic(self, address: TopicAddress) -> None:
        page = self._reading.page(address.topic, self._audience)
        self._stack.setCurrentWidget(self._stack.reader)
        self._stack.reader.show_page(page, self._audience)
        self._journal.visited(page)
        self._arrived(page.topic.title)
        if address.section and not self._stack.reader.reach(address.section):
            self.failed.emit(UnknownSectionError(page.topic.title, address.section))

    def _arrived(self, title: str, *, is_stop: bool = True) -> None:
        if is_stop:
            self.trail.note(title=title)
        self.arrived.emit(title)
