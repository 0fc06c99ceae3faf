"""How paper is to look: clinic, sheet, size of type, and what goes along."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any, Final

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QVBoxLayout, QWidget

from crmo_desktop.domain.publication import PaperLook, PaperSize, Publication, TypeSize

CONTENTS: Final = "contents"
_LONGEST_CLINIC: Final = 120  # characters
# Each check box and the values of a publication that it stands for.
_VALUES: Final = {
    "name_line": ("has_name_line",),
    "red_flags": ("has_red_flags",),
    "sources": ("has_sources",),
    "pictures": ("has_pictures",),
    CONTENTS: ("has_title_page", "has_list_of_contents", "has_index"),
}


class PaperOptions(QWidget):
    """Fields and boxes below one another."""

    changed = Signal()  # the reader has chosen something else
    typed = Signal()  # the reader is writing the name of the clinic

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("dialogBody")
        self.clinic = QLineEdit(self)
        self.clinic.setMaxLength(_LONGEST_CLINIC)
        self.sheet = self._combo(
            [(PaperSize.A4, self.tr("A4, upright")), (PaperSize.LETTER, self.tr("Letter, upright"))]
        )
        self.type_size = self._combo(
            [
                (TypeSize.NORMAL, self.tr("Normal")),
                (TypeSize.LARGE, self.tr("Large")),
                (TypeSize.LARGEST, self.tr("Largest")),
            ]
        )
        self.boxes = {
            "name_line": QCheckBox(self.tr("Room for name and date"), self),
            "red_flags": QCheckBox(self.tr("Red flags at the end"), self),
            "sources": QCheckBox(self.tr("Sources"), self),
            "pictures": QCheckBox(self.tr("Pictures"), self),
            CONTENTS: QCheckBox(self.tr("Contents and index"), self),
        }
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(6)
        for words, field in (
            (self.tr("Name of the clinic"), self.clinic),
            (self.tr("Paper"), self.sheet),
            (self.tr("Type"), self.type_size),
        ):
            add_field(self._layout, words, field, self)
        self._layout.addSpacing(4)
        for box in self.boxes.values():
            self._layout.addWidget(box)
            box.toggled.connect(self._on_changed)
        self.clinic.textEdited.connect(self._on_typed)

    def _combo(self, choices: Sequence[tuple[str, str]]) -> QComboBox:
        combo = QComboBox(self)
        shrink(combo)
        for value, words in choices:
            combo.addItem(words, value)
        combo.activated.connect(self._on_changed)
        return combo

    def show_publication(self, publication: Publication) -> None:
        """Show how `publication` is to look, without telling anybody."""
        if self.clinic.text() != publication.clinic:
            self.clinic.setText(publication.clinic)
        self.sheet.setCurrentIndex(self.sheet.findData(publication.look.size))
        self.type_size.setCurrentIndex(self.type_size.findData(publication.look.type_size))
        for name, box in self.boxes.items():
            box.blockSignals(True)
            box.setChecked(all(getattr(publication, value) for value in _VALUES[name]))
            box.blockSignals(False)

    def offer_contents(self, on: bool) -> None:
        """Whether a list of contents makes sense."""
        self.boxes[CONTENTS].setVisible(on)

    def offer_reference(self, on: bool) -> None:
        """Whether it has sources and pictures, as the reference has them."""
        for name in ("sources", "pictures"):
            self.boxes[name].setVisible(on)

    def applied_to(self, publication: Publication) -> Publication:
        """`publication` looking as is chosen."""
        flags: dict[str, Any] = {
            value: box.isChecked()
            for name, box in self.boxes.items()
            for value in _VALUES[name]
            if not box.isHidden()
        }
        look = PaperLook(
            size=PaperSize(self.sheet.currentData()), type_size=TypeSize(self.type_size.currentData())
        )
        return replace(publication, look=look, clinic=self.clinic.text().strip(), **flags)

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit()

    @Slot()
    def _on_typed(self) -> None:
        self.typed.emit()


def add_field(layout: QVBoxLayout, words: str, field: QWidget, parent: QWidget) -> QLabel:
    """Put `field` below a line of words that names it."""
    label = QLabel(words, parent)
    label.setProperty("kind", "heading")
    label.setBuddy(field)
    field.setAccessibleName(words)
    layout.addWidget(label)
    layout.addWidget(field)
    return label


def shrink(combo: QComboBox) -> None:
    """Let `combo` be narrower than its longest choice: its list shows that whole."""
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(8)
