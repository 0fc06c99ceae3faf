"""Which of the reader's own things are shown: their kind, the folder they lie in, the colour they have."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.mirroring import margins
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.choice_list import Choice, ChoiceList
from crmo_desktop.gui.widgets.colour_row import ColourRow
from crmo_desktop.gui.widgets.side_pane import SidePane

HISTORY: Final = "history"
PARTS: Final = {  # value and icon
    "": "list-check",
    "bookmarks": "bookmark",
    "highlights": "highlight",
    "notes": "note",
    HISTORY: "history",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnChoice:
    """What the pane shows.

    Attributes:
        counts: things of each part but the history.
        folders: (value, name, number of things) of each folder.
        part: the one shown; None while a folder is.
        folder: the value of the one shown; None while a part is.
        colour: the one shown, 1 to 4; 0 for all.
        history: why there is no history; "" where there is one.
    """

    counts: dict[str, int]
    folders: Sequence[tuple[str, str, int]] = ()
    part: str | None = ""
    folder: str | None = None
    colour: int = 0
    history: str = ""

    @property
    def is_filtering(self) -> bool:
        """Whether anything is left out."""
        return bool(self.part or self.folder or self.colour)


class OwnPane(SidePane):
    """Stands where the topics stand while the reader's own things are shown; Escape shows all of them."""

    part_chosen = Signal(str)  # a key of `PARTS`
    folder_chosen = Signal(str)  # its value
    colour_chosen = Signal(int)  # 1 to 4; 0 for all
    new_folder_wanted = Signal()
    rename_wanted = Signal(str)  # the folder's value
    delete_wanted = Signal(str)  # the folder's value
    everything_wanted = Signal()
    list_wanted = Signal()  # Enter: into the list

    def __init__(self, look: Look, icons: IconShelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("ownPane")
        self.setAccessibleName(self.tr("Which of my things are shown"))
        self._shown = OwnChoice(counts={})
        self._parts = ChoiceList(look, icons, self.body)
        self._folders = ChoiceList(look, icons, self.body)
        self._colours = ColourRow(look, icons, self.body, can_be_none=True)
        self._parts.setAccessibleName(self.tr("My things"))
        self._folders.setAccessibleName(self.tr("Folders"))
        self._colours.setAccessibleName(self.tr("Highlight colours"))
        self._no_history = QLabel(self.body)
        self._no_history.setWordWrap(True)
        self._no_history.setProperty("kind", "muted")
        self._no_history.setContentsMargins(*margins(18, 0, 12, 0))
        self._new = self._link(self.tr("New folder"))
        self._rename = self._link(self.tr("Rename"))
        self._delete = self._link(self.tr("Delete the folder"))
        self._of_folder = self._beside(self._rename, self._delete)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._parts)

    def _connect(self) -> None:
        self._parts.chosen.connect(self.part_chosen)
        self._folders.chosen.connect(self.folder_chosen)
        self._colours.chosen.connect(self.colour_chosen)
        for part in (self._parts, self._folders):
            part.confirmed.connect(self.list_wanted)
        self._new.clicked.connect(self.new_folder_wanted)
        self._rename.clicked.connect(self._on_rename)
        self._delete.clicked.connect(self._on_delete)

    def _link(self, words: str) -> QPushButton:
        link = QPushButton(words, self.body)
        link.setProperty("kind", "link")
        return link

    def _beside(self, *links: QPushButton) -> QWidget:
        """A box that sets links where the words of the rows begin."""
        box = QWidget(self.body)
        layout = QHBoxLayout(box)
        layout.setContentsMargins(*margins(15, 0, 8, 0))
        for link in links:
            layout.addWidget(link)
        layout.addStretch(1)
        return box

    def _lay_out(self) -> None:
        inner = QVBoxLayout(self.body)
        inner.setContentsMargins(0, 0, 0, 8)
        inner.setSpacing(4)
        inner.addWidget(self.title(self.tr("My things")))
        inner.addWidget(self._parts)
        inner.addWidget(self._no_history)
        inner.addSpacing(12)
        inner.addWidget(self.title(self.tr("Folders")))
        inner.addWidget(self._folders)
        inner.addWidget(self._of_folder)
        inner.addWidget(self._beside(self._new))
        inner.addSpacing(12)
        inner.addWidget(self.title(self.tr("Highlight colours")))
        box = QWidget(self.body)
        row = QHBoxLayout(box)
        row.setContentsMargins(*margins(14, 0, 8, 0))
        row.addWidget(self._colours)
        inner.addWidget(box)
        inner.addStretch(1)
        self.show_body()

    def set_shown(self, shown: OwnChoice) -> None:
        """Show these numbers and what is chosen, without reporting it."""
        self._shown = shown
        words = {
            "": self.tr("Everything"),
            "bookmarks": self.tr("Bookmarks"),
            "highlights": self.tr("Highlights"),
            "notes": self.tr("Notes"),
            HISTORY: self.tr("History"),
        }
        parts = [
            self._choice(part, words[part], shown.counts.get(part), icon)
            for part, icon in PARTS.items()
            if part != HISTORY or not shown.history
        ]
        self._parts.set_choices(parts, shown.part)
        self._no_history.setText(shown.history)
        self._no_history.setVisible(bool(shown.history))
        folders = [self._choice(value, name, number, "folder") for value, name, number in shown.folders]
        self._folders.set_choices(folders, shown.folder)
        self._folders.setVisible(bool(folders))
        self._of_folder.setVisible(shown.folder is not None)
        self._colours.set_colour(shown.colour)

    def _choice(self, value: str, words: str, number: int | None, icon: str) -> Choice:
        if number is None:
            return Choice(value, words, icon=icon)
        spoken = self.tr("{words}, 1 thing") if number == 1 else self.tr("{words}, {n} things", None, number)
        return Choice(value, words, str(number), spoken.format(words=words, n=number), icon=icon)

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        for part in (self._parts, self._folders, self._colours):
            part.set_look(look)

    @Slot()
    def _on_rename(self) -> None:
        if self._shown.folder is not None:
            self.rename_wanted.emit(self._shown.folder)

    @Slot()
    def _on_delete(self) -> None:
        if self._shown.folder is not None:
            self.delete_wanted.emit(self._shown.folder)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 renames and Delete deletes the folder that the keyboard is on; Escape shows everything."""
        in_folders = self._folders.hasFocus() and self._shown.folder is not None
        if event.key() == Qt.Key.Key_F2 and in_folders:
            self._on_rename()
        elif event.matches(QKeySequence.StandardKey.Delete) and in_folders:
            self._on_delete()
        elif event.key() == Qt.Key.Key_Escape and self._shown.is_filtering:
            self.everything_wanted.emit()
        else:
            super().keyPressEvent(event)
