"""What a rehearsal showed: how long each part took beside what was planned for it."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtWidgets import QTableView, QWidget

from crmo_desktop.gui.dialogs.parts import PlainDialog, dress_table
from crmo_desktop.gui.models.part_times import Column, PartTimes, TimeRow
from crmo_desktop.gui.spans import in_minutes, short_face
from crmo_desktop.gui.theme import Look

_AS_PLANNED: Final = 10.0  # seconds longer or shorter that make no difference
_ROW: Final = 44  # pixels at 100%
_ALL_COLUMNS_UP_TO: Final = 1.25  # times the usual text size


class PartTime(NamedTuple):
    """A part of a talk that is over.

    Attributes:
        minutes: planned; None for none.
        seconds: that it took.
    """

    title: str
    minutes: float | None
    seconds: float


class TalkOverDialog(PlainDialog):
    """Shown when a rehearsal ends."""

    def __init__(
        self, title: str, parts: Sequence[PartTime], look: Look, parent: QWidget | None, *, kept: bool = True
    ) -> None:
        """Show the parts.

        Args:
            title: of the talk.
            parts: in order, at least one.
            look: how it is drawn.
            parent: the window it belongs to.
            kept: the times stand among the session's rehearsals.
        """
        super().__init__(self.tr("How long it took"), look, parent, width=720)
        self.add_title(self.tr("How long it took"))
        self.add_words(title, muted=True)
        self.add_words(self._in_all(parts))
        self._is_narrow = look.ui_zoom > _ALL_COLUMNS_UP_TO
        if len(parts) > 1:
            self.table = self._make_table(parts, look)
            self.body.addWidget(self.table, 1)
        if kept:
            self.add_words(self.tr("These times are kept with the session."), muted=True)
        close = self.add_button(self.tr("Close"), primary=True)
        close.clicked.connect(self.accept)
        close.setFocus()
        self.fit()

    def _in_all(self, parts: Sequence[PartTime]) -> str:
        """How long all of it took; parts without minutes have no say in whether it was too long."""
        words = self.tr("It took {time}.").format(time=short_face(sum(part.seconds for part in parts)))
        planned = [part for part in parts if part.minutes]
        if not planned:
            return words
        minutes = sum(part.minutes or 0 for part in planned)
        taken = sum(part.seconds for part in planned)
        plan = self.tr("Planned were {minutes}: {difference}.")
        if len(planned) < len(parts):
            plan = self.tr("For the parts with minutes, {minutes} were planned: {difference}.")
        more = plan.format(minutes=in_minutes(minutes), difference=self._difference(taken - minutes * 60))
        return f"{words} {more}"

    def _difference(self, seconds: float) -> str:
        if abs(seconds) < _AS_PLANNED:
            return self.tr("as planned")
        words = self.tr("{time} longer") if seconds > 0 else self.tr("{time} shorter")
        return words.format(time=short_face(seconds))

    def _row(self, number: int, part: PartTime) -> TimeRow:
        taken = short_face(part.seconds)
        planned = in_minutes(part.minutes) if part.minutes else self.tr("not planned")
        difference = self._difference(part.seconds - part.minutes * 60) if part.minutes else ""
        if self._is_narrow:  # all in one column
            words = self.tr("{taken} of {planned}").format(taken=taken, planned=planned)
            difference = f"{words}: {difference}" if part.minutes else f"{taken}, {planned}"
        return TimeRow(f"{number}. {part.title}", planned, taken, difference)

    def _make_table(self, parts: Sequence[PartTime], look: Look) -> QTableView:
        table = QTableView(self)
        table.setAccessibleName(self.tr("Parts and how long they took"))
        rows = [self._row(number, part) for number, part in enumerate(parts, 1)]
        table.setModel(PartTimes(rows, table, all_in_one=self._is_narrow))
        dress_table(table, look, stretched=Column.PART)
        if self._is_narrow:
            table.setColumnHidden(Column.PLANNED, True)
            table.setColumnHidden(Column.TAKEN, True)
            header = table.horizontalHeader()
            header.setSectionResizeMode(Column.DIFFERENCE, header.ResizeMode.Stretch)
        table.horizontalHeader().setHighlightSections(False)
        table.verticalHeader().setMinimumSectionSize(look.ui(24))
        room = self.screen().availableGeometry().height() - 48 - look.ui(300)
        wanted = min(look.ui(340), look.ui(_ROW) * (len(parts) + 1))
        table.setMinimumHeight(max(look.ui(110), min(wanted, room)))
        return table
