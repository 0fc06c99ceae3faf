"""What the actions of the table do: each is a word to the navigator, the page, the look or a dialog."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Slot
from PySide6.QtGui import QGuiApplication, QKeySequence, QMouseEvent
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMainWindow,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.depth import Depth
from crmo_desktop.domain.identifiers import HomeAddress, TopicAddress, TopicId
from crmo_desktop.gui.actions import OF_A_TOPIC, ActionTable, add_after, connect, without_arguments
from crmo_desktop.gui.announcing import is_heard
from crmo_desktop.gui.navigator import Navigator
from crmo_desktop.gui.pages.stack import PageStack
from crmo_desktop.gui.theme import NAMES, SYSTEM, Appearance
from crmo_desktop.gui.widgets.toolbar import Toolbar
from crmo_desktop.gui.window_parts import Dialogs
from crmo_desktop.services.navigation import Stop
from crmo_desktop.services.preferences import Preferences

if TYPE_CHECKING:
    from crmo_desktop.gui.comfort import Comfort
    from crmo_desktop.gui.widgets.page_view import PageView

GUIDE: Final = TopicId("help-start")
ACCESSIBILITY: Final = TopicId("help-accessibility")


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
        self._comfort: Comfort | None = None
        self._dialogs = dialogs
        go = navigator
        slots: dict[str, Callable[[], object]] = {
            "quit": window.close,
            "open_address": dialogs.ask_address,
            "keep_here": dialogs.ask_to_keep_here,
            "copy": self.copy,
            "select_all": self.select_all,
            "caret": self.switch_caret,
            "page_parts": self.list_parts,
            "copy_address": self.copy_address,
            "find": self.find,
            "find_next": partial(self.find_step, 1),
            "find_previous": partial(self.find_step, -1),
            "for_patient": partial(go.set_audience, Audience.PATIENT),
            "for_clinician": partial(go.set_audience, Audience.CLINICIAN),
            "larger": partial(self.zoom, 1),
            "smaller": partial(self.zoom, -1),
            **{f"depth_{depth}": partial(self.set_depth, depth) for depth in Depth},
            "normal_size": partial(self.set_text_size, 100),
            "reading": self._show_reading,
            "ruler": partial(self._on_aid, "ruler", self.tr("Reading ruler")),
            "line_focus": partial(self._on_aid, "line_focus", self.tr("Line focus")),
            "full_screen": self.full_screen,
            "back": go.back,
            "forward": go.forward,
            "home": partial(go.go, HomeAddress()),
            "next_topic": partial(go.step_topic, 1),
            "previous_topic": partial(go.step_topic, -1),
            "next_section": partial(go.step_section, 1),
            "previous_section": partial(go.step_section, -1),
            "guide": partial(go.go, TopicAddress(GUIDE)),
            "accessibility": partial(go.go, TopicAddress(ACCESSIBILITY)),
            "keys": dialogs.show_keys,
            "check_installation": dialogs.check_installation,
            "licences": dialogs.show_licences,
            "about": dialogs.show_about,
            "kept_questions": dialogs.show_kept_questions,
            "pictures": dialogs.show_pictures,
        }
        connect(table, slots)
        self._show_choices()

    def _show_choices(self) -> None:
        """Check what holds already."""
        table, preferences = self._table, self._preferences
        table["ruler"].setChecked(preferences.reading_ruler)
        table["line_focus"].setChecked(preferences.line_focus)
        for name in (SYSTEM, *NAMES):
            action = table[f"theme_{name}"]
            action.setChecked(name == self._appearance.choice)
            action.triggered.connect(partial(self._set_theme, name))

    def enable(self) -> None:
        """Enable what can be done with what is shown now."""
        table, go, stack = self._table, self._navigator, self._stack
        table["back"].setEnabled(bool(go.trail.behind()) or bool(go.query()))
        table["forward"].setEnabled(bool(go.trail.ahead()))
        for name in OF_A_TOPIC:
            table[name].setEnabled(go.topic() is not None)
        self.check_depth()
        page = stack.text_page()
        for name in ("find", "caret", "page_parts"):
            table[name].setEnabled(page is not None)
        if page is not None and self._preferences.caret is None and is_heard():
            page.view.set_caret(True)  # a screen reader reads by it
        table["caret"].setChecked(page is not None and page.view.has_caret())
        table["beside"].setEnabled(stack.is_searching() or stack.is_mine())
        is_paper = go.topic() is not None or stack.is_picture() or stack.is_listing() or stack.is_mine()
        table["save_pdf"].setEnabled(is_paper)

    def offer_guide(self, has: Callable[[TopicId], bool]) -> None:
        """Offer the pages of the guide that the edition has."""
        for name, page in (("guide", GUIDE), ("accessibility", ACCESSIBILITY)):
            self._table[name].setVisible(has(page))

    def offer_history(self, toolbar: Toolbar) -> None:
        """Put the pages behind and those ahead into the Go menu and behind the toolbar's buttons."""
        go = self._navigator
        behind = HistoryMenu(self.tr("Back t&o"), go.trail.behind, go.back, self._window)
        ahead = HistoryMenu(self.tr("Forward &to"), go.trail.ahead, go.forward, self._window)
        toolbar.set_history(behind, ahead)
        add_after(self._window, self._table["home"], (behind, ahead))

    def name_keys(self, toolbar: Toolbar) -> None:
        """Have all that names a key name the one that is answered now."""
        toolbar.name_keys()
        leads_there = self._table["search"].shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        for field in (toolbar.search, self._stack.home.search):
            field.set_key(leads_there)

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
        if isinstance(focus, (QLineEdit, QTextEdit, QPlainTextEdit)):
            focus.copy()
        elif isinstance(focus, QLabel) and focus.hasSelectedText():
            from crmo_desktop.gui.typesetting import BREAK  # a start should not wait for it

            QGuiApplication.clipboard().setText(focus.selectedText().replace(BREAK, ""))
        elif (page := self._stack.text_page()) is not None:
            page.view.copy()
        elif self._stack.is_picture():
            self._stack.picture.copy()
        elif self._stack.is_mine():
            self._stack.mine.editing.copy()

    def select_all(self) -> None:
        """Select all of the field where the keyboard is, else of the page."""
        focus = QApplication.focusWidget()
        if isinstance(focus, (QLineEdit, QPlainTextEdit)):
            focus.selectAll()
        elif (page := self._stack.text_page()) is not None:
            page.view.selectAll()
        elif self._stack.is_mine():
            self._stack.mine.select_all()

    def switch_caret(self) -> None:
        """Give the pages a caret that the arrow keys move, or take it away."""
        on = self._table["caret"].isChecked()
        self._preferences.caret = on
        for page in self._stack.text_pages():
            page.view.set_caret(on)
        self._say(self.tr("Text cursor on") if on else self.tr("Text cursor off"))

    def list_parts(self) -> None:
        """List the headings, links, tables, boxes and pictures of the page, to go to one of them."""
        page = self._stack.text_page()
        if page is not None:
            self._dialogs.show_page_parts(page.view)

    def copy_address(self) -> None:
        """Copy the address of what is shown, down to its section."""
        QGuiApplication.clipboard().setText(str(self._navigator.address()))
        self._say(self.tr("Address copied"))

    def find(self) -> None:
        """Open find in page where a page is."""
        if (page := self._stack.text_page()) is not None:
            page.open_find()

    def is_finding(self) -> bool:
        """Whether find in page is open where the reader is."""
        page = self._stack.text_page()
        return page is not None and page.find_bar.isVisible()

    def close_find(self) -> None:
        """Close find in page."""
        if (page := self._stack.text_page()) is not None:
            page.close_find()

    def find_step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) match."""
        if (page := self._stack.text_page()) is not None:
            page.finding.step(step)

    @Slot(int)
    def zoom(self, direction: int) -> None:
        """One step larger (1) or smaller (-1)."""
        self.set_text_size(self._appearance.next_size(direction))

    def set_text_size(self, per_cent: int) -> None:
        """Show text at this size, and remember it."""
        self._appearance.set_text_size(per_cent)
        self._preferences.text_size = self._appearance.text_size
        self._say(self.tr("Text {size}%").format(size=self._appearance.text_size))

    @property
    def comfort(self) -> "Comfort":
        """How pages are made easy to read; loaded when it is first wanted."""
        if self._comfort is None:
            from crmo_desktop.gui.comfort import Comfort

            self._comfort = Comfort(
                self._window, self._table, self._stack, self._appearance, self._preferences
            )
        return self._comfort

    def aid(self, view: "PageView") -> None:
        """Give a new page its ruler and line focus, where the reader has turned them on."""
        if self._table["ruler"].isChecked() or self._table["line_focus"].isChecked():
            self.comfort.attach(view)

    def _on_aid(self, name: str, words: str) -> None:
        self.comfort.follow_actions()
        state = self.tr("on") if self._table[name].isChecked() else self.tr("off")
        self._say(f"{words}: {state}")

    def _show_reading(self) -> None:
        self.comfort.show_dialog()

    @Slot(object)
    def set_depth(self, depth: Depth) -> None:
        """Show topics for families this deep, remember it, and say so."""
        self._preferences.depth = depth
        self._stack.reader.set_depth(depth)
        self.check_depth()
        self._say(self._stack.reader.easy.said())

    @Slot()
    def check_depth(self) -> None:
        """Tick how much is shown of the page that is on top; of other pages that cannot be chosen."""
        is_reading = self._stack.is_reading()
        for depth in Depth:
            action = self._table[f"depth_{depth}"]
            action.setEnabled(is_reading and self._stack.reader.easy.applies())
            action.setChecked(is_reading and self._stack.reader.easy.depth is depth)

    def full_screen(self) -> None:
        """Fill the screen, or leave it again."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _set_theme(self, name: str, _checked: bool = True) -> None:
        self._appearance.set_choice(name)
        self._preferences.theme = name


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
            action.triggered.connect(without_arguments(partial(self._go, number)))
        if self.isEmpty():
            self.addAction(self.tr("Nothing yet")).setEnabled(False)
