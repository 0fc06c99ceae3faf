"""View > Text and reading: how pages look, each choice at once, with a few lines to try it on."""

from functools import partial
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QButtonGroup,
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from crmo_desktop.gui.dialogs.parts import PlainDialog
from crmo_desktop.gui.page_style import page_css
from crmo_desktop.gui.theme import LARGEST_TEXT, SMALLEST_TEXT, Look
from crmo_desktop.gui.typography import FACES, FALLBACK

SIZE: Final = "size"
FACE: Final = "face"
SPACING: Final = "spacing"
COLOURS: Final = "colours"
RULER: Final = "ruler"
FOCUS: Final = "focus"
MOTION: Final = "motion"
_SIZE_STEP: Final = 10
_WIDTH: Final = 720
_ONE_COLUMN_BELOW: Final = 600  # pixels at 100%
_IN_THE_FIRST: Final = 4  # groups
_SIZES: Final = (100, 150, 200, 250)


class Choices(NamedTuple):
    """What is chosen.

    Attributes:
        size: per cent.
        focus: rows that line focus leaves clear, as text; "0" without it.
        locked: why colours cannot be changed; "" where they can.
    """

    size: int
    face: str
    spacing: str
    colours: str
    ruler: bool
    focus: str
    motion: str
    locked: str = ""


class ReadingDialog(PlainDialog):
    """Tells every choice as it is made; who opened it makes it so."""

    chosen = Signal(str, object)  # what, by a name above, and its value
    normal_wanted = Signal()

    def __init__(self, choices: Choices, look: Look, parent: QWidget | None) -> None:
        super().__init__(self.tr("Text and reading"), look, parent, width=_WIDTH)
        self._groups: dict[str, QButtonGroup] = {}
        self._boxes: list[QWidget] = []
        self._sample = QLabel(self._body)
        self._sample.setObjectName("sample")
        self._sample.setTextFormat(Qt.TextFormat.RichText)
        self._sample.setWordWrap(True)
        self.body.addWidget(self._sample)
        self._size = self._add_size()
        self._add(FACE, self.tr("Face"), self._faces())
        self._add(SPACING, self.tr("Spacing"), self._spacings())
        self._add(MOTION, self.tr("Motion"), self._motions())
        self._add(COLOURS, self.tr("Colours"), self._colours())
        self._ruler = self._add_ruler()
        self._add(FOCUS, self.tr("Line focus"), self._focuses())
        self._columns = (QVBoxLayout(), QVBoxLayout())
        self._lay_out()
        normal = self.add_button(self.tr("Back to normal"))
        close = self.add_button(self.tr("Close"), primary=True)
        normal.clicked.connect(self.normal_wanted)
        close.clicked.connect(self.accept)
        self._size.valueChanged.connect(partial(self.chosen.emit, SIZE))
        self._ruler.toggled.connect(partial(self.chosen.emit, RULER))
        self._lock(choices.locked)
        self.set_choices(choices)
        self.set_look(look)
        self._size.setFocus()

    # --- what can be chosen

    def _faces(self) -> list[tuple[str, str]]:
        return [
            ("atkinson", self.tr("Clear, the usual one")),
            ("serif", self.tr("Serif, as in books")),
            ("dyslexic", self.tr("Made for dyslexia")),
        ]

    def _spacings(self) -> list[tuple[str, str]]:
        return [
            ("normal", self.tr("Normal")),
            ("roomy", self.tr("Roomy")),
            ("very_roomy", self.tr("Very roomy")),
        ]

    def _colours(self) -> list[tuple[str, str]]:
        return [
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
            ("sepia", self.tr("Sepia")),
            ("hc_black", self.tr("High contrast, black")),
            ("hc_white", self.tr("High contrast, white")),
        ]

    def _focuses(self) -> list[tuple[str, str]]:
        return [
            ("0", self.tr("Off")),
            ("1", self.tr("One line, the others dimmed")),
            ("3", self.tr("Three lines")),
            ("5", self.tr("Five lines")),
        ]

    def _motions(self) -> list[tuple[str, str]]:
        return [
            ("system", self.tr("As the system")),
            ("reduced", self.tr("Reduced: no blinking")),
        ]

    # --- building

    def _add_size(self) -> QSpinBox:
        field = QSpinBox(self._body)
        field.setRange(SMALLEST_TEXT, LARGEST_TEXT)
        field.setSingleStep(_SIZE_STEP)
        field.setSuffix("%")
        field.setKeyboardTracking(False)  # "2" and "25" are on the way to "250"
        field.setAccessibleName(self.tr("Text size"))
        row = QWidget(self._body)
        row.setObjectName("dialogBody")
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(field)
        for size in _SIZES:
            button = QPushButton(f"{size}%", row)
            button.setProperty("kind", "small")
            button.setAutoDefault(False)
            button.setAccessibleName(self.tr("Text size {size}%").format(size=size))
            button.clicked.connect(partial(self._on_size_button, size))
            layout.addWidget(button)
        layout.addStretch(1)
        self._box(self.tr("Text size"), [row])
        return field

    def _add_ruler(self) -> QCheckBox:
        box = QCheckBox(self.tr("A band on the line you read"), self._body)
        self._box(self.tr("Reading ruler"), [box])
        return box

    def _add(self, name: str, title: str, options: list[tuple[str, str]]) -> None:
        """A group of which one is chosen."""
        group = QButtonGroup(self)
        self._groups[name] = group
        buttons: list[QWidget] = []
        for value, words in options:
            button = QRadioButton(words, self._body)
            button.setProperty("value", value)
            group.addButton(button)
            buttons.append(button)
        group.buttonToggled.connect(partial(self._on_toggled, name))
        self._box(title, buttons)

    def _box(self, title: str, parts: list[QWidget]) -> None:
        box = QWidget(self._body)
        box.setObjectName("dialogBody")
        box.setAccessibleName(title)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        label = QLabel(title, box)
        label.setProperty("kind", "heading")
        layout.addWidget(label)
        for part in parts:
            part.setAccessibleDescription(title)
            layout.addWidget(part)
        self._boxes.append(box)

    def _lock(self, why: str) -> None:
        for button in self._groups[COLOURS].buttons() if why else ():
            button.setEnabled(False)
            button.setToolTip(why)
            button.setAccessibleDescription(why)

    # --- what is chosen

    def set_choices(self, choices: Choices) -> None:
        """Show `choices` without telling them."""
        self._size.blockSignals(True)
        self._size.setValue(choices.size)
        self._size.blockSignals(False)
        self._ruler.blockSignals(True)
        self._ruler.setChecked(choices.ruler)
        self._ruler.blockSignals(False)
        for name, group in self._groups.items():
            group.blockSignals(True)
            for button in group.buttons():
                button.setChecked(button.property("value") == getattr(choices, name))
            group.blockSignals(False)

    def options(self, name: str) -> list[QAbstractButton]:
        """The buttons of a group, in order."""
        return self._groups[name].buttons()

    def _on_size_button(self, size: int, _checked: bool = False) -> None:
        self._size.setValue(size)

    @Slot(QAbstractButton, bool)
    def _on_toggled(self, name: str, button: QAbstractButton, checked: bool) -> None:
        if checked:
            self.chosen.emit(name, button.property("value"))

    # --- look

    def set_look(self, look: Look) -> None:
        """Draw with another look: the sample first, then as much room as larger words need."""
        self._look = look
        for button in self._groups[FACE].buttons():
            face = FACES[str(button.property("value"))]
            button.setStyleSheet(f'font-family: "{face.text}", "{FALLBACK}";')
        families = ", ".join(f'"{family}"' for family in look.page_families)
        self._sample.setStyleSheet(f"font-family: {families}; font-size: {look.px(18)}px;")
        self._sample.setText(f"<style>{page_css(look)}</style>{self._words()}")
        room = self.screen().availableGeometry().width() - 48
        self._place(min(look.ui(_WIDTH), room) / look.ui_zoom < _ONE_COLUMN_BELOW)
        self.fit()

    def _lay_out(self) -> None:
        """The groups in two columns, which stand beside each other where both fit."""
        both = QWidget(self._body)
        both.setObjectName("dialogBody")
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight, both)
        self._beside.setContentsMargins(0, 4, 0, 0)
        self._beside.setSpacing(24)
        for number, column in enumerate(self._columns):
            column.setSpacing(16)
            for box in self._boxes[number * _IN_THE_FIRST : _IN_THE_FIRST + number * len(self._boxes)]:
                column.addWidget(box)
            column.addStretch(1)
            self._beside.addLayout(column, 1)
        self.body.addWidget(both)

    def _place(self, is_one_column: bool) -> None:
        direction = QBoxLayout.Direction
        self._beside.setDirection(direction.TopToBottom if is_one_column else direction.LeftToRight)
        self._beside.setSpacing(16 if is_one_column else 24)

    def _words(self) -> str:
        words = self.tr("This is how a page will look: “quiet” words, capitals (CRMO), figures 0123456789.")
        return f"<p>{words}</p>"
