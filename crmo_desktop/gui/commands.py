"""What the actions of the table do: each is a word to the navigator, the page, the look or a dialog."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QMainWindow, QMenu, QTextEdit, QWidget

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import HomeAddress, TopicAddress, TopicId
from crmo_desktop.gui.actions import OF_A_TOPIC, ActionTable, add_after
from crmo_desktop.gui.navigator import Navigator
from crmo_desktop.gui.pages.stack import PageStack
from crmo_desktop.gui.theme import NAMES, SYSTEM, Appearance
from crmo_desktop.gui.widgets.search_field import SearchField
from crmo_desktop.gui.widgets.toolbar import Toolbar
from crmo_desktop.gui.window_parts import Dialogs
from crmo_desktop.services.navigation import Stop
from crmo_desktop.services.preferences import Preferences

if TYPE_CHECKING:
    from crmo_desktop.gui.pages.search_results import SearchPage
    from crmo_desktop.services.lately import RecentSearches

GUIDE: Final = TopicId("help-start")


class Commands(QObject):
    """Connects the actions that need no more of the window than that it is one."""

    def __init__(
        self,
        window: QMainWindow,
        table: ActionTable,
        navigator: Navigator,
        stack: PageStack,
        dialogs: Dialogs,
        appearance: Appearance,
        preferences: Preferences,
        say: Callable[[str], None],
    ) -> None:
        """`say` tells something that was done."""
        super().__init__(window)
        self._window, self._table, self._navigator, self._stack = window, table, navigator, stack
        self._appearance, self._preferences, self._say = appearance, preferences, say
        go = navigator
        slots: dict[str, Callable[[], object]] = {
            "quit": window.close,
            "open_address": dialogs.ask_address,
            "copy": self.copy,
            "select_all": self.select_all,
            "copy_address": self.copy_address,
            "find": self.find,
            "find_next": partial(self.find_step, 1),
            "find_previous": partial(self.find_step, -1),
            "for_patient": partial(go.set_audience, Audience.PATIENT),
            "for_clinician": partial(go.set_audience, Audience.CLINICIAN),
            "larger": partial(self.zoom, 1),
            "smaller": partial(self.zoom, -1),
            "normal_size": partial(self.set_text_size, 100),
            "full_screen": self.full_screen,
            "back": go.back,
            "forward": go.forward,
            "home": partial(go.go, HomeAddress()),
            "next_topic": partial(go.step_topic, 1),
            "previous_topic": partial(go.step_topic, -1),
            "next_section": partial(go.step_section, 1),
            "previous_section": partial(go.step_section, -1),
            "guide": partial(go.go, TopicAddress(GUIDE)),
            "keys": dialogs.show_keys,
            "about": dialogs.show_about,
            "kept_questions": dialogs.show_kept_questions,
        }
        connect(table, slots)
        for name in (SYSTEM, *NAMES):
            action = table[f"theme_{name}"]
            action.setChecked(name == appearance.choice)
            action.triggered.connect(partial(self._set_theme, name))

    def enable(self) -> None:
        """Enable what can be done with what is shown now."""
        table, go, stack = self._table, self._navigator, self._stack
        table["back"].setEnabled(bool(go.trail.behind()) or bool(go.query()))
        table["forward"].setEnabled(bool(go.trail.ahead()))
        for name in OF_A_TOPIC:
            table[name].setEnabled(go.topic() is not None)
        table["find"].setEnabled(stack.text_page() is not None)
        table["beside"].setEnabled(stack.is_searching())

    def offer_history(self, toolbar: Toolbar) -> None:
        """Put the pages behind and those ahead into the Go menu and behind the toolbar's buttons."""
        go = self._navigator
        behind = HistoryMenu(self.tr("Back t&o"), go.trail.behind, go.back, self._window)
        ahead = HistoryMenu(self.tr("Forward &to"), go.trail.ahead, go.forward, self._window)
        toolbar.set_history(behind, ahead)
        add_after(self._window, self._table["home"], (behind, ahead))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The mouse's own back and forward buttons, whatever the pointer is on."""
        if event.type() != QEvent.Type.MouseButtonPress or not isinstance(event, QMouseEvent):
            return False
        if event.button() == Qt.MouseButton.BackButton:
            self._navigator.back()
        elif event.button() == Qt.MouseButton.ForwardButton:
            self._navigator.forward()
        else:
            return False
        return True

    def copy(self) -> None:
        """Copy what is selected where the keyboard is, else on the page."""
        focus = QApplication.focusWidget()
        if isinstance(focus, (QLineEdit, QTextEdit)):
            focus.copy()
        elif isinstance(focus, QLabel) and focus.hasSelectedText():
            QGuiApplication.clipboard().setText(focus.selectedText())
        elif (page := self._stack.text_page()) is not None:
            page.view.copy()

    def select_all(self) -> None:
        """Select all of the field where the keyboard is, else of the page."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QLineEdit):
            focus.selectAll()
        elif (page := self._stack.text_page()) is not None:
            page.view.selectAll()

    def copy_address(self) -> None:
        """Copy the address of what is shown, down to its section."""
        QGuiApplication.clipboard().setText(str(self._navigator.address()))
        self._say(self.tr("Address copied"))

    def find(self) -> None:
        """Open find in page where a page is."""
        if (page := self._stack.text_page()) is not None:
            page.open_find()

    def find_step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) match."""
        if (page := self._stack.text_page()) is not None:
            page.find_step(step)

    @Slot(int)
    def zoom(self, direction: int) -> None:
        """One step larger (1) or smaller (-1)."""
        self.set_text_size(self._appearance.next_size(direction))

    def set_text_size(self, per_cent: int) -> None:
        """Show text at this size, and remember it."""
        self._appearance.set_text_size(per_cent)
        self._preferences.text_size = self._appearance.text_size
        self._say(self.tr("Text {size}%").format(size=self._appearance.text_size))

    def full_screen(self) -> None:
        """Fill the screen, or leave it again."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _set_theme(self, name: str, _checked: bool = True) -> None:
        self._appearance.set_choice(name)
        self._preferences.theme = name


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
        for one in (self._field, self._home_field):
            one.query_changed.connect(navigator.type_query)
            one.submitted.connect(self._on_submitted)
            one.moved_down.connect(self._on_moved_down)
            one.recent_wanted.connect(self._on_recent_wanted)
            one.left.connect(self.leave)
        navigator.used.connect(self._on_used)
        connect(
            table,
            {"search": self.start, "beside": self.look_beside, "find_everywhere": self.find_everywhere},
        )

    def connect_results(self, results: "SearchPage") -> None:
        """Have the page of results, which comes with the first search, do what it says."""
        results.hit_chosen.connect(self._navigator.open_hit)
        results.query_wanted.connect(self._navigator.search_for)
        results.completion_chosen.connect(self._on_completion_chosen)
        results.everything_wanted.connect(self.find_everywhere)
        results.typing_wanted.connect(self._field.setFocus)
        results.left.connect(self.leave)
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
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        field.selectAll()

    @Slot()
    def leave(self) -> None:
        """Give the page back as it was."""
        self._navigator.leave_search()
        for field in (self._field, self._home_field):
            field.set_query("")
        self._focus_page()

    @Slot()
    def look_beside(self) -> None:
        """Put the keyboard into the preview of the hit chosen."""
        if self._stack.is_searching():
            self._stack.results.look_beside()

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
            self._say(self.tr("Type what to find, then press Ctrl+Shift+F"))

    @Slot()
    def _on_submitted(self) -> None:
        self._navigator.open_first_hit(_query_in(self.sender()))

    @Slot()
    def _on_moved_down(self) -> None:
        self._navigator.enter_results(_query_in(self.sender()))

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


class HistoryMenu(QMenu):
    """The stops behind or ahead, nearest first; filled when it is opened."""

    MOST = 12

    def __init__(
        self, title: str, stops: Callable[[], tuple[Stop, ...]], go: Callable[[int], None], parent: QWidget
    ) -> None:
        """`go` goes as many stops as it is told."""
        super().__init__(title, parent)
        self._stops, self._go = stops, go
        self.aboutToShow.connect(self._fill)

    @Slot()
    def _fill(self) -> None:
        self.clear()
        for number, stop in enumerate(self._stops()[: self.MOST], start=1):
            action = self.addAction((stop.title or str(stop.address)).replace("&", "&&"))
            action.triggered.connect(_without_arguments(partial(self._go, number)))
        if self.isEmpty():
            self.addAction(self.tr("Nothing yet")).setEnabled(False)


def connect(table: ActionTable, slots: dict[str, Callable[[], object]]) -> None:
    """Have each action call its slot; `triggered` also tells whether it is checked, which no slot asks."""
    for name, slot in slots.items():
        table[name].triggered.connect(_without_arguments(slot))


def _without_arguments(slot: Callable[[], object]) -> Callable[[bool], None]:
    def call(_checked: bool = False) -> None:
        slot()

    return call
