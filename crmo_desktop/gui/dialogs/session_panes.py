"""The parts of the window in which a session is put together: what can be put in, the order, one part."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QCoreApplication, QSize, Qt, Signal, Slot
from PySide6.QtWidgets import (
    QDoubleSpinBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.session import LONGEST_NAME, Part, PartKind
from crmo_desktop.domain.session_json import MOST_MINUTES
from crmo_desktop.gui.dialogs.paper_options import add_field
from crmo_desktop.gui.dialogs.session_tools import SessionTools
from crmo_desktop.gui.models.part_model import Branch
from crmo_desktop.gui.widgets.dragged_list import DraggedList
from crmo_desktop.gui.widgets.flow_row import FlowRow
from crmo_desktop.gui.widgets.parts_offered import PartsOffered

if TYPE_CHECKING:
    from crmo_desktop.services.session_parts import Offer

_LONGEST_TITLE: Final = 200  # characters of the heading of own words


class PickPane(PartsOffered):
    """Topics and sections, cases, pictures and questions."""

    def __init__(self, tools: SessionTools, audience: Audience, parent: QWidget) -> None:
        self._parts = tools.parts
        super().__init__(
            self._all,
            audience,
            tools.look,
            tools.icons,
            parent,
            nothing=QCoreApplication.translate("PickPane", "Nothing has these words."),
        )
        self.tree.setAccessibleName(self.tr("What can be put in"))
        self.tree.setMinimumHeight(tools.look.ui(120))

    def _all(self, audience: Audience) -> tuple[Branch, ...]:
        offers = self._parts.offers(audience)
        others = (
            (self.tr("Cases"), _as_branches(offers.cases)),
            (self.tr("Pictures"), _as_branches(offers.pictures)),
            (self.tr("Questions"), _as_branches(offers.questions)),
        )
        return (
            *_as_branches(offers.chapters),
            *(Branch("", title, branches) for title, branches in others if branches),
        )


class OrderPane(QWidget):
    """The name, the parts in order with what can be done about them, and their minutes together."""

    def __init__(self, tools: SessionTools, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dialogBody")
        self._tools = tools
        self.name = QLineEdit(self)
        self.name.setMaxLength(LONGEST_NAME)
        self.list = DraggedList(tools.look, self)
        self.list.setAccessibleName(self.tr("Parts in order"))
        self.list.setMinimumHeight(tools.look.ui(140))
        self.empty = QLabel(
            self.tr("Nothing is put in yet. Tick topics, sections, pictures or questions in the list."), self
        )
        self.empty.setProperty("kind", "muted")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignTop)
        self.together = QLabel(self)
        self.together.setProperty("kind", "heading")
        self.together.setWordWrap(True)
        self.up = self._small(self.tr("Up"), "chevron-up", self.tr("Move up (Alt+Up)"))
        self.down = self._small(self.tr("Down"), "chevron-down", self.tr("Move down (Alt+Down)"))
        self.up.setAccessibleName(self.tr("Move up"))
        self.down.setAccessibleName(self.tr("Move down"))
        self.remove = self._small(self.tr("Take out"), "x", self.tr("Take out (Del)"))
        self.own = self._small(self.tr("Add &own words"), "note")
        self.undo = self._small(self.tr("Undo"), "arrow-back-up", self.tr("Undo (Ctrl+Z)"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        add_field(layout, self.tr("Name of the session"), self.name, self)
        layout.addWidget(self.together)
        layout.addWidget(self.empty, 1)
        layout.addWidget(self.list, 1)
        row = QWidget(self)
        flow = FlowRow(row, gap=8)
        for button in (self.up, self.down, self.remove, self.own, self.undo):
            flow.addWidget(button)
        layout.addWidget(row)

    def _small(self, words: str, icon: str, tip: str = "") -> QPushButton:
        button = QPushButton(words, self)
        button.setToolTip(tip)
        button.setProperty("kind", "small")
        button.setAutoDefault(False)
        look, icons = self._tools.look, self._tools.icons
        ratio = self.devicePixelRatioF()
        button.setIcon(icons.icon(icon, look, "text", 16, ratio, fades=True, before_words=True))
        button.setIconSize(QSize(icons.size_before_words(look, 16)))
        return button

    def show_parts(self, rows: Sequence[tuple[str, str]], place: int, together: str) -> None:
        """Show these titles and what is to be said of each, one of them as current; nobody is told."""
        self.list.set_parts(rows, place)
        self.list.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self.together.setText(together)

    def show_name(self, name: str) -> None:
        """Show what the session is called, without telling anybody."""
        if self.name.text() != name:
            self.name.setText(name)


class PartPane(QWidget):
    """The part that is current: its minutes, its note, of own words the words."""

    minutes_changed = Signal(object)  # a float, or None
    note_changed = Signal(str)  # as it is written
    words_changed = Signal(str, tuple)  # heading; lines

    def __init__(self, tools: SessionTools, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("dialogBody")
        look = tools.look
        self._title = QLabel(self)
        self._title.setProperty("kind", "cardTitle")
        self._about = QLabel(self)
        self._about.setProperty("kind", "muted")
        for label in (self._title, self._about):
            label.setWordWrap(True)
        self.minutes = QDoubleSpinBox(self)
        self.minutes.setRange(0, MOST_MINUTES)
        self.minutes.setDecimals(1)
        self.minutes.setSpecialValueText(self.tr("none"))
        self.note = self._field(look.ui(76))
        self.heading = QLineEdit(self)
        self.heading.setMaxLength(_LONGEST_TITLE)
        self.lines = self._field(look.ui(76))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for label in (self._title, self._about):
            layout.addWidget(label)
        self._own: tuple[QWidget, ...] = (
            add_field(layout, self.tr("Heading"), self.heading, self),
            self.heading,
            add_field(layout, self.tr("Your lines, one below the other"), self.lines, self),
            self.lines,
        )
        self._all: tuple[QWidget, ...] = (
            add_field(layout, self.tr("Minutes"), self.minutes, self),
            self.minutes,
            add_field(layout, self.tr("Note to yourself, on the console only"), self.note, self),
            self.note,
        )
        self.minutes.valueChanged.connect(self._on_minutes)
        self.note.textChanged.connect(self._on_note)
        self.heading.textChanged.connect(self._on_words)
        self.lines.textChanged.connect(self._on_words)

    def _field(self, height: int) -> QPlainTextEdit:
        field = QPlainTextEdit(self)
        field.setTabChangesFocus(True)
        field.setMinimumHeight(height)
        field.setMaximumHeight(2 * height)
        return field

    def show_part(self, part: Part | None, title: str, about: str) -> None:
        """Show a part, or that there is none, without telling anybody."""
        self._title.setText(title)
        self._about.setText(about)
        fields: tuple[QWidget, ...] = (self.minutes, self.note, self.heading, self.lines)
        for shown in self._all:
            shown.setVisible(part is not None)
        for shown in self._own:
            shown.setVisible(part is not None and part.kind is PartKind.OWN)
        if part is None:
            return
        for field in fields:
            field.blockSignals(True)
        self.minutes.setValue(part.minutes or 0)
        _set_text(self.note, part.note)
        if part.kind is PartKind.OWN:
            if " ".join(self.heading.text().split()) != part.title:
                self.heading.setText(part.title)
            if self._lines() != part.words:
                _set_text(self.lines, "\n".join(part.words))
        for field in fields:
            field.blockSignals(False)

    def _lines(self) -> tuple[str, ...]:
        lines = (" ".join(line.split()) for line in self.lines.toPlainText().splitlines())
        return tuple(line for line in lines if line)

    @Slot(float)
    def _on_minutes(self, minutes: float) -> None:
        self.minutes_changed.emit(minutes or None)

    @Slot()
    def _on_note(self) -> None:
        self.note_changed.emit(self.note.toPlainText())

    @Slot()
    def _on_words(self) -> None:
        self.words_changed.emit(" ".join(self.heading.text().split()), self._lines())


def _set_text(field: QPlainTextEdit, words: str) -> None:
    if field.toPlainText() != words:
        field.setPlainText(words)


def _as_branches(offers: "tuple[Offer, ...]") -> tuple[Branch, ...]:
    return tuple(Branch(offer.key, offer.title, _as_branches(offer.parts)) for offer in offers)
