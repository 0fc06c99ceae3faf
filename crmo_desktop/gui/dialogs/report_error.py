"""Help > Report an error on this page: a form whose every word is shown before it goes anywhere."""

from functools import partial
from typing import Final, NamedTuple

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from crmo_desktop.domain.errors import UserError
from crmo_desktop.export.report import Report, as_text
from crmo_desktop.gui.announcing import announce
from crmo_desktop.gui.dialogs.parts import PlainDialog
from crmo_desktop.gui.errors import words_of
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.flow_row import FlowRow

TEXT_FILE: Final = ".txt"
MAIL_FILE: Final = ".eml"
_LINES: Final = 2  # of a field; it scrolls beyond
_LINES_SHOWN: Final = 7  # of the report


class Known(NamedTuple):
    """What the program fills in.

    Attributes:
        place: topic, section and audience in words.
        address: where that is.
        edition: name, date and digest.
        program: name and version.
        words: selected on the page; "" for none.
        system: of the computer.
    """

    place: str
    address: str
    edition: str
    program: str
    words: str = ""
    system: str = ""


class Draft(NamedTuple):
    """What the reader has filled in.

    Attributes:
        with_words: the words selected go along.
        with_system: what is known of the computer goes along.
    """

    wrong: str = ""
    better: str = ""
    reply: str = ""
    with_words: bool = True
    with_system: bool = False

    @property
    def is_empty(self) -> bool:
        """Whether nothing was typed."""
        return not (self.wrong or self.better or self.reply).strip()


class ReportErrorDialog(PlainDialog):
    """Shows the report as it will be written, and changes it with each letter."""

    draft_changed = Signal(object)  # a Draft: what is filled in now
    file_wanted = Signal(str)  # the ending of the file that the report is to go into

    def __init__(self, known: Known, draft: Draft, look: Look, parent: QWidget | None) -> None:
        super().__init__(self.tr("Report an error on this page"), look, parent, width=700)
        self._known, self._cleared = known, Draft()
        self.add_title(self.tr("Report an error on this page"))
        self.add_words(
            self.tr(
                "Nothing is sent. The report is copied, or saved as a file that you can send yourself. What"
                " you write here is kept until the program is closed."
            ),
            muted=True,
        )
        self._wrong = self._add_field(self.tr("What is &wrong?"))
        self._better = self._add_field(self.tr("What should it say, and where &does it say so?"))
        self._reply = self._add_line(self.tr("Your &name, or how to reach you, if you like"))
        self._with_words = self._add_box(self.tr("Add the w&ords selected on the page"))
        self._with_words.setVisible(bool(known.words))
        self._with_system = self._add_box(self.tr("Add what &system this computer has"))
        label = self._add_label(self.tr("As it will &be written"))
        self._shown = self._add_text(label, _LINES_SHOWN)
        self._shown.setReadOnly(True)
        self._add_below()
        self._add_foot()
        self.set_draft(draft)
        self._connect()
        self._wrong.setFocus()
        self.fit()

    # --- building

    def _add_label(self, words: str) -> QLabel:
        label = QLabel(words, self._body)
        label.setWordWrap(True)
        label.setProperty("kind", "heading")
        self.body.addWidget(label)
        return label

    def _add_text(self, label: QLabel, lines: int) -> QPlainTextEdit:
        field = QPlainTextEdit(self._body)
        field.setTabChangesFocus(True)
        field.setAccessibleName(label.text().replace("&", ""))
        room = round(2 * field.document().documentMargin()) + self._look.ui(14)
        field.setFixedHeight(lines * self._look.ui(21) + room)
        label.setBuddy(field)
        self.body.addWidget(field)
        return field

    def _add_field(self, words: str) -> QPlainTextEdit:
        return self._add_text(self._add_label(words), _LINES)

    def _add_line(self, words: str) -> QLineEdit:
        label, field = self._add_label(words), QLineEdit(self._body)
        field.setAccessibleName(words.replace("&", ""))
        label.setBuddy(field)
        self.body.addWidget(field)
        return field

    def _add_box(self, words: str) -> QCheckBox:
        box = QCheckBox(words, self._body)
        self.body.addWidget(box)
        return box

    def _add_below(self) -> None:
        """What can be done with the report, and what was done."""
        row = FlowRow()
        self._copy = self._add_small(row, self.tr("&Copy the report"))
        self._clear = self._add_small(row, self.tr("C&lear the form"))
        self._back = self._add_small(row, self.tr("Bring it bac&k"))
        self._back.hide()
        self.body.addLayout(row)
        self._said = self.add_words("")
        self._said.hide()

    def _add_small(self, row: FlowRow, words: str) -> QPushButton:
        button = QPushButton(words, self._body)
        button.setProperty("kind", "small")
        button.setAutoDefault(False)
        row.addWidget(button)
        return button

    def _add_foot(self) -> None:
        self._mail = self.add_button(self.tr("Save as &mail draft…"))
        self._save = self.add_button(self.tr("Save as &text…"), primary=True)
        self._close = self.add_button(self.tr("Close"))

    def _connect(self) -> None:
        for field in (self._wrong, self._better):
            field.textChanged.connect(self._on_changed)
        self._reply.textEdited.connect(self._on_changed)
        for box in (self._with_words, self._with_system):
            box.toggled.connect(self._on_changed)
        self._clear.clicked.connect(self._on_clear)
        self._back.clicked.connect(self._on_back)
        self._copy.clicked.connect(self._on_copy)
        self._mail.clicked.connect(partial(self.file_wanted.emit, MAIL_FILE))
        self._save.clicked.connect(partial(self.file_wanted.emit, TEXT_FILE))
        self._close.clicked.connect(self.accept)

    # --- what is filled in

    def draft(self) -> Draft:
        """What is filled in now."""
        return Draft(
            self._wrong.toPlainText(),
            self._better.toPlainText(),
            self._reply.text(),
            self._with_words.isChecked(),
            self._with_system.isChecked(),
        )

    def set_draft(self, draft: Draft) -> None:
        """Fill the form in, and tell nobody."""
        parts = (self._wrong, self._better, self._reply, self._with_words, self._with_system)
        before = [part.blockSignals(True) for part in parts]
        self._wrong.setPlainText(draft.wrong)
        self._better.setPlainText(draft.better)
        self._reply.setText(draft.reply)
        self._with_words.setChecked(draft.with_words)
        self._with_system.setChecked(draft.with_system)
        for part, was in zip(parts, before, strict=True):
            part.blockSignals(was)
        self._refresh()

    def subject(self) -> str:
        """What a mail with the report is called."""
        return self.tr("CRMO Desktop: error on “{place}”").format(place=self._known.place)

    def text(self) -> str:
        """The report."""
        known, draft = self._known, self.draft()
        facts = [
            (self.tr("Page"), known.place),
            (self.tr("Address"), known.address),
            (self.tr("Edition"), known.edition),
            (self.tr("Program"), known.program),
            (self.tr("System"), known.system if draft.with_system else ""),
        ]
        answers = [
            (self.tr("Words on the page:"), known.words if draft.with_words else ""),
            (self.tr("What is wrong?"), draft.wrong),
            (self.tr("What should it say, and where does it say so?"), draft.better),
            (self.tr("From:"), draft.reply),
        ]
        return as_text(Report(self.tr("Report of an error in CRMO Desktop"), tuple(facts), tuple(answers)))

    def _refresh(self) -> None:
        self._shown.setPlainText(self.text())
        self._clear.setEnabled(not self.draft().is_empty)

    @Slot()
    def _on_changed(self) -> None:
        self._back.hide()
        self._refresh()
        self.draft_changed.emit(self.draft())

    # --- what happens to it

    @Slot()
    def _on_clear(self) -> None:
        self._cleared = self.draft()
        self.set_draft(Draft())
        self.draft_changed.emit(self.draft())
        self._back.show()
        self.say(self.tr("Cleared."))
        self._wrong.setFocus()

    @Slot()
    def _on_back(self) -> None:
        self.set_draft(self._cleared)
        self.draft_changed.emit(self.draft())
        self._back.hide()
        self.say(self.tr("As it was before."))
        self._wrong.setFocus()

    @Slot()
    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.text())
        self.say(self.tr("Report copied. Nothing was sent."))

    def say(self, words: str) -> None:
        """Tell what was done."""
        self._said.setText(words)
        self._said.show()
        announce(self._said, words)

    def show_error(self, error: UserError) -> None:
        """Tell what went wrong; the form stays."""
        self.say(" ".join(words_of(error)))
