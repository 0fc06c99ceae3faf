"""Slides out of the program: what, for whom and how, beside the pages as they will be; print, PDF, .pptx."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QTimer, Slot
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QVBoxLayout, QWidget

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.publication import PaperSize
from crmo_desktop.domain.slide_paper import SlideLayout, SlidePaper
from crmo_desktop.gui.asking_place import ask_place
from crmo_desktop.gui.dialogs.paper_options import add_field, shrink
from crmo_desktop.gui.dialogs.paper_tools import PaperTools, preferred_look
from crmo_desktop.gui.dialogs.sheet_dialog import SheetDialog
from crmo_desktop.gui.dialogs.slide_subjects import SlideSubject
from crmo_desktop.gui.handing_out.handed import SlidesWanted
from crmo_desktop.gui.mirroring import margins
from crmo_desktop.gui.slides.slide import Room
from crmo_desktop.services.publishing import file_name

_SHOWN: Final = 20  # milliseconds until what was said can be seen


class SlideTools(NamedTuple):
    """What the window works with.

    Attributes:
        paper: its `make` takes a SlidesWanted.
        write: puts a file of slides (.pptx) where it is told.
    """

    paper: PaperTools
    write: Callable[[SlidesWanted, Path], None]


class SlidesOutDialog(SheetDialog):
    """Every choice shows its pages at once."""

    def __init__(
        self,
        tools: SlideTools,
        subjects: Sequence[SlideSubject],
        audience: Audience,
        parent: QWidget | None,
    ) -> None:
        """Offer `subjects`, the first of them chosen; `audience` is the reader's."""
        super().__init__(tools.paper, parent)
        self.setWindowTitle(self.tr("Slides as a file"))
        self._write, self._subjects = tools.write, subjects
        self._wanted: SlidesWanted | None = None
        self._place: Path | None = None  # where a file of slides goes
        self.slides_button = self._button(self.tr("Save as .ppt&x"), "presentation", "plain")
        self.slides_button.setToolTip(self.tr("Slides for PowerPoint and Impress, to be changed there"))
        self.slides_button.clicked.connect(self.save_slides)
        self._outputs.append(self.slides_button)
        body = QWidget(self)
        self._body = QVBoxLayout(body)
        self._body.setContentsMargins(*margins(0, 0, 8, 0))
        self._body.setSpacing(6)
        self._add_choices(body, audience)
        self._body.addStretch(1)
        self.place_choices(body)
        self._connect_choices()
        self._show_subject()
        self.what.setFocus()

    # --- building

    def _add_choices(self, body: QWidget, audience: Audience) -> None:
        self._body.addWidget(self.title_label(self.tr("Slides as a file"), body))
        self.what = self._combo(self.tr("What"), [(one.words, one.name) for one in self._subjects], body)
        self._gone = QLabel(body)
        self._gone.setProperty("kind", "muted")
        self._gone.setWordWrap(True)
        self._body.addWidget(self._gone)
        for_whom = [
            (self.tr("Families"), Audience.PATIENT.value),
            (self.tr("Clinicians"), Audience.CLINICIAN.value),
        ]
        self.whom = self._combo(self.tr("For whom"), for_whom, body)
        self._whom_label = self._label
        self.whom.setCurrentIndex(self.whom.findData(audience.value))
        layouts = [
            (self.tr("One slide a page"), SlideLayout.ONE.value),
            (self.tr("Two slides a page"), SlideLayout.TWO.value),
            (self.tr("Six slides a page"), SlideLayout.SIX.value),
            (self.tr("Notes pages"), SlideLayout.NOTES.value),
            (self.tr("Handout with lines to write on"), SlideLayout.LINES.value),
        ]
        self.layouts = self._combo(self.tr("Pages"), layouts, body)
        themes = [
            (self.tr("Light"), "light"),
            (self.tr("Dark"), "dark"),
            (self.tr("High contrast"), "contrast"),
            (self.tr("White, to save ink"), "print"),
        ]
        self.themes = self._combo(self.tr("Colours"), themes, body)
        shapes = [(self.tr("Wide, 16:9"), "16:9"), (self.tr("Narrow, 4:3"), "4:3")]
        self.shapes = self._combo(self.tr("Shape of the slides"), shapes, body)
        sheets = [
            (self.tr("A4 paper"), PaperSize.A4.value),
            (self.tr("Letter paper"), PaperSize.LETTER.value),
        ]
        self.sheets = self._combo(self.tr("Paper"), sheets, body)
        self.sheets.setCurrentIndex(self.sheets.findData(preferred_look(self._tools.preferences).size.value))
        self.answers = QCheckBox(self.tr("Answers to questions"), body)
        self.sources = QCheckBox(self.tr("Full list of sources at the end"), body)
        for box in (self.answers, self.sources):
            box.setChecked(True)
            self._body.addWidget(box)

    def _combo(self, words: str, choices: Sequence[tuple[str, str]], body: QWidget) -> QComboBox:
        combo = QComboBox(body)
        for name, value in choices:
            combo.addItem(name, value)
        self._label = add_field(self._body, words, combo, body)
        shrink(combo)
        return combo

    def _connect_choices(self) -> None:
        self.what.activated.connect(self._on_what)
        for combo in (self.whom, self.layouts, self.themes, self.shapes, self.sheets):
            combo.activated.connect(self._on_changed)
        for box in (self.answers, self.sources):
            box.toggled.connect(self._on_changed)

    # --- what is chosen

    def subject(self) -> SlideSubject | None:
        """Whose slides are to go out; None where nothing is offered."""
        place = self.what.currentIndex()
        return self._subjects[place] if 0 <= place < len(self._subjects) else None

    def _room(self) -> Room:
        width = 960.0 if self.shapes.currentData() == "4:3" else 1280.0
        return Room(theme=self.themes.currentData(), width=width, builds=False, is_paper=True)

    def _paper(self) -> SlidePaper:
        return SlidePaper(
            layout=SlideLayout(self.layouts.currentData()),
            size=PaperSize(self.sheets.currentData()),
            has_answers=self.answers.isChecked(),
            has_sources=self.sources.isChecked(),
        )

    def _show_subject(self) -> None:
        subject = self.subject()
        has_choice = subject is not None and len(subject.audiences) > 1
        self.whom.setVisible(has_choice)
        self._whom_label.setVisible(has_choice)
        self._make()

    def _make(self) -> None:
        subject = self.subject()
        self._gone.hide()
        self._wanted = None
        if subject is None:
            self.show_nothing(self.tr("No topic is open, and no session is kept."))
            return
        try:
            talk = subject.talk(Audience(self.whom.currentData()))
        except UserError as error:
            self.show_nothing(self.tr("There are no slides of this."))
            self.show_error(error)
            return
        self._gone.setText(
            self.tr("No longer in this edition: {names}").format(names=", ".join(talk.missing))
        )
        self._gone.setVisible(bool(talk.missing))
        if talk.is_bare:
            self.show_nothing(self.tr("Nothing of this is in this edition."))
            return
        self._wanted = SlidesWanted(talk, self._room(), self._paper())
        self.ask(self._wanted)

    @Slot()
    def _on_what(self) -> None:
        self._show_subject()

    @Slot()
    def _on_changed(self) -> None:
        preferences, size = self._tools.preferences, self.sheets.currentData()
        if preferred_look(preferences).size.value != size:
            preferences.paper_size = size
        self._make()

    # --- a file of slides

    @Slot()
    def save_slides(self) -> None:
        """Ask where, and save the slides as .pptx."""
        if self._book is None or not self.slides_button.isEnabled():
            return
        date = self._tools.reading.edition.made_on.isoformat()
        dialog = ask_place(
            self,
            self.tr("Save the slides"),
            self.tr("Slides (*.pptx)"),
            file_name(self.title_of_file(), date, ".pptx"),
        )
        dialog.fileSelected.connect(self._on_place)
        dialog.open()

    @Slot(str)
    def _on_place(self, place: str) -> None:
        self._place = Path(place)
        self.say(self.tr("Saving …"))
        QTimer.singleShot(_SHOWN, self, self._write_slides)  # a session takes seconds: this is told before

    @Slot()
    def _write_slides(self) -> None:
        if self._place is None or self._wanted is None:
            return
        path, self._place = self._place, None
        try:
            self._write(self._wanted, path)
        except UserError as error:
            self.show_error(error)
        else:
            words = self.tr("Saved as “{name}” in {folder}")
            self.say(words.format(name=path.name, folder=path.parent))
