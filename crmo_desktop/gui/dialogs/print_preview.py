"""File > Print: what is printed, for whom and how, beside the pages as they will be."""

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.publication import OwnList, OwnWords, Publication
from crmo_desktop.gui.dialogs.book_making import TYPING
from crmo_desktop.gui.dialogs.paper_options import PaperOptions, add_field, shrink
from crmo_desktop.gui.dialogs.paper_tools import PaperTools, Shown, keep_look, preferred_look
from crmo_desktop.gui.dialogs.print_subjects import FOUND, Subject, subjects
from crmo_desktop.gui.dialogs.sheet_dialog import SheetDialog
from crmo_desktop.gui.mirroring import margins
from crmo_desktop.services.publishing import RULED, joined, with_own_questions, without_missing

_BOTH: Final = "both"


class PrintPreview(SheetDialog):
    """Every choice shows its pages at once."""

    def __init__(self, tools: PaperTools, shown: Shown, parent: QWidget | None) -> None:
        super().__init__(tools, parent)
        self.setWindowTitle(self.tr("Print"))
        self._subjects = subjects(tools.reading, shown, tools.handouts.all())
        self._kind = ""  # of what was chosen last: its boxes were ticked as suits it
        body = QWidget(self)
        self._body = QVBoxLayout(body)
        self._body.setContentsMargins(*margins(0, 0, 8, 0))
        self._body.setSpacing(6)
        self.what, self.whom = self._add_what(body, shown.audience)
        self.options = PaperOptions(body)
        self._body.addWidget(self.options)
        self._shown = shown
        self.notes = QCheckBox(self.tr("My notes"), body)
        self.notes.setEnabled(shown.notes is not None)
        self._body.addWidget(self.notes)
        self.room, self.own = self._add_questions(body)
        self._body.addStretch(1)
        self.place_choices(body)
        self.what.activated.connect(self._on_what)
        self.whom.activated.connect(self._on_changed)
        self.options.changed.connect(self._on_changed)
        self.options.typed.connect(self._on_typed)
        self.notes.toggled.connect(self._on_changed)
        self.room.toggled.connect(self._on_changed)
        self.own.textChanged.connect(self._on_typed)
        self._show_subject()
        self.what.setFocus()

    # --- building

    def _add_what(self, body: QWidget, audience: Audience) -> tuple[QComboBox, QComboBox]:
        self._body.addWidget(self.title_label(self.tr("Print"), body))
        what, whom = QComboBox(body), QComboBox(body)
        for subject in self._subjects:
            what.addItem(subject.words, subject.name)
        for value, words in (
            (Audience.PATIENT.value, self.tr("Families")),
            (Audience.CLINICIAN.value, self.tr("Clinicians")),
            (_BOTH, self.tr("Families and clinicians")),
        ):
            whom.addItem(words, value)
        whom.setCurrentIndex(whom.findData(audience.value))
        add_field(self._body, self.tr("What"), what, body)
        self._gone = QLabel(body)
        self._gone.setProperty("kind", "muted")
        self._gone.setWordWrap(True)
        self._body.addWidget(self._gone)
        self._whom_label = add_field(self._body, self.tr("For whom"), whom, body)
        for combo in (what, whom):
            shrink(combo)
        return what, whom

    def _add_questions(self, body: QWidget) -> tuple[QCheckBox, QPlainTextEdit]:
        room = QCheckBox(self.tr("Room for own questions"), body)
        room.setChecked(True)
        self._body.addWidget(room)
        own = QPlainTextEdit(body)
        own.setTabChangesFocus(True)
        own.setMinimumHeight(self._look.ui(64))
        own.setMaximumHeight(self._look.ui(110))
        self._own_label = add_field(self._body, self.tr("Own questions, one in a line"), own, body)
        return room, own

    # --- what is chosen

    def subject(self) -> Subject:
        """What is to be printed."""
        return self._subjects[self.what.currentIndex()]

    def choose(self, name: str) -> None:
        """Choose what is to be printed, by its name."""
        self.what.setCurrentIndex(self.what.findData(name))
        self._show_subject()

    def _audiences(self) -> tuple[Audience, ...]:
        chosen = self.whom.currentData()
        return tuple(Audience) if chosen == _BOTH else (Audience(chosen),)

    def _show_subject(self) -> None:
        subject = self.subject()
        self.what.setToolTip(subject.words)
        has_choice = len(subject.audiences) > 1
        self.whom.setVisible(has_choice)
        self._whom_label.setVisible(has_choice)
        self.notes.setVisible(self._is_shown(subject))
        self.options.offer_reference(subject.name != FOUND or not self._is_own())
        self.room.setVisible(subject.is_questions)
        self.own.setVisible(subject.is_questions)
        self._own_label.setVisible(subject.is_questions)
        self.options.offer_contents(subject.has_contents)
        kind = "questions" if subject.is_questions else subject.name if subject.handout else "pages"
        if kind != self._kind:
            self._kind = kind
            self.options.show_publication(self._usual(subject))
        self._make()

    def _usual(self, subject: Subject) -> Publication:
        """How `subject` looks before anything is chosen."""
        if subject.handout is not None:
            return subject.handout.publication
        preferences = self._tools.preferences
        return Publication(
            title="",
            contents=(),
            look=preferred_look(preferences),
            clinic=preferences.clinic,
            has_title_page=True,
            has_list_of_contents=True,
            has_index=True,
            has_name_line=subject.is_questions,
            has_red_flags=subject.is_questions,
            has_sources=not subject.is_questions,
        )

    def publication(self) -> Publication:
        """What is chosen, with all that goes along."""
        subject = self.subject()
        made = self.options.applied_to(subject.make(self._audiences()))
        if not subject.has_contents and subject.handout is None:
            made = replace(made, has_title_page=False, has_list_of_contents=False, has_index=False)
        if self._is_shown(subject) and self.notes.isChecked() and self._shown.notes is not None:
            made = replace(made, contents=(*made.contents, self._shown.notes))
        if subject.is_questions and (self.room.isChecked() or self._own_lines()):
            made = with_own_questions(
                made,
                OwnWords(
                    heading=self.tr("Your own questions"),
                    lines=self._own_lines(),
                    ruled=RULED if self.room.isChecked() else 0,
                    is_checklist=True,
                ),
            )
        return made

    def _is_shown(self, subject: Subject) -> bool:
        """Whether it is the topic that the reader has before them."""
        return self._shown.topic is not None and subject.name == self._shown.topic

    def _is_own(self) -> bool:
        """Whether what is listed is the reader's own, without any words of the reference."""
        found = self._shown.found
        return found is not None and all(isinstance(one, OwnList | OwnWords) for one in found.contents)

    def _own_lines(self) -> tuple[str, ...]:
        lines = (" ".join(line.split()) for line in self.own.toPlainText().splitlines())
        return tuple(line for line in lines if line)

    def _make(self, after: int = 0) -> None:
        publication, missing = without_missing(self._tools.reading, self.publication())
        handout = self.subject().handout
        names = {} if handout is None else handout.names
        gone = ", ".join(names.get(key, key) for key in missing)
        self._gone.setText(self.tr("No longer in this edition: {names}").format(names=gone))
        self._gone.setVisible(bool(missing))
        if publication.contents:
            self.ask(joined(publication), after=after)
        else:
            self.show_nothing(self.tr("Nothing of this is in this edition."))

    def title_of_file(self) -> str:
        """The title of what is chosen; of a handout its name."""
        handout = self.subject().handout
        return super().title_of_file() if handout is None else handout.name

    @Slot()
    def _on_what(self) -> None:
        self._show_subject()

    @Slot()
    def _on_changed(self) -> None:
        self._keep()
        self._make()

    @Slot()
    def _on_typed(self) -> None:
        self._keep()
        self._make(TYPING)

    def _keep(self) -> None:
        if self.subject().handout is None:
            keep_look(self._tools.preferences, self.publication())
