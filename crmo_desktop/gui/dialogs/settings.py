"""Edit > Settings: every setting on its page, to be searched; each change is told at once."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import partial
from typing import Final, NamedTuple

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from crmo_desktop.gui.announcing import announce
from crmo_desktop.gui.dialogs.parts import PlainDialog
from crmo_desktop.gui.dialogs.reset_all import ResetAllDialog
from crmo_desktop.gui.dialogs.settings_frame import SettingsFoot, SettingsSide, is_typed
from crmo_desktop.gui.dialogs.settings_rows import Entry, Section, action_entry, setting_entry
from crmo_desktop.gui.dialogs.settings_words import PAGES, SettingWords
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.mirroring import margins
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.setting_controls import ChoiceBox
from crmo_desktop.services.settings_table import ShownSetting

_WIDTH: Final = 820  # pixels at 100%, as the height
_HEIGHT: Final = 640
_LEAST_BESIDE: Final = 640  # with less width the pages are a list that opens, above the rows
_KEEP_HERE: Final = "keep_here"
_READ_ALOUD: Final = "read_aloud"


class Offer(NamedTuple):
    """What the dialog offers beside the settings.

    Attributes:
        actions: names of those of the window that can be used now.
        languages: tag and name of each that the program speaks.
        locked: why nothing can be changed; "" where it can.
        administered: why what an administrator has locked cannot be changed.
    """

    actions: Collection[str]
    languages: Sequence[tuple[str, str]]
    locked: str
    administered: str


class SettingsDialog(PlainDialog):
    """Shows what it is given and tells what the reader wants; who opened it makes it so."""

    changed = Signal(str, object)  # key, value
    reset_wanted = Signal(object)  # a tuple of keys
    undo_wanted = Signal()  # of the last reset
    action_wanted = Signal(str)  # the name of an action of the window
    voices_wanted = Signal()  # a choice of them is in sight for the first time

    def __init__(
        self,
        settings: Sequence[ShownSetting],
        offer: Offer,
        look: Look,
        icons: IconShelf,
        parent: QWidget | None,
    ) -> None:
        super().__init__(self.tr("Settings"), look, parent, width=_WIDTH)
        self.setModal(False)  # the window beside it shows what each change does
        self._icons, self._offer, self._zoom = icons, offer, 0.0
        self._words = SettingWords(self)
        self._page, self._has_voices = next(iter(PAGES)), False
        self._sections: dict[str, Section] = {}
        self._by_key: dict[str, Entry] = {}
        self._side = SettingsSide(self._words, look, icons, self)
        self._foot = SettingsFoot(self)
        self._trouble, self._found = QLabel(self._body), QLabel(self._body)
        self._everything = QPushButton(self.tr("Show all settings"), self._body)
        self._make_sections(settings)
        self._lay_out()
        self._connect()
        self.set_settings(settings)
        self.set_trouble("")
        if offer.locked:
            self._foot.lock()
        self.set_look(look)
        self._show()
        self._side.focus_pages()

    # --- building

    def _make_sections(self, settings: Sequence[ShownSetting]) -> None:
        for page in PAGES:
            self._sections[page] = Section(self._words.pages[page], self._body)
        for setting in settings:
            words = self._words.settings[setting.key]
            entry = setting_entry(setting, words, self._icons, self._body)
            self._add(entry)
            if self._offer.locked or setting.is_locked:  # what holds for all of them is said once, above
                entry.row.lock("" if self._offer.locked else self._offer.administered, self._offer.locked)
        for (page, action), words in self._words.things.items():
            entry = action_entry(action, page, words, self._icons, self._body)
            entry.is_offered = action in self._offer.actions or action == _KEEP_HERE
            self._add(entry)
        language, there = self._by_key["language"], self._offer.languages
        language.is_offered = len(there) > 1
        if isinstance(language.control, ChoiceBox):
            language.control.set_options([*language.words.options.items(), *there])

    def _add(self, entry: Entry) -> None:
        self._by_key[entry.key] = entry
        self._sections[entry.page].add(entry)
        entry.changed.connect(self.changed)
        entry.default_wanted.connect(self._on_default)
        entry.action_wanted.connect(self.action_wanted)

    def _lay_out(self) -> None:
        outer = self.layout()
        if not isinstance(outer, QVBoxLayout):
            raise TypeError("the parts of a dialog stand below one another")
        outer.removeWidget(self._area)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._middle = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._middle.setSpacing(0)
        self._middle.addWidget(self._side)
        self._middle.addWidget(self._area, 1)
        outer.insertLayout(0, self._middle, 1)
        outer.addWidget(self._foot)
        for label in (self._trouble, self._found):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setProperty("kind", "under")
            self.body.addWidget(label)
        self._everything.setProperty("kind", "link")
        self._everything.setAutoDefault(False)
        self.body.addWidget(self._everything, 0, Qt.AlignmentFlag.AlignLeft)
        for section in self._sections.values():
            self.body.addWidget(section)
        self.body.addStretch(1)

    def _connect(self) -> None:
        self._side.query_changed.connect(self._on_search)
        self._side.page_chosen.connect(self.show_page)
        self._everything.clicked.connect(self._side.search.clear)
        self._foot.page_reset.connect(self._on_reset)
        self._foot.all_reset.connect(self._on_reset_all)
        self._foot.undone.connect(self.undo_wanted)
        self._foot.closed.connect(self.accept)
        parent = self.parentWidget()
        if parent is not None:
            parent.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The dialog goes with its window."""
        if event.type() == QEvent.Type.Close and watched is self.parent():
            self.reject()
        return False

    # --- what is set

    def set_settings(self, settings: Sequence[ShownSetting]) -> None:
        """Show how everything is set now, without telling it."""
        for setting in settings:
            self._by_key[setting.key].set_setting(setting)
        self._offer_resets()

    def set_voices(self, voices: Mapping[str, str]) -> None:
        """Offer the voices of this computer: names by id; none says that there is none."""
        entry = self._by_key["speech_voice"]
        if isinstance(entry.control, ChoiceBox):
            entry.control.set_options([*entry.words.options.items(), *voices.items()])
        if not voices and not self._offer.locked:
            entry.row.set_note(self.tr("This computer has no voice installed."))

    def set_place(self, words: str, *, can_move: bool) -> None:
        """Say where the reader's things are kept, and offer to keep them elsewhere where that can be."""
        entry = self._by_key[_KEEP_HERE]
        entry.row.set_note(words)
        entry.control.setVisible(can_move)

    def set_trouble(self, words: str) -> None:
        """Say why changes are not kept; "" where they are."""
        told = " ".join(part for part in (self._offer.locked, words) if part)
        self._trouble.setText(told)
        self._trouble.setVisible(bool(told))

    def set_can_undo(self, can: bool) -> None:
        """Offer to undo the last reset, or not."""
        self._foot.set_can_undo(can)
        self._arrange()

    def _offer_resets(self) -> None:
        self._foot.set_can_reset(
            page=bool(_changed(self._sections[self._page].entries)),
            everything=bool(_changed(self._by_key.values())),
            is_searching=bool(self._side.search.text().strip()),
        )

    @Slot(str)
    def _on_default(self, key: str) -> None:
        self.reset_wanted.emit((key,))

    @Slot()
    def _on_reset(self) -> None:
        self.reset_wanted.emit(_changed(self._sections[self._page].entries))

    @Slot()
    def _on_reset_all(self) -> None:
        asked = ResetAllDialog(self._look, self)
        asked.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asked.accepted.connect(partial(self.reset_wanted.emit, _changed(self._by_key.values())))
        asked.open()

    # --- which are shown

    @Slot(str)
    def show_page(self, page: str) -> None:
        """Show one of the pages, and nothing that is searched for."""
        self._page = page
        self._side.clear_query()
        self._show()

    def search_for(self, words: str) -> None:
        """Show what has `words`; for "" the page."""
        self._side.search.setText(words)

    def query(self) -> str:
        """What is searched for."""
        return self._side.search.text()

    @Slot()
    def _on_search(self) -> None:
        self._show()
        if self._side.search.text().strip():
            announce(self._side.search, self._found.text())

    def _show(self) -> None:
        """The page, or all that has the words searched for, each under its page's name."""
        words = self._side.search.text().casefold().split()
        found = 0
        for page, section in self._sections.items():
            number = section.show_matching(words)
            section.setVisible(page == self._page if not words else number > 0)
            found += number
        self._found.setText(self._told(found))
        self._found.setVisible(bool(words))
        self._everything.setVisible(bool(words) and not found)
        self._side.set_page(self._page, is_searching=bool(words))
        self._area.verticalScrollBar().setValue(0)
        self._offer_resets()
        self._arrange()
        if not self._has_voices and not self._sections[_READ_ALOUD].isHidden():
            self._has_voices = True
            self.voices_wanted.emit()

    def _told(self, found: int) -> str:
        if not found:
            return self.tr("No setting has these words.")
        if found == 1:
            return self.tr("1 setting found")
        return self.tr("{n} settings found", None, found).format(n=found)

    # --- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+F and letters go to the search; Escape empties it before it closes the dialog."""
        search = self._side.search
        if event.matches(QKeySequence.StandardKey.Find):
            search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            search.selectAll()
        elif event.key() == Qt.Key.Key_Escape and search.text():
            search.clear()
            search.setFocus()
        elif search.hasFocus() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._go_to_first()
        elif not search.hasFocus() and is_typed(event):
            search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            search.insert(event.text())
        else:
            super().keyPressEvent(event)

    def _go_to_first(self) -> None:
        """Put the keyboard on the first row that is shown and can be changed."""
        for section in self._sections.values():
            for entry in section.entries:
                if entry.control.isVisible() and entry.control.isEnabled():
                    entry.take_keyboard()
                    return

    # --- look and room

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        is_larger = look.ui_zoom != self._zoom
        self._look, self._zoom = look, look.ui_zoom
        self._side.set_look(look)
        self._foot.set_look(look)
        for section in self._sections.values():
            section.set_look(look)
        self.body.setContentsMargins(*margins(look.ui(26), look.ui(14), look.ui(26), 0))
        if is_larger:
            self.fit()

    def fit(self) -> None:
        """As large as drawn, within the screen."""
        room, look = self.screen().availableGeometry(), self._look
        self.resize(min(look.ui(_WIDTH), room.width() - 48), min(look.ui(_HEIGHT), room.height() - 48))
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give way to what there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def is_narrow(self) -> bool:
        """Whether the pages are a list that opens, above the rows."""
        return self._side.is_narrow()

    def _arrange(self) -> None:
        self._foot.arrange(self.width())
        above = self.height() - self._foot.sizeHint().height()
        is_narrow = self.width() < self._look.ui(_LEAST_BESIDE) or self._side.height_needed() > above
        directions = QBoxLayout.Direction
        self._middle.setDirection(directions.TopToBottom if is_narrow else directions.LeftToRight)
        self._side.set_narrow(is_narrow)


def _changed(entries: Iterable[Entry]) -> tuple[str, ...]:
    """Keys of those that are not as they were at first, and can be."""
    return tuple(entry.key for entry in entries if not entry.is_at_default())
