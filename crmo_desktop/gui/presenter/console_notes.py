"""The notes on the slide that is shown: the content's, those of this session, the reader's own."""

from html import escape
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QTextOption
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QTextBrowser, QVBoxLayout, QWidget

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.note_field import NoteField

SIZES: Final = (14, 16, 18, 20, 24, 28, 32, 40)  # pixels at 100%
NORMAL: Final = 20
_KEPT_KEYS: Final = (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class NoteGroup(NamedTuple):
    """Notes of one kind.

    Attributes:
        title: over them; "" for none.
        paragraphs: plain words.
    """

    title: str
    paragraphs: tuple[str, ...]


class NotesPane(QWidget):
    """Notes to read, and a field for one's own."""

    written = Signal(str)  # the reader's own note, all of it
    retry_wanted = Signal()  # it could not be kept and is to be kept now
    size_changed = Signal(int)  # of the letters, in pixels at 100%

    def __init__(self, look: Look, icons: IconShelf, parent: QWidget, *, size: int = NORMAL) -> None:
        super().__init__(parent)
        self._look = look
        self._size = size if size in SIZES else NORMAL
        self._groups: tuple[NoteGroup, ...] = ()
        self._heading = QLabel(self.tr("Notes"), self)
        self._heading.setProperty("kind", "heading")
        self._smaller = self._button("A −", self.tr("Smaller notes"))
        self._larger = self._button("A +", self.tr("Larger notes"))
        self.text = _Text(self)
        self.text.setObjectName("consoleNotes")
        self.text.setAccessibleName(self.tr("Notes"))
        self.own = NoteField(look, icons, self, has_title=False)
        self.own.field.setAccessibleName(self.tr("Own note on this slide"))
        self.own.field.setPlaceholderText(self.tr("A note of your own on this slide"))
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self._heading, 1)
        head.addWidget(self._smaller)
        head.addWidget(self._larger)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.own)
        self._smaller.clicked.connect(self._on_smaller)
        self._larger.clicked.connect(self._on_larger)
        self.own.written.connect(self.written)
        self.own.retry_wanted.connect(self.retry_wanted)
        self.set_look(look)

    def _button(self, words: str, name: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("kind", "small")
        button.setAccessibleName(name)
        button.setToolTip(name)
        button.setAutoDefault(False)
        return button

    def set_notes(self, groups: tuple[NoteGroup, ...]) -> None:
        """Show these, from their beginning if they are others."""
        if groups != self._groups:
            self._groups = groups
            self._draw()

    @property
    def size(self) -> int:  # type: ignore[override]  # of letters, not of the widget
        """Of the letters, in pixels at 100%."""
        return self._size

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self._look = look
        self.text.setMinimumHeight(look.ui(84))
        self.own.set_look(look)
        self.own.field.setMinimumHeight(look.ui(44))
        self.own.field.setMaximumHeight(look.ui(66))
        self._draw()

    def _draw(self) -> None:
        look = self._look
        faces = ", ".join(f"'{family}'" for family in look.families)
        size = look.ui(self._size)
        paragraphs = []
        for group in self._groups:
            if group.title:
                paragraphs.append(
                    f'<p style="color: {look.name_of("muted")}; font-weight: 600; font-size: {look.ui(14)}px;'
                    f' margin-top: {look.ui(10)}px; margin-bottom: 2px;">{escape(group.title)}</p>'
                )
            paragraphs += [
                f'<p style="margin-top: 0px; margin-bottom: {look.ui(8)}px;">{escape(words)}</p>'
                for words in group.paragraphs
            ]
        if not paragraphs:
            words = self.tr("There are no notes on this slide.")
            paragraphs = [f'<p style="color: {look.name_of("muted")};">{escape(words)}</p>']
        style = f"font-family: {faces}; font-size: {size}px; color: {look.name_of('text')};"
        self.text.setHtml(f'<body style="{style}">{"".join(paragraphs)}</body>')
        self._smaller.setEnabled(self._size > SIZES[0])
        self._larger.setEnabled(self._size < SIZES[-1])

    @Slot()
    def _on_smaller(self) -> None:
        self._change(-1)

    @Slot()
    def _on_larger(self) -> None:
        self._change(1)

    def _change(self, direction: int) -> None:
        place = SIZES.index(self._size) + direction
        if 0 <= place < len(SIZES):
            self._size = SIZES[place]
            self._draw()
            self.size_changed.emit(self._size)


class _Text(QTextBrowser):
    """Up and Down scroll it; what a clicker sends goes on to the wall."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setOpenLinks(False)
        self.setWordWrapMode(QTextOption.WrapMode.WordWrap)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(2)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Scroll, copy; nothing else."""
        if event.key() in _KEPT_KEYS or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        else:
            event.ignore()
