"""A talk while it is held: the wall, the console where there is a second screen, and what moves both."""

from functools import partial
from typing import Final

from PySide6.QtCore import QObject, QPointF, QTimer, Signal, Slot
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QWidget

from crmo_desktop.domain.quiz import Poll
from crmo_desktop.domain.slides import Matter
from crmo_desktop.domain.talk import Talk
from crmo_desktop.gui.handing_out.own_notes import note_place, own_words
from crmo_desktop.gui.presenter.answers import Answers
from crmo_desktop.gui.presenter.console import Console, ConsoleDesk
from crmo_desktop.gui.presenter.console_style import console_look
from crmo_desktop.gui.presenter.hand import Hand
from crmo_desktop.gui.presenter.heard import Heard
from crmo_desktop.gui.presenter.keys import TalkKeys
from crmo_desktop.gui.presenter.laid_over import LaidOver
from crmo_desktop.gui.presenter.painted import PaintedSlides
from crmo_desktop.gui.presenter.screens import OTHER, SAME, Placing, is_on, placing, put
from crmo_desktop.gui.presenter.show import Show
from crmo_desktop.gui.presenter.stage import Stage
from crmo_desktop.gui.presenter.talk_time import TalkTime
from crmo_desktop.gui.presenter.wall import INK, Wall, width_for
from crmo_desktop.gui.presenter.zoom import Zoom
from crmo_desktop.gui.slides.room_look import ROOM_THEMES
from crmo_desktop.gui.slides.slide import Room
from crmo_desktop.gui.theme import Look

_LOOKS_AFTER: Final = 400  # ms
_LOOKS: Final = 5


class HeldTalk(QObject):
    """One talk, from its first slide to its end.

    Attributes:
        show: where it is.
        hand: what lights and draws.
        zoom: which part of a picture is seen.
        keys: that it is held with.
        time: how long it has taken.
        heard: tells a screen reader.
        wall: what the room sees.
        console: what the trainer sees beside it; None while there was never a second screen.
    """

    over = Signal()

    def __init__(self, talk: Talk, stage: Stage, parent: QObject) -> None:
        super().__init__(parent)
        self._talk, self._stage = talk, stage
        kept = stage.preferences
        width = width_for(self._placing().wall.rect.size())
        room = Room(theme=kept.room_theme, type_step=kept.room_type, width=width, builds=kept.room_builds)
        self.show = Show(partial(stage.make, talk), room, talk.begin)
        self.show.setParent(self)
        self.time = TalkTime(self.show, talk, now=stage.now, parent=self)
        self.hand, self.zoom = Hand(self.show), Zoom(self.show)
        self.keys = TalkKeys(self.show, self.hand, self.zoom)
        self.wall = Wall(self.show, self.hand, self.zoom, self.keys, PaintedSlides(), self._colour)
        self.wall.setStyleSheet(stage.style_sheet(self.dark()))
        self.console: Console | None = None
        self.heard = Heard(self.show, self.home)
        self._over = LaidOver(self)
        Answers(self.show, talk.title, stage.edition, stage.now, self._keep_poll)
        self.keys.room_changed.connect(self._on_room_changed)
        self.keys.swap_wanted.connect(self.swap)
        self.show.ended.connect(self.over)
        self.wall.closing.connect(self.over)
        stage.screens.changed.connect(self.place)
        self._again, self._looks = QTimer(self), 0
        self._again.setSingleShot(True)
        self._again.setInterval(_LOOKS_AFTER)
        self._again.timeout.connect(self._look_again)

    # --- which screen is whose

    def _placing(self) -> Placing:
        stage = self._stage
        return placing(stage.screens.places(), stage.window.frameGeometry(), stage.preferences.room_wall)

    def home(self) -> QWidget:
        """The window that the trainer works in: the console, or the wall where there is none."""
        console = self.console
        return console if console is not None and console.isVisible() else self.wall

    @Slot()
    def place(self) -> None:
        """Put wall and console where they belong; nothing of the console is ever on the wall's screen."""
        now, before = self._placing(), self.home()
        if self.console is not None and (now.console is None or self.console.geometry() != now.console.rect):
            self.console.hide()  # before the wall moves
        put(self.wall, now.wall, is_active=now.console is None)
        self.wall.set_alone(now.console is None)
        if now.console is not None:
            console = self._console()
            put(console, now.console, is_active=True)
            console.set_screens(self.tr("Two screens. The wall shows slides only."))
        if self.home() is not before:
            self._over.move()
        self.take_keyboard()
        self._looks = _LOOKS
        self._again.start()

    @Slot()
    def _look_again(self) -> None:
        """A window manager that hears of a new screen later than Qt may have put a window elsewhere."""
        now = self._placing()
        wanted = ((self.wall, now.wall), (self.console, now.console))
        if all(window is None or place is None or is_on(window, place) for window, place in wanted):
            return
        self._looks -= 1
        looks = self._looks
        self.place()
        self._looks = looks
        if not looks:
            self._again.stop()

    def take_keyboard(self) -> None:
        """The keys are heard where the trainer is."""
        home = self.home()
        home.raise_()
        home.activateWindow()
        if not self._over.take_keyboard():
            (self.wall if self.console is not home else self.console.wall.picture).setFocus()

    @Slot()
    def swap(self) -> None:
        """Wall and console change screens, now and for the next talk."""
        if len(self._stage.screens.places()) > 1:
            kept = self._stage.preferences
            kept.room_wall = SAME if kept.room_wall == OTHER else OTHER
            self.place()

    def _console(self) -> Console:
        if self.console is None:
            stage = self._stage
            desk = ConsoleDesk(
                appearance=stage.appearance,
                icons=stage.icons,
                style_sheet=stage.style_sheet,
                notes=stage.own.slide_notes,
                things=stage.own.things,
                trouble=stage.own.trouble,
                now=stage.now,
                answer_key=self.keys.press,
                paint_over=self._paint_over,
                notes_size=stage.preferences.notes_type,
            )
            self.console = Console(self.show, self._talk, self.time, desk)
            self.console.swap_wanted.connect(self.swap)
            self.console.pointed.connect(self._on_pointed)
            self.console.notes_size_changed.connect(self._on_notes_size_changed)
            self.keys.typed_changed.connect(self.console.set_number)
            self._over.follow(self.console)
        return self.console

    @Slot(str, object)
    def _on_pointed(self, kind: str, place: QPointF) -> None:
        if kind in {"move", "press"}:
            self.hand.move_to(place)
        if kind == "press":
            self.hand.press()
        elif kind in {"release", "leave"}:
            self.hand.lift()

    # --- how it looks, and what is the trainer's own

    def _colour(self, role: str) -> QColor:
        name = ROOM_THEMES[self.show.deck.room.theme]
        return QColor(self._stage.appearance.theme(name).colours[role])

    def _paint_over(self, painter: QPainter) -> None:
        self.hand.paint(painter, self._colour(INK), self.zoom.whole())

    def dark(self) -> Look:
        """Of what lies over wall or console: dark, so that it does not light up the lectern."""
        return console_look(self._stage.appearance)

    def own_notes(self, matter: Matter) -> tuple[str, ...]:
        """The trainer's own notes: on this part of the session, on this slide, on its section."""
        parts, own = self._talk.parts, self._stage.own
        part = parts[matter.part].note if matter.part < len(parts) else ""
        written = own.slide_notes.on(note_place(self._talk, matter), matter.audience)
        return tuple(words for words in (part, written, *own_words(own.things, matter)) if words)

    def _keep_poll(self, poll: Poll) -> None:
        self._stage.own.polls.keep(poll)

    @Slot(int)
    def _on_notes_size_changed(self, size: int) -> None:
        self._stage.preferences.notes_type = size

    @Slot(object)
    def _on_room_changed(self, room: Room) -> None:
        kept = self._stage.preferences
        kept.room_theme, kept.room_type = room.theme, room.type_step

    # --- the end

    def close(self) -> None:
        """Take both windows away."""
        self._again.stop()
        self._stage.screens.changed.disconnect(self.place)
        if self.console is not None:
            self.console.finish()
        for window in (self.console, self.wall):
            if window is not None:
                window.blockSignals(True)
                window.close()
                window.deleteLater()
