"""What the search fields, the results and the keys of searching do; made once the first page is painted."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Slot
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow

from crmo_desktop.gui.actions import ActionTable, connect
from crmo_desktop.gui.navigator import Navigator
from crmo_desktop.gui.pages.stack import PageStack
from crmo_desktop.gui.widgets.focus import FocusBefore
from crmo_desktop.gui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from crmo_desktop.gui.pages.search_results import SearchPage
    from crmo_desktop.services.lately import RecentSearches


class SearchCommands(QObject):
    """What the search fields, the results and the keys of searching do."""

    def __init__(
        self,
        window: QMainWindow,
        table: ActionTable,
        navigator: Navigator,
        stack: PageStack,
        field: SearchField,
        make_recent: "Callable[[], RecentSearches]",
        focus_page: Callable[[], None],
        say: Callable[[str], None],
    ) -> None:
        """Connect the fields and actions.

        Args:
            window: that it is in.
            table: the actions.
            navigator: searches.
            stack: the pages; the start page has a field of its own.
            field: the toolbar's.
            make_recent: called when recent searches are first needed.
            focus_page: puts the keyboard into what is shown.
            say: tells something that was done.
        """
        super().__init__(window)
        self._window, self._table, self._navigator, self._stack = window, table, navigator, stack
        self._field, self._home_field = field, stack.home.search
        self._make_recent, self._focus_page, self._say = make_recent, focus_page, say
        self._recent: RecentSearches | None = None
        self._before = FocusBefore()
        self.escape: Callable[[], bool] | None = (
            None  # closes what was opened last, the results or something else
        )
        for one in (self._field, self._home_field):
            one.query_changed.connect(navigator.type_query)
            one.submitted.connect(self._on_submitted)
            one.moved_down.connect(self._on_moved_down)
            one.recent_wanted.connect(self._on_recent_wanted)
            one.left.connect(self._on_left)
        navigator.used.connect(self._on_used)
        connect(
            table,
            {"search": self.start, "beside": self.look_beside, "find_everywhere": self.find_everywhere},
        )

    def connect_results(self, results: "SearchPage") -> None:
        """Have the page of results, which comes with the first search, do what it says."""
        results.hit_chosen.connect(self._navigator.open_hit)
        results.hit_chosen.connect(self._before.forget)
        results.query_wanted.connect(self._navigator.search_for)
        results.completion_chosen.connect(self._on_completion_chosen)
        results.everything_wanted.connect(self.find_everywhere)
        results.typing_wanted.connect(self._field.setFocus)
        results.left.connect(self._on_left)
        results.said.connect(self._say)
        results.filters_wanted.connect(self._table["left_pane"].trigger)
        results.filters.results_wanted.connect(self._on_filtered)
        results.nothing.address_chosen.connect(self._navigator.go_to_text)
        results.nothing.kept_wanted.connect(self._table["kept_questions"].trigger)
        results.filters.forget_wanted.connect(self._on_forget_wanted)
        results.filters.set_lately(self.recent.offered())

    @property
    def recent(self) -> "RecentSearches":
        """What was searched for lately."""
        if self._recent is None:
            self._recent = self._make_recent()
        return self._recent

    def offer_recent(self) -> None:
        """Tell wherever recent searches are offered which there are."""
        queries = self.recent.offered()
        for field in (self._field, self._home_field):
            field.set_recent_offered(bool(queries))
        if self._stack.has_results():
            self._stack.results.filters.set_lately(queries)

    def follow(self) -> None:
        """Show in the fields what is shown below them."""
        query, typed = self._navigator.query(), self._home_field.text()
        if self._navigator.is_home():
            self._field.set_query("")
            return
        self._home_field.set_query("")
        if typed and query and query == self._navigator.typed():
            self._field.carry_on(
                typed, query
            )  # with what was typed since, and the blank before the next word
            self._field.setFocus()
        elif self._field.text().strip() != query and not self._field.hasFocus():
            self._field.set_query(query)

    @Slot()
    def start(self) -> None:
        """Put the cursor into the search field that is there."""
        field = self._home_field if self._navigator.is_home() else self._field
        if not self._navigator.query():
            self._before.remember(field)
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    @Slot()
    def leave(self) -> None:
        """Give the page back as it was."""
        self._navigator.leave_search()
        for field in (self._field, self._home_field):
            field.set_query("")
        if not self._before.give_back():
            self._focus_page()

    @Slot()
    def _on_left(self) -> None:
        """Escape in a field or in the results."""
        if self.escape is None or not self.escape():
            self.leave()

    @Slot()
    def look_beside(self) -> None:
        """Put the keyboard into what stands beside the row chosen, or can."""
        if self._stack.is_searching():
            self._stack.results.look_beside()
        elif self._stack.is_mine():
            self._stack.mine.look_beside()

    @Slot()
    def find_everywhere(self) -> None:
        """Show on one page all that is found for what is typed or shown; else ask for words."""
        field = self._home_field if self._navigator.is_home() else self._field
        query = field.text().strip() or self._navigator.query()
        if query:
            field.set_query(field.text())  # what was typed last need not be reported any more
            self._navigator.list_all(query)
            self._on_used(query)
        else:
            self.start()
            action = self._table["find_everywhere"]
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            words = keys or action.text().replace("&", "")
            self._say(self.tr("Type what to find, then press {keys}").format(keys=words))

    @Slot()
    def _on_submitted(self) -> None:
        self._before.forget()
        self._navigator.open_first_hit(_query_in(self.sender()))

    @Slot()
    def _on_moved_down(self) -> None:
        self._navigator.enter_results(_query_in(self.sender()))

    @Slot()
    def _on_filtered(self) -> None:
        """Enter in the filter: on to the results, from which a drawer goes away."""
        if not self._stack.results.has_filters_beside():
            self._table["left_pane"].trigger()
        self._stack.results.enter()

    @Slot(str)
    def _on_completion_chosen(self, word: str) -> None:
        self._field.complete(word)
        self._field.setFocus()

    @Slot(str)
    def _on_used(self, query: str) -> None:
        self.recent.note(query)
        self.offer_recent()

    @Slot()
    def _on_recent_wanted(self) -> None:
        from crmo_desktop.gui.widgets.recent_menu import RecentMenu  # a start offers none

        field, queries = self.sender(), self.recent.offered()
        if queries and isinstance(field, SearchField):
            menu = RecentMenu(queries, field)
            menu.query_chosen.connect(field.enter_query)
            menu.forget_wanted.connect(self._on_forget_wanted)
            menu.open_below()

    @Slot()
    def _on_forget_wanted(self) -> None:
        self.recent.forget_all()
        self.offer_recent()
        self._say(self.tr("Recent searches forgotten"))


def _query_in(field: QObject) -> str:
    return field.text().strip() if isinstance(field, SearchField) else ""
