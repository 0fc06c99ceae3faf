"""View > Text and reading: how pages look, each choice at once, with a few lines to try it on."""

from functools import partial
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import (
    QAbstractButton,
    QButtonGroup,
    QCheckBox,
    QGridLayout,
    QLabel,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from crmo_desktop.gui.dialogs.parts import PlainDialog
from crmo_desktop.gui.page_style import page_css
from crmo_desktop.gui.theme import LARGEST_TEXT, SMALLEST_TEXT, Look
from crmo_desktop.gui.typography import FACES, FALLBACK
from crmo_desktop.gui.widgets.page_view import PageView

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
_SAMPLE: Final = 190


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
        self._sample = PageView(_no_picture, self._body)
        self._sample.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(self._sample)
        self._size = self._add_size()
        self._add(FACE, self.tr("Face"), self._faces())
        self._add(SPACING, self.tr("Spacing"), self._spacings())
        self._add(COLOURS, self.tr("Colours"), self._colours())
        self._ruler = QCheckBox(self.tr("Reading ruler: a band on the line you read"), self._body)
        self._add(FOCUS, self.tr("Ruler and line focus"), self._focuses(), before=self._ruler)
        self._add(MOTION, self.tr("Motion"), self._motions())
        self._grid = QGridLayout()
        self._grid.setSpacing(18)
        self.body.addLayout(self._grid)
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
            ("atkinson", self.tr("Clear: letters that cannot be mistaken")),
            ("serif", self.tr("Serif: as in a book")),
            ("dyslexic", self.tr("Heavy foot: made for readers with dyslexia")),
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
            ("0", self.tr("No line focus")),
            ("1", self.tr("Line focus: one line, the others dimmed")),
            ("3", self.tr("Line focus: three lines")),
            ("5", self.tr("Line focus: five lines")),
        ]

    def _motions(self) -> list[tuple[str, str]]:
        return [
            ("system", self.tr("As the system")),
            ("reduced", self.tr("Reduced: the text cursor does not blink either")),
        ]

    # --- building

    def _add_size(self) -> QSpinBox:
        field = QSpinBox(self._body)
        field.setRange(SMALLEST_TEXT, LARGEST_TEXT)
        field.setSingleStep(_SIZE_STEP)
        field.setSuffix("%")
        field.setKeyboardTracking(False)  # "2" and "25" are on the way to "250"
        field.setAccessibleName(self.tr("Text size"))
        field.setSizePolicy(field.sizePolicy().Policy.Maximum, field.sizePolicy().verticalPolicy())
        self._box(self.tr("Text size"), [field])
        return field

    def _add(
        self, name: str, title: str, options: list[tuple[str, str]], *, before: QWidget | None = None
    ) -> None:
        """A group of which one is chosen; `before` stands above its options."""
        group = QButtonGroup(self)
        self._groups[name] = group
        buttons: list[QWidget] = []
        for value, words in options:
            button = QRadioButton(words, self._body)
            button.setProperty("value", value)
            group.addButton(button)
            buttons.append(button)
        group.buttonToggled.connect(partial(self._on_toggled, name))
        self._box(title, [*([before] if before else ()), *buttons])

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
        self._sample.set_page(self._words(), page_css(look), look, name=self.tr("Sample"))
        room = self.screen().availableGeometry()
        self._sample.setFixedHeight(min(look.ui(_SAMPLE), room.height() // 3))
        self._place(min(look.ui(_WIDTH), room.width() - 48) / look.ui_zoom < _ONE_COLUMN_BELOW)
        self.fit()

    def _place(self, is_one_column: bool) -> None:
        """Two columns of groups where they fit beside each other."""
        half = (len(self._boxes) + 1) // 2
        for number, box in enumerate(self._boxes):
            self._grid.removeWidget(box)
            row, column = (number, 0) if is_one_column else (number % half, number // half)
            self._grid.addWidget(box, row, column, Qt.AlignmentFlag.AlignTop)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 0 if is_one_column else 1)

    def _words(self) -> str:
        return (
            f"<h2>{self.tr('How pages look')}</h2>"
            f"<p>{self.tr('The bone is sore at night, and no germ is found. Read a line or two: ')}"
            f"{self.tr('letters, lines and colours are right when you need not think of them.')}</p>"
        )


def _no_picture(_name: str, _ratio: float) -> None:
    """The sample has none."""
