"""What stands round the rows of the dialog of settings: search and pages at the side, resets at the foot."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QLabel, QLineEdit, QPushButton, QWidget

from crmo_desktop.gui.dialogs.settings_words import PAGES, SettingWords
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.mirroring import is_mirrored
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.choice_list import Choice, ChoiceList
from crmo_desktop.gui.widgets.setting_controls import ChoiceBox

_WIDTH = 196  # pixels at 100%
_AS_WIDE_AS_IT_IS = 16_777_215  # what Qt calls no limit


class SettingsSide(QFrame):
    """The search field, and the pages: a list below it, or beside it one that opens."""

    page_chosen = Signal(str)  # its name in `PAGES`
    query_changed = Signal(str)  # as it is typed

    def __init__(self, words: SettingWords, look: Look, icons: IconShelf, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("settingsSide")
        self._look, self._icons = look, icons
        self.search = _SearchField(icons, self)
        self.search.setPlaceholderText(self.tr("Find a setting"))
        self.search.setAccessibleName(self.tr("Find a setting"))
        self.search.setClearButtonEnabled(True)
        self.list = PageList(look, icons, self, least=36)
        self.list.setAccessibleName(self.tr("Pages of settings"))
        self.list.set_choices([Choice(page, words.pages[page], icon=icon) for page, icon in PAGES.items()])
        self.box = ChoiceBox(self.tr("Page"), self.tr("Pages of settings"), self)
        self.box.set_options([(page, words.pages[page]) for page in PAGES])
        self._layout = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._layout.setSpacing(12)
        for part in (self.search, self.list, self.box):
            self._layout.addWidget(part)
        self._layout.addStretch(1)
        self.search.textChanged.connect(self.query_changed)
        self.list.chosen.connect(self.page_chosen)
        self.box.chosen.connect(self._on_box)

    @Slot(object)
    def _on_box(self, page: object) -> None:
        self.page_chosen.emit(str(page))

    def set_page(self, page: str, *, is_searching: bool) -> None:
        """Show which page is shown; while something is searched for, none of them is."""
        self.list.set_choices(self.list.choices(), None if is_searching else page)
        self.box.set_value(page)

    def clear_query(self) -> None:
        """Empty the field, without telling it."""
        self.search.blockSignals(True)
        self.search.clear()
        self.search.blockSignals(False)

    def height_needed(self) -> int:
        """Pixels that the list of pages needs with the field above it."""
        return self.list.sizeHint().height() + self.search.sizeHint().height() + 36

    def focus_pages(self) -> None:
        """Put the keyboard where pages are chosen."""
        (self.list if self.box.isHidden() else self.box).setFocus()

    def is_narrow(self) -> bool:
        """Whether the pages are a list that opens."""
        return self.list.isHidden()

    def set_narrow(self, narrow: bool) -> None:
        """Stand above the rows, the pages in a list that opens; or at their side."""
        had_keyboard = self.window().focusWidget() in (self.list, self.box)  # once the window is active
        self.list.setVisible(not narrow)
        self.box.setVisible(narrow)
        if had_keyboard:
            self.focus_pages()
        directions = QBoxLayout.Direction
        self._layout.setDirection(directions.LeftToRight if narrow else directions.TopToBottom)
        self._layout.setContentsMargins(*((12, 8, 12, 8) if narrow else (8, 12, 8, 8)))
        wide = self._look.ui(_WIDTH)
        self.setMinimumWidth(0 if narrow else wide)
        self.setMaximumWidth(_AS_WIDE_AS_IT_IS if narrow else wide)

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self._look = look
        self.search.set_look(look)
        self.list.set_look(look)
        self.box.set_look(look)


class PageList(ChoiceList):
    """Leaves letters to the dialog, which searches by them."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose, as in every such list."""
        if is_typed(event):
            event.ignore()
        else:
            super().keyPressEvent(event)


class _SearchField(QLineEdit):
    """Has a glass at its beginning."""

    def __init__(self, icons: IconShelf, parent: QWidget) -> None:
        super().__init__(parent)
        self._icons, self._size = icons, 0
        self._glass = QLabel(self)
        self._glass.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set_look(self, look: Look) -> None:
        self._size = look.ui(20)
        colour = look.name_of("muted")
        self._glass.setPixmap(self._icons.pixmap("search", colour, self._size, self.devicePixelRatioF()))
        room = self._size + 8
        self.setTextMargins(*((0, 0, room, 0) if is_mirrored(self) else (room, 0, 0, 0)))
        self.setMinimumHeight(look.ui(36))
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        left = self.width() - self._size - 8 if is_mirrored(self) else 8
        self._glass.setGeometry(left, (self.height() - self._size) // 2, self._size, self._size)


class SettingsFoot(QFrame):
    """Resets and Undo at its beginning, Close at its end."""

    page_reset = Signal()
    all_reset = Signal()
    undone = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("settingsFoot")
        self._padding, self._is_locked = 0, False
        self.page = self._link(self.tr("Reset this page"))
        self.everything = self._link(self.tr("Reset everything…"))
        self.undo = self._link(self.tr("Undo"))
        self.undo.setAccessibleDescription(self.tr("Have the settings as they were before the reset"))
        self.undo.hide()
        self._said = QLabel(self.tr("Changes take effect at once"), self)
        self._said.setProperty("kind", "under")
        self.close_button = QPushButton(self.tr("Close"), self)
        self.close_button.setProperty("kind", "primary")
        self.close_button.setAutoDefault(False)  # Enter in a field is not meant for it
        self._layout = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        for part in (self.page, self.everything, self.undo):
            self._layout.addWidget(part)
        self._layout.addStretch(1)
        self._layout.addWidget(self._said)
        self._layout.addWidget(self.close_button)
        self.page.clicked.connect(self._on_page)
        self.everything.clicked.connect(self._on_everything)
        self.undo.clicked.connect(self._on_undo)
        self.close_button.clicked.connect(self._on_close)

    def _link(self, words: str) -> QPushButton:
        link = QPushButton(words, self)
        link.setProperty("kind", "quiet")
        link.setAutoDefault(False)
        return link

    @Slot()
    def _on_page(self) -> None:
        self.page_reset.emit()

    @Slot()
    def _on_everything(self) -> None:
        self.all_reset.emit()

    @Slot()
    def _on_undo(self) -> None:
        self.undone.emit()

    @Slot()
    def _on_close(self) -> None:
        self.closed.emit()

    def lock(self) -> None:
        """Nothing can be changed here."""
        self._is_locked = True
        self.page.setEnabled(False)
        self.everything.setEnabled(False)

    def set_can_reset(self, *, page: bool, everything: bool, is_searching: bool) -> None:
        """Offer what can be reset; while something is searched for, no page is shown."""
        self.page.setVisible(not is_searching)
        self.page.setEnabled(page and not self._is_locked)
        self.everything.setEnabled(everything and not self._is_locked)

    def set_can_undo(self, can: bool) -> None:
        """Offer to undo the last reset, or not."""
        if not can and self.undo.hasFocus():
            self.close_button.setFocus()
        self.undo.setVisible(can)

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self._padding = look.ui(8)
        self._layout.setContentsMargins(look.ui(16), self._padding, look.ui(16), self._padding)

    def arrange(self, width: int) -> None:
        """In one line of `width` pixels, or below one another where that is too long."""
        parts = (self.page, self.everything, self.undo, self.close_button)
        needed = sum(part.sizeHint().width() + 12 for part in parts if not part.isHidden())
        needed += 4 * self._padding
        words = self._said.sizeHint().width() + 24
        self._said.setVisible(not self._is_locked and needed + words <= width)
        directions = QBoxLayout.Direction
        self._layout.setDirection(directions.LeftToRight if needed <= width else directions.TopToBottom)


def is_typed(event: QKeyEvent) -> bool:
    """Whether it is a letter or a figure, without Ctrl, Alt or the like."""
    held = event.modifiers() & ~(Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier)
    return not held and event.text().isprintable() and bool(event.text().strip())
