"""The window in which a handout is put together: what to choose from, what is chosen, the pages."""

from typing import Final

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.publication import Extract, OwnList, OwnWords, Publication
from crmo_desktop.gui.dialogs.handout_panes import ChoosingPane, ChosenPane
from crmo_desktop.gui.dialogs.paper_options import PaperOptions
from crmo_desktop.gui.dialogs.paper_tools import PaperTools, Shown
from crmo_desktop.gui.dialogs.sheet_dialog import SheetDialog
from crmo_desktop.gui.mirroring import margins
from crmo_desktop.services.assembling import Assembly

_COLUMNS: Final = (320, 360, 420)  # least widths in pixels at 100%: tree, parts, pages


class HandoutWindow(SheetDialog):
    """The window and what it shows; what its buttons do, whoever inherits it says."""

    def __init__(self, tools: PaperTools, shown: Shown, parent: QWidget | None) -> None:
        super().__init__(tools, parent)
        self.setWindowTitle(self.tr("Handout"))
        self.assembly = Assembly(tools.reading)
        self.choosing = ChoosingPane(tools, shown.audience, self)
        self.chosen = ChosenPane(tools, self)
        self.options = PaperOptions(self)
        self.options.offer_contents(False)
        self._place()
        self.chosen.list.selectionModel().currentRowChanged.connect(self._on_row)

    # --- building

    def _place(self) -> None:
        inner = QWidget(self)
        self.lay_out(inner)
        layout = QVBoxLayout(inner)
        layout.setContentsMargins(*margins(0, 0, 0, 0))
        is_wide = self.width() >= self._look.ui(sum(_COLUMNS))
        layout.addWidget(self._columns(inner) if is_wide else self._steps(inner), 1)

    def _steps(self, parent: QWidget) -> QWidget:
        steps = (
            (self.tr("Choose"), self.column(self.choosing)),
            (self.tr("Put in order"), self.column(self.scrolled(self.chosen))),
            (self.tr("Looks"), self.column(self.scrolled(self.options))),
            (self.tr("Pages"), self.pane),
        )
        return self.in_steps(steps, parent)

    def _columns(self, parent: QWidget) -> QWidget:
        columns = QSplitter(parent)
        columns.setChildrenCollapsible(False)
        middle = QWidget(columns)
        below = QVBoxLayout(middle)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(16)
        below.addWidget(self.chosen, 1)
        below.addWidget(self.options)
        left, centre = self.column(self.choosing), self.column(self.scrolled(middle))
        for part in (left, centre, self.pane):
            columns.addWidget(part)
        ends = centre.layout()
        assert isinstance(ends, QVBoxLayout)
        self.add_outputs(ends)
        rest = self.width() - self._look.ui(_COLUMNS[0]) - self._look.ui(_COLUMNS[1])
        columns.setSizes([self._look.ui(_COLUMNS[0]), self._look.ui(_COLUMNS[1]), rest])
        for number in range(3):
            columns.setStretchFactor(number, 1 if number == 2 else 0)
        return columns

    # --- what is on the table

    def publication(self) -> Publication:
        """What is on the table, as it is kept."""
        title = " ".join(self.chosen.title.text().split())
        plain = Publication(title=title, contents=())
        return self.assembly.applied_to(self.options.applied_to(plain))

    def show_parts(self, place: int) -> None:
        """Show the parts, the one at `place` as current, and what can be done."""
        parts = self.assembly.parts()
        self.chosen.list.set_parts([self._row(number) for number in range(len(parts))], place)
        self.chosen.list.setVisible(bool(parts))
        self.chosen.empty.setVisible(not parts)
        self.choosing.tree.set_chosen(self.assembly.chosen(self.choosing.audience))
        self._on_row()

    def _row(self, number: int) -> tuple[str, str]:
        part = self.assembly.parts()[number]
        title, section = self.assembly.title(number)
        notes = []
        if self.assembly.is_missing(number):
            notes.append(self.tr("No longer in this edition; it is left out of the pages."))
        if isinstance(part, OwnWords):
            notes.append(self._own_note(part))
            return title or self.tr("Room for writing"), " · ".join(notes)
        if isinstance(part, OwnList):
            return title, self.tr("Own notes")
        clinicians = part.audience is Audience.CLINICIAN
        notes.append(self.tr("For clinicians") if clinicians else self.tr("For families"))
        if isinstance(part, Extract):
            if part.sections is None:
                notes.append(self.tr("the whole topic"))
            if part.is_checklist:
                notes.append(self.tr("lists to tick"))
        return f"{title} › {section}" if section else title, " · ".join(notes)

    def _own_note(self, words: OwnWords) -> str:
        notes = [self.tr("Own words")]
        if words.is_checklist:
            notes.append(self.tr("lines to tick"))
        if words.ruled:
            notes.append(self.tr("empty lines: {count}").format(count=words.ruled))
        return " · ".join(notes)

    @Slot()
    def _on_row(self, *_indexes: object) -> None:
        place, parts, chosen = self.chosen.list.place(), self.assembly.parts(), self.chosen
        part = parts[place] if 0 <= place < len(parts) else None
        chosen.up.setEnabled(place > 0)
        chosen.down.setEnabled(0 <= place < len(parts) - 1)
        chosen.remove.setEnabled(part is not None)
        chosen.tick.setEnabled(isinstance(part, Extract | OwnWords))
        chosen.tick.setChecked(isinstance(part, Extract | OwnWords) and part.is_checklist)
        chosen.change.setEnabled(isinstance(part, OwnWords))
        chosen.undo.setEnabled(self.can_undo())

    def can_undo(self) -> bool:
        """Whether there is a step to undo."""
        return self.assembly.can_undo()
