"""The pictures of an edition, chapter by chapter, each with what to see in it."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QTextCharFormat, QTextLayout
from PySide6.QtWidgets import QWidget

from crmo_desktop.gui.mirroring import line_option
from crmo_desktop.gui.models.rows import ROW_ROLE, RowModel
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.row_delegate import break_lines
from crmo_desktop.gui.widgets.row_list import CurrentRowDelegate, Index, RowList

_BREAK = "\u2028"  # Qt's own between two lines of one paragraph


class PictureRow(NamedTuple):
    """A row; one without an id is the head of a chapter.

    Attributes:
        note: whom it is for, if not for everybody.
    """

    id: str
    title: str
    caption: str = ""
    note: str = ""


class PictureList(RowList[PictureRow]):
    """Tells which picture a click, Enter or Space chooses."""

    chosen = Signal(str)  # its id

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pictures = _PictureModel(self)
        self.show_rows(self._pictures, _PictureDelegate(look, parent=self))

    def set_pictures(self, rows: Sequence[PictureRow]) -> None:
        """Show these rows, the keyboard on the first picture; none is told as chosen."""
        self._pictures.set_rows([(row, _shown(row)) for row in rows])
        first = next((place for place, row in enumerate(rows) if row.id), -1)
        if first >= 0:
            self.setCurrentIndex(self._pictures.index(first, 0))
        self.scrollToTop()

    def spoken(self) -> str:
        """What a screen reader says of the picture that the keyboard is on."""
        return str(self.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole) or "")

    def choose(self, row: PictureRow) -> None:
        """Tell which picture was chosen; the head of a chapter is none."""
        if row.id:
            self.chosen.emit(row.id)


def _shown(row: PictureRow) -> str:
    return _BREAK.join(part for part in (row.title, row.caption, row.note) if part)


class _PictureModel(RowModel[PictureRow]):
    """Heads of chapters cannot be chosen."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role == Qt.ItemDataRole.AccessibleTextRole and index.isValid():
            row = self.row(index)
            parts = () if row is None else (row.title, row.caption, row.note)
            return " ".join(part if part.endswith((".", "?", "!")) else f"{part}." for part in parts if part)
        return super().data(index, role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        row = self.row(index)
        if row is None or not row.id:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _PictureDelegate(CurrentRowDelegate):
    """The title above its caption; heads of chapters further out."""

    def is_heading(self, index: Index) -> bool:
        row = index.data(ROW_ROLE)
        return isinstance(row, PictureRow) and not row.id

    def left_of_text(self, index: Index) -> int:
        return self.look.ui(16 if self.is_heading(index) else 24)

    def _lay_out_words(self, words: str, weight: int, room: int) -> tuple[QTextLayout, float]:
        """As the other rows, but for the weight: only the title of a row is heavier."""
        is_row = _BREAK in words
        layout = QTextLayout(words, self.look.ui_font(15, 400 if is_row else weight))
        layout.setTextOption(line_option(words, mirrored=self.is_mirrored))
        if is_row:
            bold = QTextCharFormat()
            bold.setFontWeight(QFont.Weight.DemiBold)
            piece = QTextLayout.FormatRange()
            piece.start, piece.length, piece.format = 0, words.index(_BREAK), bold
            layout.setFormats([piece])
        return layout, break_lines(layout, room)
