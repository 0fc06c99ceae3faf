"""Which page the window shows: follows addresses, searches while the reader types, goes back and forward."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.content import TopicEntry
from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.identifiers import Address, HomeAddress, SearchAddress, TopicAddress, parse_address
from crmo_desktop.gui.announcing import announce
from crmo_desktop.gui.pages.home_cards import LastRead
from crmo_desktop.gui.pages.stack import PageStack
from crmo_desktop.services.journal import Journal
from crmo_desktop.services.navigation import Stop, Trail
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.services.searching import SearchingService

HITS_SHOWN = 30

if TYPE_CHECKING:
    from crmo_desktop.domain.search import SearchHit


class Navigator(QObject):
    """Keeps the trail and shows its stops; while the reader types, the results lie over the stop shown."""

    arrived = Signal(str)  # the title of what is shown now
    failed = Signal(object)  # a UserError
    audience_changed = Signal(object)  # an Audience

    def __init__(
        self,
        reading: ReadingService,
        searching: SearchingService,
        journal: Journal,
        stack: PageStack,
        audience: Audience,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._reading, self._searching, self._journal = reading, searching, journal
        self._stack = stack
        self._audience = audience
        self._typing = ""
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
        if self._typing:
            return self._typing
        here = self.trail.here.address
        return here.query if isinstance(here, SearchAddress) else ""

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
        return here

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
            self._check(address)
        except UserError as error:
            self.failed.emit(error)
            return
        self._note_place()
        if self._typing:
            self.trail.go(SearchAddress(self._typing))
            self._typing = ""
        self.trail.go(address)
        self._show(self.trail.here, at_place=False)

    def show_home(self) -> None:
        """Show the start page as the first stop."""
        self._show(self.trail.here, at_place=False)

    def open_first(self, address: Address) -> None:
        """Show `address` as the first page of the window; the start page, and why, where that cannot be."""
        try:
            self._check(address)
        except UserError as error:
            self.show_home()
            self.failed.emit(error)
            return
        self.go(address)

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
        here = self.trail.here
        if self._typing:
            self._show_results(self._typing)
        elif isinstance(here.address, TopicAddress):
            section = self._stack.reader.view.section()
            self._show_topic(TopicAddress(here.address.topic))
            if section:
                self._stack.reader.view.show_section(section)
        elif isinstance(here.address, SearchAddress):
            self._show_results(here.address.query)

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
        names = [name for name, _ in self._stack.reader.outline()]
        if self.topic() is None or not names:
            return
        here = self._stack.reader.view.section()
        place = names.index(here) if here in names else -1
        target = min(max(place + step, 0), len(names) - 1)
        self._stack.reader.show_section(names[target])

    # --- searching

    @Slot(str)
    def search_for(self, query: str) -> None:
        """Search as a stop of its own."""
        self.go(SearchAddress(query))

    def type_query(self, query: str) -> None:
        """Show what `query` finds over the page shown; an empty query gives the page back."""
        if not query:
            self.leave_search()
            return
        self._note_place()
        self._typing = query
        self._show_results(query)

    @Slot()
    def leave_search(self) -> None:
        """Give the page back as it was."""
        if self._typing:
            self._typing = ""
            self._show(self.trail.here, at_place=True, again=True)
        elif isinstance(self.trail.here.address, SearchAddress):
            self.back()

    def open_first_hit(self) -> None:
        """Open the hit chosen in the list, the first if none was."""
        hit = self._stack.results.current_hit() if self._stack.is_searching() else None
        if hit is not None:
            self.open_hit(hit)

    def _show_results(self, query: str) -> None:
        answer = self._searching.search(query, audience=self._audience, limit=HITS_SHOWN)
        self._stack.results.show_answer(answer, self._audience)
        self._stack.setCurrentWidget(self._stack.results)
        announce(self._stack.results, self._stack.results.summary())
        self.arrived.emit(self.tr("Search: {query}").format(query=query))

    @Slot(object)
    def open_hit(self, hit: "SearchHit") -> None:
        """Open the passage that a search found, with the words marked."""
        if hit.audience is not self._audience and not hit.is_help:
            self._audience = hit.audience
            self.audience_changed.emit(hit.audience)
        words = [hit.excerpt[start : start + length] for start, length in hit.marks]
        self.go(TopicAddress(hit.topic, hit.section))
        self._stack.reader.mark_words(words)
        self._stack.reader.view.setFocus()

    # --- within

    @Slot(object, object)
    def choose_from_home(self, address: Address, audience: Audience | None) -> None:
        """Go where the start page leads; its doors also say for whom."""
        if audience is not None and audience is not self._audience:
            self._audience = audience
            self.audience_changed.emit(audience)
        self.go(address)

    def _check(self, address: Address) -> None:
        if isinstance(address, TopicAddress):
            self._reading.entry(address.topic)

    def _note_place(self) -> None:
        if self._stack.is_reading() and isinstance(self.trail.here.address, TopicAddress):
            place = self._stack.reader.view.place()
            self.trail.note(place=place)
            page = self._stack.reader.page()
            if page is not None:
                self._journal.left(page, place)

    def _show(self, stop: Stop, *, at_place: bool, again: bool = False) -> None:
        match stop.address:
            case HomeAddress():
                self._stack.home.set_recent(self._recent())
                self._stack.setCurrentWidget(self._stack.home)
                self._arrived(self.tr("Start page"))
            case SearchAddress(query):
                self._show_results(query)
            case TopicAddress() as address:
                page = self._stack.reader.page()
                if (
                    again
                    and page is not None
                    and page.topic.id == address.topic
                    and page.audience is self._audience
                ):
                    self._stack.setCurrentWidget(self._stack.reader)
                    self._arrived(page.topic.title)
                else:
                    self._show_topic(address)
                if at_place:
                    self._stack.reader.view.set_place(stop.place)

    def _show_topic(self, address: TopicAddress) -> None:
        page = self._reading.page(address.topic, self._audience)
        self._stack.setCurrentWidget(self._stack.reader)
        self._stack.reader.show_page(page, self._audience)
        self._journal.visited(page)
        self._arrived(page.topic.title)
        if address.section and not self._stack.reader.view.show_section(address.section):
            error = UserError(
                "“{title}” has no section “{section}” here.",
                hint="The page is shown from its beginning.",
                title=page.topic.title,
                section=address.section,
            )
            self.failed.emit(error)

    def _recent(self) -> list[LastRead]:
        return [
            LastRead(page.address, page.title, self._when(page.days_ago))
            for page in self._journal.recent_pages()
        ]

    def _when(self, days: int) -> str:
        if days == 0:
            return self.tr("today")
        return self.tr("yesterday") if days == 1 else self.tr("{n} days ago").format(n=days)

    def _arrived(self, title: str) -> None:
        self.trail.note(title=title)
        self.arrived.emit(title)
