"""Present > Sessions > Change: a session put together; every step is kept at once."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QLabel,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.session import Part, PartKind
from crmo_desktop.gui.actions import without_arguments
from crmo_desktop.gui.announcing import announce
from crmo_desktop.gui.dialogs.session_panes import OrderPane, PartPane, PickPane
from crmo_desktop.gui.dialogs.session_tools import SessionTools
from crmo_desktop.gui.dialogs.session_words import SessionWords
from crmo_desktop.gui.errors import words_of
from crmo_desktop.gui.mirroring import margins
from crmo_desktop.gui.widgets.flow_row import FlowRow
from crmo_desktop.gui.widgets.focus import step_focus
from crmo_desktop.gui.widgets.notice import Notice
from crmo_desktop.gui.widgets.pressing import press_by_enter
from crmo_desktop.gui.widgets.step_tabs import StepTabs
from crmo_desktop.services.session_making import SessionMaking

if TYPE_CHECKING:
    from crmo_desktop.domain.session import Session

_COLUMNS: Final = (340, 400, 320)  # least widths in pixels at 100%: what can be put in, order, one part
_LEAST: Final = (640, 420)  # pixels


class SessionEditor(QDialog):
    """What can be put in, what is put in, and the part that is current."""

    start_wanted = Signal(object, bool)  # the Session; whether it is a rehearsal

    def __init__(self, session: "Session", tools: SessionTools, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setWindowTitle(self.tr("Session"))
        self._tools, self._look, self._words = tools, tools.look, SessionWords(self)
        self._sessions = tools.sessions
        self.making = SessionMaking(tools.parts, session)
        self._kept_name = session.name
        self._is_showing = False  # rows are being put in, and none of them was chosen
        self.notice = Notice(self)
        self.notice.set_look(tools.look, tools.icons)
        self.picking = PickPane(tools, session.audience, self)
        self.order = OrderPane(tools, self)
        self.part = PartPane(tools, self)
        self._rehearsals = QLabel(self)
        self._rehearsals.setProperty("kind", "muted")
        self._rehearsals.setWordWrap(True)
        self._said = QLabel(self)
        self._said.setProperty("kind", "muted")
        self._said.setWordWrap(True)
        self.start = self._button(self.tr("&Start presenting"), "primary")
        self.rehearse = self._button(self.tr("&Rehearse"), "plain")
        self.close_button = self._button(self.tr("Close"), "plain")
        self._place()
        self._connect()
        self.order.show_name(session.name)
        self._show(0)
        self._tell_trouble()
        self.picking.filter.setFocus()

    # --- building

    def _button(self, words: str, kind: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("kind", kind)
        button.setAutoDefault(False)
        return button

    def _place(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*margins(0, 0, 0, 0))
        layout.setSpacing(0)
        layout.addWidget(self.notice)
        self.setMinimumSize(*_LEAST)
        room = self.screen().availableGeometry()
        parent = self.parentWidget()
        over = None if parent is None else (parent.parentWidget() or parent).window()
        wanted = room.size() if over is None else over.size()
        self.resize(min(wanted.width() - 16, room.width() - 16), min(wanted.height(), room.height() - 48))
        detail = QWidget(self)
        below = QVBoxLayout(detail)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(16)
        below.addWidget(self.part)
        below.addWidget(self._rehearsals)
        below.addStretch(1)
        columns = (self.picking, self._scrolled(self.order), self._scrolled(detail))
        is_wide = self.width() >= self._look.ui(sum(_COLUMNS))
        layout.addWidget(self._side_by_side(columns) if is_wide else self._in_steps(columns), 1)
        layout.addWidget(self._foot())

    def _scrolled(self, body: QWidget) -> QScrollArea:
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body.setObjectName("dialogBody")
        area.setWidget(body)
        area.setMinimumHeight(self._look.ui(40))
        return area

    def _column(self, inner: QWidget, parent: QWidget) -> QWidget:
        column = QWidget(parent)
        column.setObjectName("paperSide")
        layout = QVBoxLayout(column)
        layout.setContentsMargins(*margins(14, 12, 10, 12))
        layout.addWidget(inner, 1)
        return column

    def _side_by_side(self, columns: tuple[QWidget, ...]) -> QWidget:
        splitter = QSplitter(self)
        splitter.setChildrenCollapsible(False)
        for column in columns:
            splitter.addWidget(self._column(column, splitter))
        rest = self.width() - self._look.ui(sum(_COLUMNS))
        splitter.setSizes([self._look.ui(width) + rest // 3 for width in _COLUMNS])
        return splitter

    def _in_steps(self, columns: tuple[QWidget, ...]) -> QWidget:
        whole = QWidget(self)
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(*margins(12, 8, 12, 4))
        tabs = StepTabs(self.tr("Steps"), whole)
        names = (self.tr("Put in"), self.tr("Put in order"), self.tr("This part"))
        for words, column in zip(names, columns, strict=True):
            tabs.add(words, column)
        layout.addWidget(tabs)
        return whole

    def _foot(self) -> QWidget:
        foot = QWidget(self)
        foot.setObjectName("paperSide")
        layout = QVBoxLayout(foot)
        layout.setContentsMargins(*margins(14, 8, 14, 12))
        layout.setSpacing(8)
        layout.addWidget(self._said)
        row = QWidget(foot)
        flow = FlowRow(row, gap=8)
        for button in (self.start, self.rehearse, self.close_button):
            flow.addWidget(button)
        layout.addWidget(row)
        return foot

    def _connect(self) -> None:
        order, part = self.order, self.part
        self.picking.wanted.connect(self._on_wanted)
        self.picking.audience_chosen.connect(self._on_audience)
        order.name.textEdited.connect(self._on_name)
        order.list.selectionModel().currentRowChanged.connect(self._on_row)
        order.list.move_wanted.connect(self.move_part)
        order.list.place_wanted.connect(self._on_dragged)
        order.list.removal_wanted.connect(self.remove_part)
        order.list.change_wanted.connect(self._on_change)
        part.minutes_changed.connect(self._on_minutes)
        part.note_changed.connect(self._on_note)
        part.words_changed.connect(self._on_words)
        buttons: tuple[tuple[QPushButton, Callable[[], object]], ...] = (
            (order.up, partial(self.move_part, -1)),
            (order.down, partial(self.move_part, 1)),
            (order.remove, self.remove_part),
            (order.own, self.add_own),
            (order.undo, self.undo),
            (self.start, partial(self._begin, False)),
            (self.rehearse, partial(self._begin, True)),
            (self.close_button, self.accept),
        )
        for button, slot in buttons:
            button.clicked.connect(without_arguments(slot))

    # --- what is shown

    def session(self) -> "Session":
        """As it is kept."""
        return self.making.session

    def _show(self, place: int) -> None:
        """Show the parts, the one at `place` as current, and what can be done."""
        making = self.making
        rows = [self._row(number) for number in range(len(making.parts()))]
        together = self.tr("Together: {minutes}").format(minutes=self._words.planned(making.session))
        self._is_showing = True
        self.order.show_parts(rows, place, together)
        self._is_showing = False
        self.picking.set_audience(making.session.audience)
        self.picking.tree.set_chosen(making.chosen())
        self._show_rehearsals()
        self._show_part()

    def _row(self, number: int) -> tuple[str, str]:
        part = self.making.parts()[number]
        title = self.making.title(number) or self.tr("Own words")
        about = self._words.part(part)
        if self.making.is_missing(number):
            about = f"{self._gone()} {about}"
        return f"{number + 1}.  {title}", about

    def _gone(self) -> str:
        return self.tr("Not in this edition for these listeners; it is left out when you present.")

    def _current(self) -> int:
        place = self.order.list.place()
        return place if 0 <= place < len(self.making.parts()) else -1

    def _show_part(self) -> None:
        place, parts, order = self._current(), self.making.parts(), self.order
        part = parts[place] if place >= 0 else None
        about = "" if part is None else self._words.kind(part.kind)
        if part is not None and self.making.is_missing(place):
            about = self._gone()
        nothing = self.tr("No part is chosen.")
        title = nothing if part is None else self.making.title(place) or self.tr("Own words")
        self.part.show_part(part, title, about)
        order.up.setEnabled(place > 0)
        order.down.setEnabled(0 <= place < len(parts) - 1)
        order.remove.setEnabled(part is not None)
        order.undo.setEnabled(self.making.can_undo())
        self.start.setEnabled(bool(parts))
        self.rehearse.setEnabled(bool(parts))

    def _show_rehearsals(self) -> None:
        session = self.making.session
        found = self._sessions.rehearsals(session.uid)[:3]
        lines = [self._words.rehearsal(one, session.minutes) for one in found]
        if found:
            lines = [self.tr("How long it took"), *lines, *self._words.steps(found[0])]
        self._rehearsals.setText("\n".join(lines))
        self._rehearsals.setVisible(bool(lines))

    def say(self, words: str) -> None:
        """Tell something that was done."""
        self._said.setText(words)
        announce(self._said, words)

    def _tell_trouble(self) -> None:
        trouble = self._sessions.trouble()
        if trouble is not None:
            self.notice.say(" ".join(words_of(trouble)))

    # --- keeping

    def _keep(self) -> bool:
        """Whether all of it is kept; under the name before, where the one that is written cannot be had."""
        session = self.making.session
        name = " ".join(session.name.split())
        if name and self._sessions.keep(replace(session, name=name)):
            self._kept_name = name
            return True
        self._sessions.keep(replace(session, name=self._kept_name))
        return False

    def _changed(self, place: int, words: str = "") -> None:
        """Keep what was done, show it and say `words`."""
        is_kept = self._keep()
        self._show(place)
        if not is_kept:
            self._say_name()
        else:
            self.say(words or self.tr("Saved"))

    def _say_name(self) -> None:
        if self.making.session.name.strip():
            self.say(self.tr("Another session has this name. Write another one."))
        else:
            self.say(self.tr("The session needs a name; it is kept under the one before."))

    # --- what is done

    @Slot(str, bool)
    def _on_wanted(self, key: str, on: bool) -> None:
        place = self.making.choose(key, self._current(), on=on)
        title = self.making.title(place) if on else ""
        said = self.tr("Put in as part {number}: {title}").format(number=place + 1, title=title)
        self._changed(place, said if on else self.tr("Taken out. “Undo” puts it back."))

    @Slot(object)
    def _on_audience(self, audience: Audience) -> None:
        self.making.set_audience(audience)
        self._changed(
            self._current(),
            self.tr("The session shows words {whom}.").format(whom=self._words.audience(audience)),
        )

    @Slot(str)
    def _on_name(self, name: str) -> None:
        self.making.set_name(name)
        self._changed(self._current())

    @Slot()
    def _on_row(self, *_indexes: object) -> None:
        if not self._is_showing:
            self._show_part()

    @Slot(int)
    def move_part(self, by: int) -> None:
        """Move the current part up (-1) or down (1)."""
        if self._current() >= 0:
            self._on_dragged(self._current() + by)

    @Slot(int)
    def _on_dragged(self, to: int) -> None:
        place = self.making.move(self._current(), to)
        self._changed(place, self.tr("Now part {number}").format(number=place + 1))

    @Slot()
    def remove_part(self) -> None:
        """Take the current part out."""
        place = self._current()
        if place < 0:
            return
        self.making.remove(place)
        self._changed(place, self.tr("Taken out. “Undo” puts it back."))
        (self.order.list if self.making.parts() else self.order.undo).setFocus()

    def add_own(self) -> None:
        """Put own words behind the current part."""
        part = Part(kind=PartKind.OWN, title=self.tr("A break"))
        self._changed(self.making.add(part, self._current()))
        self._go_to_part()
        self.part.heading.setFocus()
        self.part.heading.selectAll()

    @Slot()
    def _on_change(self) -> None:
        """Enter on a part: to its fields."""
        place = self._current()
        if place >= 0:
            self._go_to_part()
            is_own = self.making.parts()[place].kind is PartKind.OWN
            (self.part.heading if is_own else self.part.minutes).setFocus()

    def _go_to_part(self) -> None:
        tabs = self.findChild(StepTabs)
        if tabs is not None:
            tabs.show_step(2)

    @Slot(object)
    def _on_minutes(self, minutes: float | None) -> None:
        self.making.set_minutes(self._current(), minutes)
        self._changed(self._current())

    @Slot(str)
    def _on_note(self, note: str) -> None:
        self.making.set_note(self._current(), note)
        self._changed(self._current())

    @Slot(str, tuple)
    def _on_words(self, title: str, lines: tuple[str, ...]) -> None:
        self.making.set_words(self._current(), title, lines)
        self._changed(self._current())

    def undo(self) -> None:
        """Undo the last step."""
        if self.making.can_undo():
            self.making.undo()
            self.order.show_name(self.making.session.name)
            self._changed(self._current(), self.tr("Undone"))

    def _begin(self, is_rehearsal: bool) -> None:
        self._keep()
        kept = self._sessions.get(self.making.session.uid) or self.making.session
        self.accept()
        self.start_wanted.emit(kept, is_rehearsal)

    # --- keys

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes as the eye does, round the window."""
        return step_focus(self, forward=next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Z undoes; Enter presses the button in focus."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif not press_by_enter(self.focusWidget(), event):
            super().keyPressEvent(event)
