"""Own words for a handout: a heading, lines, lines to tick, room for writing."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from crmo_desktop.domain.publication import OwnWords
from crmo_desktop.gui.dialogs.paper_options import add_field
from crmo_desktop.gui.dialogs.parts import PlainDialog
from crmo_desktop.gui.theme import Look

_MOST_RULED = 40  # lines; a page has room for about thirty
_LONGEST = 200  # characters of a heading


class OwnWordsDialog(PlainDialog):
    """Asks for them."""

    written = Signal(object)  # an OwnWords

    def __init__(self, words: OwnWords, look: Look, parent: QWidget | None) -> None:
        super().__init__(self.tr("Own words"), look, parent, width=560)
        self._heading = QLineEdit(words.heading, self)
        self._heading.setMaxLength(_LONGEST)
        self._lines = QPlainTextEdit("\n".join(words.lines), self)
        self._lines.setTabChangesFocus(True)
        self._lines.setMinimumHeight(look.ui(90))
        self._ticked = QCheckBox(self.tr("Lines to tick"), self)
        self._ticked.setChecked(words.is_checklist)
        self._ruled = QSpinBox(self)
        self._ruled.setRange(0, _MOST_RULED)
        self._ruled.setValue(words.ruled)
        add_field(self.body, self.tr("Heading"), self._heading, self._body)
        add_field(self.body, self.tr("Your lines, one below the other"), self._lines, self._body)
        self.body.addWidget(self._ticked)
        add_field(self.body, self.tr("Empty lines to write on"), self._ruled, self._body)
        self.body.addStretch(1)
        leave = self.add_button(self.tr("Cancel"))
        take = self.add_button(self.tr("Put it in"), primary=True)
        leave.clicked.connect(self.reject)
        take.clicked.connect(self._on_take)
        self._heading.setFocus()
        self.fit()

    def words(self) -> OwnWords:
        """What is written."""
        lines = (" ".join(line.split()) for line in self._lines.toPlainText().splitlines())
        return OwnWords(
            heading=" ".join(self._heading.text().split()),
            lines=tuple(line for line in lines if line),
            ruled=self._ruled.value(),
            is_checklist=self._ticked.isChecked(),
        )

    @Slot()
    def _on_take(self) -> None:
        self.accept()
        words = self.words()
        if words.heading or words.lines or words.ruled:
            self.written.emit(words)
