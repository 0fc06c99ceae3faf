"""The frame: menus, toolbar, panes, status bar; who has room, who has the keyboard. No content logic."""

from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.identifiers import Address, TopicAddress, TopicId
from crmo_desktop.gui.actions import ActionTable, connect, make_menus
from crmo_desktop.gui.arrangement import Arrangement, arrange
from crmo_desktop.gui.commands import Commands
from crmo_desktop.gui.desk import Desk
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.keyboard import Keyboard, Opened
from crmo_desktop.gui.late_commands import LateCommands
from crmo_desktop.gui.listening import Listening
from crmo_desktop.gui.navigator import Navigator
from crmo_desktop.gui.page_makers import PageMakers
from crmo_desktop.gui.pages.home import HomePage
from crmo_desktop.gui.pages.stack import PageStack
from crmo_desktop.gui.telling import Telling
from crmo_desktop.gui.theme import Appearance
from crmo_desktop.gui.widgets.focus import FocusBefore
from crmo_desktop.gui.widgets.notice import Notice
from crmo_desktop.gui.widgets.panes import Panes
from crmo_desktop.gui.widgets.status import StatusLine
from crmo_desktop.gui.widgets.toolbar import Toolbar
from crmo_desktop.gui.window_parts import Dialogs, Pins, WindowServices, keep_widths, kept_widths
from crmo_desktop.gui.window_sides import Sides, stacked, watch_own

if TYPE_CHECKING:
    from crmo_desktop.gui.own_signal import OwnSignal
    from crmo_desktop.gui.pages.reader import ReaderPage
    from crmo_desktop.gui.pages.search_results import SearchPage
    from crmo_desktop.gui.search_commands import SearchCommands
    from crmo_desktop.gui.undo import Undo
    from crmo_desktop.gui.widgets.outline_pane import OutlinePane
    from crmo_desktop.gui.widgets.topic_tree import TopicTree


class MainWindow(QMainWindow):
    """One window, from 1024x600 up."""

    def __init__(
        self, services: WindowServices, appearance: Appearance, icons: IconShelf, picture: str
    ) -> None:
        super().__init__()
        self._services, self._appearance, self._icons = services, appearance, icons
        self.reading, self.preferences = services.reading, services.preferences
        self._arrangement: Arrangement | None = None
        self._was_drawer, self._before_left = False, FocusBefore()
        self.setMinimumSize(640, 420)
        self.setAccessibleName(self.tr("CRMO Desktop"))
        self.table = ActionTable(self)
        self.notice = Notice(self)
        self._searching: SearchCommands | None = None
        self.home = HomePage(services.doors, services.questions, icons, picture, self)
        makers = self._makers = PageMakers(self, self, services, icons, appearance)
        made = makers.reader, makers.results, makers.passages, makers.picture, makers.mine
        self.pages = PageStack(self.home, *made, self)
        self.panes = Panes(self.pages, self)
        self.sides = Sides(self.reading, self.pages, self.panes, appearance, icons, self)
        self.navigator = Navigator(
            self.reading, services.make_finder, services.journal, self.pages, services.audience, self
        )
        self._pins = Pins(self.reading, self)
        self.dialogs = Dialogs(self, self.table, services, appearance)
        self.notice.answered.connect(self.dialogs.on_remedy)
        self._lay_out(*make_menus(self, self.table))
        self.telling = Telling(self.status, self.notice, self.dialogs.remedies, services.own_trouble, self)
        self._connect()
        self._connect_actions(appearance)
        self._check_audience(self.navigator.audience)

    def fill(self) -> None:
        """Make what the first paint does not wait for."""
        self.status.set_edition(self.reading.edition, is_overdue=self._services.is_overdue)
        self.tree.setVisible(self.sides.left() is self.tree)
        self.searching.offer_recent()
        self.late.begin()

    # --- building

    def has_narrow_tables(self) -> bool:
        """Whether there is so little room that wide tables are written as blocks."""
        return self._arrangement is not None and self._arrangement.narrow_tables

    @property
    def reader(self) -> "ReaderPage":
        """The page that shows a topic."""
        return self.pages.reader

    @property
    def results(self) -> "SearchPage":
        """The page that shows what a search found."""
        return self.pages.results

    @property
    def tree(self) -> "TopicTree":
        """The topics at the left; made once the first page is painted, or when first asked for."""
        return self.sides.tree

    @property
    def right(self) -> "OutlinePane":
        """The pane beside a topic; comes with the reader."""
        return self.sides.right

    @property
    def searching(self) -> "SearchCommands":
        """What fields, keys and results of searching do; made once the first page is painted."""
        if self._searching is None:
            from crmo_desktop.gui.search_commands import SearchCommands

            field, recent = self.toolbar.search, self._services.recent_searches
            self._searching = SearchCommands(
                self, self.table, self.navigator, self.pages, field, recent, self.focus_page, self.say
            )
            self._searching.escape = self.keyboard.escape
            self.keyboard.watch("results", Opened(self.navigator.query, self._searching.leave))
        return self._searching

    @cached_property
    def undo(self) -> "Undo":
        """What has deleted things back; made with the first deletion."""
        from crmo_desktop.gui.undo import Undo

        undo = Undo(
            self.panes, self.pages.middle, self.table["undo"], self._appearance, self._icons, self.telling
        )
        undo.toast.left.connect(self.focus_page)
        self.navigator.arrived.connect(undo.drop)
        self.keyboard.watch("undo", Opened(undo.toast.isVisible, undo.drop))
        undo.offered.connect(self.keyboard.note)
        return undo

    @cached_property
    def own_signal(self) -> "OwnSignal":
        """Tells that something of the reader's own has changed."""
        return watch_own(self._services.own, self)

    def _lay_out(self, folded: QMenu, audiences: QMenu) -> None:
        names = ("left_pane", "back", "forward", "home", "smaller", "larger", "bookmark", "print", "present")
        self.toolbar = Toolbar({name: self.table[name] for name in names}, audiences, folded, self)
        self.status = StatusLine(self)
        self.setCentralWidget(stacked(self.toolbar, self.notice, self.panes, self))
        self.setStatusBar(self.status)

    def _connect(self) -> None:
        self._appearance.changed.connect(self.set_look)
        self.navigator.arrived.connect(self._on_arrived)
        self.navigator.failed.connect(partial(self.show_error, passing=True))
        self.navigator.audience_changed.connect(self._on_audience_changed)
        self.notice.left.connect(self.focus_page)
        self.toolbar.audience_chosen.connect(self.navigator.set_audience)
        self.home.address_chosen.connect(self.navigator.choose_from_home)
        self.sides.topic_chosen.connect(self._on_topic_chosen)
        self.sides.section_chosen.connect(self._on_section_chosen)
        self.sides.address_chosen.connect(self.navigator.go_to_text)
        self.panes.moved.connect(self._on_panes_moved)
        self.panes.drawer_left.connect(self.table["left_pane"].trigger)

    def _connect_actions(self, appearance: Appearance) -> None:
        table, preferences = self.table, self.preferences
        self.commands = Commands(
            self, table, self.navigator, self.pages, self.dialogs, appearance, preferences, self.say
        )
        self.keyboard = self._make_keyboard()
        self.keyboard.answer(table)
        connect(table, {"left_pane": self._on_left_pane, "right_pane": self._on_right_pane})
        self.late = LateCommands(self._desk())
        self.keyboard.follow(*(table[name] for name in ("find", "left_pane", "full_screen")))
        self.listening = Listening(self, self, self._icons, appearance)
        self.commands.offer_history(self.toolbar)
        self.commands.name_keys(self.toolbar)
        self.dialogs.keys_changed.connect(partial(self.commands.name_keys, self.toolbar))
        self.commands.offer_guide(self.reading.has)
        table["left_pane"].setChecked(preferences.left_pane)
        table["right_pane"].setChecked(preferences.right_pane)

    def _desk(self) -> Desk:
        parts = self, self.table, self.navigator, self.pages, self.dialogs, self._services
        drawn = self._appearance, self._icons, self._makers.make_drawer
        return Desk(*parts, *drawn, self.say, self.show_error, partial(getattr, self, "undo"))

    # --- look and arrangement

    @Slot()
    def set_look(self) -> None:
        """Draw everything with the look that holds now."""
        look = self._appearance.look
        self.setStyleSheet(self._services.style_sheet(look))
        for part in (self.toolbar, self.notice, self.status):
            part.set_look(look, self._icons)
        self.sides.set_look()
        for page in self.pages.made():
            page.set_look(look)
        self._arrangement = None
        self._arrange()

    def _arrange(self) -> None:
        arrangement = arrange(self.width(), self._appearance.look)
        if arrangement == self._arrangement:
            return
        was_drawer, self._was_drawer = self._was_drawer, arrangement.left_is_drawer
        self._arrangement = arrangement
        self.menuBar().setVisible(not arrangement.menu_is_folded)
        self.toolbar.arrange(arrangement)
        self.status.set_short(arrangement.switch_is_menu)
        if arrangement.left_is_drawer and not was_drawer:
            self.table["left_pane"].setChecked(False)
        elif was_drawer and not arrangement.left_is_drawer:
            self.table["left_pane"].setChecked(self.preferences.left_pane)
        self._show_panes()

    def _show_panes(self) -> None:
        arrangement = self._arrangement
        if arrangement is None:
            return
        reading = self.navigator.topic() is not None
        wants_right = self.table["right_pane"].isChecked()
        self.panes.arrange(
            arrangement,
            left=self.table["left_pane"].isChecked(),
            right=reading and wants_right,
            chosen=kept_widths(self.preferences, self._appearance.look.ui_zoom),
        )
        self.sides.show_left(beside=self.table["left_pane"].isChecked() and not arrangement.left_is_drawer)
        if reading:
            beside = wants_right and not arrangement.right_is_button
            self.reader.set_narrow(arrangement.narrow_tables)
            self.reader.set_outline_button(not beside)
            self.reader.set_strip(None if beside else self._pins.for_page(self.reader.page()))

    @Slot(int, int)
    def _on_panes_moved(self, left: int, right: int) -> None:
        keep_widths(self.preferences, self._appearance.look.ui_zoom, left, right)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give way to what there is room for."""
        super().resizeEvent(event)
        self._arrange()

    # --- what happened

    @Slot(str)
    def _on_arrived(self, title: str) -> None:
        topic = self.navigator.topic()
        self.notice.drop_passing()
        self.setWindowTitle(self.tr("{title} – CRMO Desktop").format(title=title))
        self.sides.show_topic(topic.id if topic else "")
        self.commands.enable()
        self.toolbar.set_searching_here(not self.navigator.is_home())
        if self._searching is not None or not self.navigator.is_home():
            self.searching.follow()
        page = self.reader.page() if topic is not None else None
        if page is not None:
            related = [(str(entry.id), entry.title) for entry in page.related]
            self.right.set_page(self.reader.outline(), related, self._pins.for_page(self.reader.page()))
            self.right.set_current(self.reader.view.section())
        self.telling.tell_new_trouble()
        self.status.say(self.results.summary() if self.pages.is_searching() else "")
        self.status.set_page(self.pages.mine.status() if self.pages.is_mine() else "")
        if self._arrangement is not None and self._arrangement.left_is_drawer:
            self.table["left_pane"].setChecked(False)
        self._show_panes()
        self.keyboard.note()

    @Slot(str)
    def _on_topic_chosen(self, topic: str) -> None:
        self.navigator.go(TopicAddress(TopicId(topic)))
        self.reader.view.setFocus()

    @Slot(str)
    def _on_section_chosen(self, section: str) -> None:
        self.reader.show_section(section)

    @Slot(object)
    def _on_audience_changed(self, audience: Audience) -> None:
        self.preferences.audience = audience
        self._check_audience(audience)
        self.toolbar.set_look(self._appearance.look, self._icons)

    def _check_audience(self, audience: Audience) -> None:
        self.toolbar.set_audience(audience)
        self.table["for_patient" if audience is Audience.PATIENT else "for_clinician"].setChecked(True)

    def focus_page(self) -> None:
        """Put the keyboard into what is shown."""
        if self.navigator.is_home():
            self.home.search.setFocus()
        else:
            (self.pages.currentWidget() or self).setFocus()

    @Slot(str)
    def say(self, words: str) -> None:
        """Tell something that was done: in the status bar, and to a screen reader."""
        self.telling.say(words)

    def show_error(self, error: UserError, *, passing: bool = False) -> None:
        """Tell what went wrong above the page until it is closed; a passing error until the next page."""
        self.telling.show_error(error, passing=passing)

    # --- sizes, colours, panes

    def _on_left_pane(self) -> None:
        shown = self.table["left_pane"].isChecked()
        if self._arrangement is None or not self._arrangement.left_is_drawer:
            self.preferences.left_pane = shown
        if shown:
            self._before_left.remember(self.panes.sidebar)
        was_there = self.panes.sidebar.isAncestorOf(self.focusWidget() or self)
        self._show_panes()
        if shown:
            self.sides.left().setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif not (was_there and self._before_left.give_back()):
            self.focus_page()

    def _on_right_pane(self) -> None:
        self.preferences.right_pane = self.table["right_pane"].isChecked()
        self._show_panes()

    def _panes_in_order(self) -> list[QWidget]:
        aloud = self.listening.panes()
        bars = [page.find_bar for page in self.pages.text_pages()]
        toast = [self.undo.toast] if "undo" in vars(self) else []
        return [
            self.toolbar,
            self.notice,
            self.panes.sidebar,
            *bars,
            *aloud,
            self.pages,
            *self.sides.at_right(),
            *toast,
        ]

    def _make_keyboard(self) -> Keyboard:
        return Keyboard(
            self,
            self._panes_in_order,
            {
                "full_screen": Opened(self.isFullScreen, self.table["full_screen"].trigger),
                "find_bar": Opened(self.commands.is_finding, self.commands.close_find),
                "drawer": Opened(self.panes.has_drawer, self.table["left_pane"].trigger),
            },
            self.toolbar.menu_button,
        )

    # --- keys and the end

    def changeEvent(self, event: QEvent) -> None:
        """The full-screen action shows what is so."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange and hasattr(self, "table"):
            self.table["full_screen"].setChecked(self.isFullScreen())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button in focus; Escape closes what was opened last."""
        if not self.keyboard.press(event):
            super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes as the eye does, whenever each part was made."""
        return self.keyboard.step(forward=next)

    def showEvent(self, event: QShowEvent) -> None:
        """From now on the commands hear the mouse's own buttons before any list does."""
        super().showEvent(event)
        self.windowHandle().installEventFilter(self.commands)

    def open_address(self, address: Address) -> None:
        """Show `address` and come to the front; for an address handed over by a second start."""
        self.navigator.go(address)
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember where the window was; whatever is searched for is not wanted any more."""
        self.navigator.close()
        self.listening.stop()
        self.preferences.geometry = bytes(self.saveGeometry().data())
        super().closeEvent(event)
