"""One of the reader's own things in full: where it is, what it marks, its colour, note and folder."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.mirroring import align_to_beginning, margins
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.colour_row import EDGES, FILLS, ColourRow
from crmo_desktop.gui.widgets.flow_row import FlowRow
from crmo_desktop.gui.widgets.note_field import PAUSE_MS, NoteField
from crmo_desktop.gui.widgets.wrapped_link import WrappedLink

NEW_FOLDER: Final = "new"
NO_FOLDER: Final = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Detail:
    """What is shown.

    Attributes:
        place: where it is, from the chapter on; "" where several are chosen.
        state: that it is no longer there, how many are chosen, or when it was read; "" for nothing.
        before, quote, after: the passage; `quote` is marked in it.
        colour: of the highlight, 1 to 4; 0 where there is none to choose.
        words: the reader's own; None where there can be none.
        folder: the value of the folder it lies in; None where it can lie in none.
        folders: (value, name) of those there are.
        can_open: there is a page to open.
    """

    place: str
    state: str = ""
    before: str = ""
    quote: str = ""
    after: str = ""
    colour: int = 0
    words: str | None = None
    folder: str | None = None
    folders: Sequence[tuple[str, str]] = ()
    can_open: bool = True


class OwnDetail(QFrame):
    """Shows one thing, or what can be done with several.

    Attributes:
        note: the reader's own words.
    """

    open_wanted = Signal()
    copy_wanted = Signal()
    delete_wanted = Signal()
    colour_chosen = Signal(int)  # 1 to 4
    folder_chosen = Signal(str)  # its value, `NO_FOLDER` or `NEW_FOLDER`
    left = Signal()  # Escape, or the way back where this stands in the place of the list

    def __init__(
        self, look: Look, icons: IconShelf, parent: QWidget | None = None, *, pause_ms: int = PAUSE_MS
    ) -> None:
        super().__init__(parent)
        self.setObjectName("ownDetail")
        self.setAccessibleName(self.tr("Details"))
        self._look, self._icons = look, icons
        self._shown: Detail | None = None
        self._body = QWidget()
        self._body.setObjectName("outlineBody")
        self._back = QPushButton(self.tr("Back to the list"), self._body)
        self._back.setProperty("kind", "link")
        self._place = WrappedLink(self._body)
        self._state = self._label("muted")
        self._passage = self._label("")
        self._passage.setTextFormat(Qt.TextFormat.RichText)
        self._colour_title = QLabel(self.tr("Colour"), self._body)
        self._colours = ColourRow(look, icons, self._body, can_be_none=False)
        self.note = NoteField(look, icons, self._body, pause_ms=pause_ms)
        self._folder_title = QLabel(self.tr("Folder"), self._body)
        self._folder = QComboBox(self._body)
        self._folder.setAccessibleName(self.tr("Folder"))
        self._folder.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for title in (self._colour_title, self._folder_title):
            title.setProperty("kind", "heading")
        self._buttons = QWidget(self)
        self._open = QPushButton(self.tr("Open the page"), self._buttons)
        self._copy = QPushButton(self.tr("Copy"), self._buttons)
        self._delete = QPushButton(self.tr("Delete"), self._buttons)
        self._lay_out()
        self._connect()
        self.set_look(look)
        self.set_way_back(shown=False)
        self.set_detail(None)

    def _label(self, kind: str) -> QLabel:
        label = QLabel(self._body)
        label.setWordWrap(True)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        align_to_beginning(label)
        if kind:
            label.setProperty("kind", kind)
        return label

    def _lay_out(self) -> None:
        inner = QVBoxLayout(self._body)
        inner.setContentsMargins(*margins(22, 16, 24, 12))
        inner.setSpacing(8)
        for part in (self._back, self._place, self._state, self._passage):
            inner.addWidget(part)
        inner.setAlignment(self._back, Qt.AlignmentFlag.AlignLeft)
        colours = QHBoxLayout()
        colours.setSpacing(8)
        colours.addWidget(self._colour_title)
        colours.addWidget(self._colours, 1)
        inner.addLayout(colours)
        inner.addWidget(self.note)
        inner.addWidget(self._folder_title)
        inner.addWidget(self._folder, 0, Qt.AlignmentFlag.AlignLeft)
        inner.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(self._body)
        foot = FlowRow(self._buttons)
        foot.setContentsMargins(0, 0, 0, 0)
        for button, kind in ((self._open, "primary"), (self._copy, "plain"), (self._delete, "danger")):
            button.setProperty("kind", kind)
            foot.addWidget(button)
        below = QVBoxLayout()
        below.setContentsMargins(*margins(26, 8, 24, 16))
        below.addWidget(self._buttons)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*margins(1, 0, 0, 0))
        layout.setSpacing(0)
        layout.addWidget(area, 1)
        layout.addLayout(below)

    def _connect(self) -> None:
        self._back.clicked.connect(self.left)
        self._place.clicked.connect(self.open_wanted)
        self._open.clicked.connect(self.open_wanted)
        self._copy.clicked.connect(self.copy_wanted)
        self._delete.clicked.connect(self.delete_wanted)
        self._colours.chosen.connect(self.colour_chosen)
        self._folder.activated.connect(self._on_folder)

    def set_detail(self, detail: Detail | None) -> None:
        """Show `detail`, without reporting it; None shows that nothing is chosen."""
        before, self._shown = self._shown, detail
        shown = detail or Detail(place="", can_open=False)
        if before is not None and detail != before:
            self.note.finish()
        self._place.set_words(shown.place)
        self._place.setVisible(bool(shown.place))
        self._place.setEnabled(shown.can_open)
        self._state.setText(shown.state)
        self._state.setVisible(bool(shown.state))
        self._show_passage(shown)
        self._colours.set_colour(shown.colour)
        for part in (self._colours, self._colour_title):
            part.setVisible(bool(shown.colour))
        self.note.setVisible(shown.words is not None)
        self.note.set_words(shown.words or "")
        self._show_folders(shown)
        self._open.setVisible(shown.can_open)
        self._copy.setVisible(detail is not None)
        self._delete.setVisible(detail is not None)

    def shown(self) -> Detail | None:
        """What is shown."""
        return self._shown

    def _show_passage(self, shown: Detail) -> None:
        look = self._look
        parts = [escape(shown.before), "", escape(shown.after)]
        if shown.quote:
            edge = look.name_of(EDGES.get(shown.colour, "accent"))
            fill = look.name_of(FILLS.get(shown.colour, "page"))
            style = f"background-color: {fill}; color: {look.name_of('text')}; text-decoration: underline;"
            parts[1] = f'<span style="{style} text-decoration-color: {edge};">{escape(shown.quote)}</span>'
        self._passage.setText("".join(parts))
        self._passage.setVisible(bool(shown.before or shown.quote or shown.after))

    def _show_folders(self, shown: Detail) -> None:
        for part in (self._folder, self._folder_title):
            part.setVisible(shown.folder is not None)
        self._folder.clear()
        if shown.folder is None:
            return
        self._folder.addItem(self.tr("No folder"), NO_FOLDER)
        for value, name in shown.folders:
            self._folder.addItem(name, value)
        self._folder.addItem(self.tr("New folder…"), NEW_FOLDER)
        self._folder.setCurrentIndex(max(0, self._folder.findData(shown.folder)))

    def set_way_back(self, *, shown: bool) -> None:
        """Offer the way back to the list, where this stands in its place."""
        self._back.setVisible(shown)

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self._look = look
        ratio = self.devicePixelRatioF()
        self._colours.set_look(look)
        self.note.set_look(look)
        signs = (("file-text", "on_accent"), ("copy", "text"), ("trash", "red_title"))
        for button, (name, role) in zip((self._open, self._copy, self._delete), signs, strict=True):
            button.setIcon(self._icons.icon(name, look, role, 18, ratio))
            button.setIconSize(QSize(look.ui(18), look.ui(18)))
        # without the first rule the second would not be drawn
        line = f"border: none; border-left: 1px solid {look.name_of('border')};"
        self.setStyleSheet(f"#ownDetail {{ {line} }}")
        if self._shown is not None:
            self._show_passage(self._shown)

    def enter(self) -> None:
        """Put the keyboard where there is something to do: into the note, else to the first button."""
        first = self.note.field if not self.note.isHidden() else self._open
        (first if not first.isHidden() else self._copy).setFocus(Qt.FocusReason.ShortcutFocusReason)

    @Slot(int)
    def _on_folder(self, place: int) -> None:
        chosen = str(self._folder.itemData(place))
        if self._shown is not None and chosen == NEW_FOLDER:
            self._folder.setCurrentIndex(max(0, self._folder.findData(self._shown.folder)))
        self.folder_chosen.emit(chosen)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape goes back to the list."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
