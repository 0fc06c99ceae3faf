"""The console: what the trainer sees on the laptop while the wall shows slides."""

from collections.abc import Callable
from datetime import datetime
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.slides import MatterKind
from crmo_desktop.domain.talk import Talk
from crmo_desktop.gui.announcing import announce
from crmo_desktop.gui.errors import words_of
from crmo_desktop.gui.handing_out.own_notes import note_place, own_words
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.presenter.console_foot import ConsoleFoot
from crmo_desktop.gui.presenter.console_head import ConsoleHead
from crmo_desktop.gui.presenter.console_keys import ConsoleKeys
from crmo_desktop.gui.presenter.console_notes import NORMAL, NoteGroup
from crmo_desktop.gui.presenter.console_rows import slide_rows
from crmo_desktop.gui.presenter.console_sides import NextSide, WallSide
from crmo_desktop.gui.presenter.console_style import console_css, console_look
from crmo_desktop.gui.presenter.show import Cover, Show, Tool
from crmo_desktop.gui.presenter.talk_time import TalkTime
from crmo_desktop.gui.slides import question_words
from crmo_desktop.gui.spans import in_minutes, short_face
from crmo_desktop.gui.theme import Appearance, Look
from crmo_desktop.gui.widgets.focus import step_focus
from crmo_desktop.services.own_things import OwnThings
from crmo_desktop.services.slide_notes import SlideNotes

_ON_TIME: Final = 30.0  # seconds before or behind the plan that nobody needs to know of
_AFTER_THE_WALL_MS: Final = 20  # the room comes first
_NO_FOCUS: Final = Qt.FocusPolicy.NoFocus


class ConsoleDesk(NamedTuple):
    """What a console works with.

    Attributes:
        style_sheet: the window's style sheet for a look; the console asks for a dark one.
        notes: the reader's own on slides.
        things: the reader's notes and highlights on pages.
        trouble: what is wrong with the reader's file now; None when all is well.
        now: gives the time with its zone.
        answer_key: does what a key does on the wall; false where it does nothing.
        paint_over: paints what was drawn on the slide that is shown, in its units; None for nothing.
        notes_size: of the letters of notes at first, in pixels at 100%.
    """

    appearance: Appearance
    icons: IconShelf
    style_sheet: Callable[[Look], str]
    notes: SlideNotes
    things: OwnThings
    trouble: Callable[[], UserError | None]
    now: Callable[[], datetime]
    answer_key: Callable[[QKeyEvent], bool]
    paint_over: Callable[[QPainter], None] | None = None
    notes_size: int = NORMAL


class Console(QWidget):
    """A window of its own, always dark, so that it does not light up the lectern; never on the wall's screen.

    Attributes:
        wall, next, head, foot: its parts.
    """

    swap_wanted = Signal()  # wall and console are to change screens
    pointed = Signal(
        str, object
    )  # "move", "press", "release" or "leave"; where on the slide, QPointF in units
    notes_size_changed = Signal(int)  # of the letters of notes, in pixels at 100%

    def __init__(
        self, show: Show, talk: Talk, time: TalkTime, desk: ConsoleDesk, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self._show, self._talk, self._time, self._desk = show, talk, time, desk
        self._note_at = ""  # where what stands in the field is kept
        self._is_over_told = False  # that no time is left
        self.setObjectName("console")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setWindowTitle(self.tr("Console: {title}").format(title=talk.title))
        self.setAccessibleName(self.windowTitle())
        self.setMinimumSize(640, 420)
        look = console_look(desk.appearance)
        self._set_sheet(look)
        self.head = ConsoleHead(self._over_title(), talk.title, look, desk.icons, self)
        self.wall = WallSide(look, desk.icons, self, notes_size=desk.notes_size)
        self.next = NextSide(look, desk.icons, self, beside=self.wall.picture)
        self.foot = ConsoleFoot(look, desk.icons, self)
        self.wall.picture.set_paint_over(desk.paint_over)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_AFTER_THE_WALL_MS)
        self._later.timeout.connect(self.refresh)
        self._lay_out()
        self._connect()
        self._keys = ConsoleKeys(desk.answer_key, self.wall.picture, self)
        self._watch_keys()
        self.refresh()
        self.wall.picture.setFocus()

    def _over_title(self) -> str:
        minutes = self._talk.minutes
        words = self.tr("Session") if self._talk.session is not None else self.tr("Topic")
        return f"{words}, {in_minutes(minutes)}" if minutes else words

    def _lay_out(self) -> None:
        body = QWidget(self)
        body.setObjectName("consoleBody")
        columns = QHBoxLayout(body)
        columns.setContentsMargins(24, 14, 24, 14)
        columns.setSpacing(20)
        columns.addWidget(self.wall, 1)
        columns.addWidget(self.next, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(body, 1)
        layout.addWidget(self.foot)

    def _connect(self) -> None:
        show, head, next, notes = self._show, self.head, self.next, self.wall.notes
        show.changed.connect(self._on_changed)
        show.set_anew.connect(self._on_changed)
        self._time.ticked.connect(self._on_ticked)
        self._desk.appearance.changed.connect(self._on_look_changed)
        head.pause_wanted.connect(self._time.set_paused)
        head.again_wanted.connect(self._time.start_again)
        head.end_wanted.connect(show.end)
        self.wall.picture.pointed.connect(self.pointed)
        notes.written.connect(self._on_written)
        notes.retry_wanted.connect(self._on_retry)
        notes.size_changed.connect(self.notes_size_changed)
        next.list.slide_chosen.connect(show.go_to)
        next.buttons["black"].clicked.connect(self._on_black)
        next.buttons["pointer"].clicked.connect(self._on_pointer)
        next.buttons["draw"].clicked.connect(self._on_draw)
        next.buttons["all"].clicked.connect(self._on_all)
        next.buttons["swap"].clicked.connect(self.swap_wanted)
        next.hands.counted.connect(self._on_counted)
        next.hands.counting_wanted.connect(self._on_counting)
        next.hands.answer_wanted.connect(self._on_answer)
        next.live.pressed.connect(show.press)

    # --- what it shows

    def set_screens(self, words: str) -> None:
        """Tell at the foot which screen shows what: "Two screens. The wall shows slides only."."""
        self.foot.set_screens(words)

    def set_number(self, number: str) -> None:
        """Show the number that is being typed, which Enter goes to; "" for none."""
        self.foot.set_number(number)

    @Slot()
    def _on_changed(self) -> None:
        if not self._later.isActive():
            self._later.start()

    @Slot()
    def refresh(self) -> None:
        """Show where the talk is now."""
        show, slide = self._show, self._show.slide
        self.wall.picture.set_slide(slide, show.state)
        self.wall.picture.setAccessibleDescription("\n".join(slide.told(show.state)))
        words = self.tr("Slide {number} of {count}")
        self.wall.place.setText(words.format(number=show.place + 1, count=len(show.deck.slides)))
        cover = self._cover_words()
        self.wall.cover.setText(cover)
        self.wall.cover.setVisible(bool(cover))
        self.wall.arrange()
        self._show_next()
        self._show_notes()
        self._show_live()
        for name, is_on in (
            ("black", show.cover == Cover.BLACK),
            ("pointer", show.tool == Tool.SPOTLIGHT),
            ("draw", show.tool == Tool.DRAW),
            ("all", show.is_overview),
        ):
            self.next.buttons[name].set_on(is_on)
        self._on_ticked()
        self.next.list.set_shown(show.place)

    def _cover_words(self) -> str:
        if self._show.cover == Cover.BLACK:
            return self.tr("The wall is black")
        if self._show.cover == Cover.WHITE:
            return self.tr("The wall is white")
        return self.tr("The picture is made large") if self._show.is_zoomed else ""

    def _show_next(self) -> None:
        show, state = self._show, self._show.state
        if state.step + 1 < show.slide.steps:
            self.next.next_name.setText(self.tr("Next, on this slide"))
            self.next.picture.set_slide(show.slide, state._replace(step=state.step + 1))
        elif show.next_slide is not None:
            self.next.next_name.setText(self.tr("Next"))
            self.next.picture.set_slide(show.next_slide, show.state_of(show.next_slide))
        else:
            self.next.next_name.setText(self.tr("This is the last slide"))
            self.next.picture.set_slide(None, state)
        self.next.picture.setAccessibleName(self.next.next_name.text())
        shown = self.next.picture.slide
        self.next.picture.setAccessibleDescription("" if shown is None else shown.title)
        self.next.arrange()

    def _show_notes(self) -> None:
        slide, talk, field = self._show.slide, self._talk, self.wall.notes.own
        matter = slide.matter
        part = talk.parts[matter.part].note if matter.part < len(talk.parts) else ""
        groups = [
            NoteGroup(self.tr("For this session"), (part,) if part else ()),
            NoteGroup(self.tr("For teaching"), slide.notes),
            NoteGroup(self.tr("From your notes and highlights"), own_words(self._desk.things, matter)),
        ]
        groups = [group for group in groups if group.paragraphs]
        if len(groups) == 1 and groups[0].paragraphs is slide.notes:
            groups = [groups[0]._replace(title="")]
        self.wall.notes.set_notes(tuple(groups))
        place = note_place(talk, matter)
        if place != self._note_at:
            field.finish()
            self._note_at = place
            field.set_words(self._desk.notes.on(place, matter.audience))

    def _show_live(self) -> None:
        slide, state, hands = self._show.slide, self._show.state, self.next.hands
        question = slide.matter.question if slide.is_live else None
        hands.setVisible(question is not None)
        self.next.live.setVisible(slide.is_live and question is None)
        if question is not None:
            options = [question_words.lettered(question, place) for place in range(question.choices)]
            is_answered = state.step + 1 >= slide.steps
            hands.set_question(options, state.counts, is_counting=state.is_counting, is_answered=is_answered)
            self._watch_keys()

    @Slot()
    def _on_ticked(self) -> None:
        keeper = self._time.keeper
        self.head.set_times(keeper, self._desk.now())
        rows = slide_rows(self._talk, self._show.deck, keeper, self._show.place)
        self.next.list.set_slides(rows)
        is_over = keeper.left is not None and keeper.left < 0
        if is_over and not self._is_over_told:
            announce(self, self.tr("The time is over"))
        self._is_over_told = is_over
        pace = self._pace_words()
        if pace != self.next.pace.text():
            self.next.pace.setText(pace)

    def _pace_words(self) -> str:
        keeper, parts = self._time.keeper, self._talk.parts
        words = []
        if len(parts) > 1:
            part = self.tr("Part {number} of {count}")
            words.append(part.format(number=keeper.part + 1, count=len(parts)))
        left = keeper.left_of_part
        if left is not None:
            over = self.tr("{time} over in this part") if left < 0 else self.tr("{time} left in this part")
            words.append(over.format(time=short_face(left)))
        if keeper.planned is not None and len(parts) > 1:
            behind = keeper.behind
            if abs(behind) < _ON_TIME:
                words.append(self.tr("on time"))
            else:
                pace = (
                    self.tr("{time} behind the plan") if behind > 0 else self.tr("{time} ahead of the plan")
                )
                words.append(pace.format(time=short_face(behind)))
        return " · ".join(words)

    @Slot()
    def _on_look_changed(self) -> None:
        look = console_look(self._desk.appearance)
        self._set_sheet(look)
        for part in (self.head, self.wall, self.next, self.foot):
            part.set_look(look)

    def _set_sheet(self, look: Look) -> None:
        self.setPalette(look.palette())
        self.setStyleSheet(self._desk.style_sheet(look) + console_css(look))

    # --- what is done here

    @Slot()
    def _on_black(self) -> None:
        self._show.set_cover(Cover.BLACK)

    @Slot()
    def _on_pointer(self) -> None:
        self._show.set_tool(Tool.SPOTLIGHT)

    @Slot()
    def _on_draw(self) -> None:
        self._show.set_tool(Tool.DRAW)

    @Slot()
    def _on_all(self) -> None:
        self._show.set_overview(not self._show.is_overview)

    @Slot(int, int)
    def _on_counted(self, option: int, hands: int) -> None:
        self._show.press(f"set:{option}:{hands}")

    @Slot()
    def _on_counting(self) -> None:
        self._show.press("hands")

    @Slot()
    def _on_answer(self) -> None:
        if self._show.slide.matter.kind is MatterKind.QUESTION:
            self._show.forward()

    @Slot(str)
    def _on_written(self, words: str) -> None:
        self._desk.notes.write(self._note_at, self._talk.audience, words)
        trouble = self._desk.trouble()
        kept = self.tr("Saved") if trouble is None else " ".join(words_of(trouble))
        self.wall.notes.own.set_kept(kept=trouble is None, words=kept)
        if trouble is not None:
            announce(self.wall.notes.own.field, kept)

    @Slot()
    def _on_retry(self) -> None:
        self._on_written(self.wall.notes.own.words())

    def finish(self) -> None:
        """Keep what is being typed."""
        self.wall.notes.own.finish()

    # --- keyboard

    def _watch_keys(self) -> None:
        """What is laid over the console later has keys of its own."""
        for side in (self.head, self.wall, self.next):
            parts = [part for part in side.findChildren(QWidget) if part.focusPolicy() != _NO_FOCUS]
            self._keys.watch(*parts)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes as the eye does, round the console."""
        return step_focus(self, forward=next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the wall, where no part has the keyboard."""
        if not self._desk.answer_key(event):
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closed by its frame, it ends the talk."""
        self.finish()
        super().closeEvent(event)
        if event.spontaneous():
            self._show.end()
