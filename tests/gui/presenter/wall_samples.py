"""Talks and slides by hand, for tests of what shows them."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone

from PySide6.QtCore import QObject, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.slides import Matter, MatterKind
from crmo_desktop.domain.talk import Talk, TalkPart
from crmo_desktop.gui.presenter.screens import Place
from crmo_desktop.gui.slides.deck import Deck
from crmo_desktop.gui.slides.slide import HEIGHT, Placed, Room, Slide, SlideState

GROUNDS = ("#204060", "#602040", "#206040", "#604020", "#402060")
NOON = datetime(2026, 11, 26, 12, tzinfo=timezone(timedelta(hours=1)))
LAPTOP = Place("laptop", QRect(0, 0, 1024, 600))
PROJECTOR = Place("projector", QRect(1024, 0, 800, 600))


class SampleSlide(Slide):
    """A ground of its own colour; each step adds a white bar a quarter as wide as the slide."""

    def __init__(self, matter: Matter, place: int, room: Room, steps: int = 1) -> None:
        self.matter, self.number, self.count = matter, 0, 1
        self.title, self.steps, self.width = matter.title, steps if room.builds else 1, room.width
        self.source_line, self.notes = "", matter.notes
        self.ground = QColor(GROUNDS[place % len(GROUNDS)])
        self.painted: list[SlideState] = []
        self.placed = (
            Placed(kind="title", rect=QRectF(0, 0, room.width, 60), size=60, words=matter.title),
            *(
                Placed(
                    kind="point",
                    rect=QRectF(0, 100 * step, 100, 40),
                    size=36,
                    words=f"Point {step}",
                    step=step,
                )
                for step in range(1, steps)
            ),
        )

    def paint(self, painter: QPainter, state: SlideState) -> None:
        self.painted.append(state)
        painter.fillRect(QRectF(0, 0, self.width, HEIGHT), self.ground)
        for step in range(1, state.step + 1):
            painter.fillRect(QRectF(0, 100 * step, self.width / 4, 40), Qt.GlobalColor.white)


def _point(step: int) -> Placed:
    rect = QRectF(0, 100 * step, 100, 40)
    return Placed(kind="point", rect=rect, size=36, words=f"Point {step}", step=step)


class LiveSlide(SampleSlide):
    """A picture that can be made large, with three things to choose from."""

    is_live = True

    def __init__(self, matter: Matter, place: int, room: Room) -> None:
        super().__init__(matter, place, room)
        self.zoomed = QRectF(room.width / 2, 180, room.width / 2, HEIGHT / 2)

    def press(self, key: str, state: SlideState) -> SlideState | None:
        if key == "down" and state.chosen < 2:
            return state._replace(chosen=state.chosen + 1)
        if key == "up" and state.chosen >= 0:
            return state._replace(chosen=state.chosen - 1)
        if key == "choose" and state.chosen >= 0:
            return state._replace(step=0, counts=(state.chosen,))
        if key == "undo" and state.counts:
            return state._replace(counts=())
        return None


class AskingSlide(SampleSlide):
    """A question with three options; hands are counted."""

    is_live = True

    def press(self, key: str, state: SlideState) -> SlideState | None:
        name, _, rest = key.partition(":")
        counts = state.counts or (0, 0, 0)
        if name == "hands":
            return state._replace(is_counting=not state.is_counting, chosen=max(0, state.chosen))
        if name in {"up", "down"} and state.is_counting:
            return state._replace(chosen=min(2, max(0, state.chosen + (1 if name == "down" else -1))))
        if name in {"more", "less", "set"}:
            option, _, hands = rest.partition(":")
            if int(option) > 2:
                return None
            now = {"more": counts[int(option)] + 1, "less": counts[int(option)] - 1, "set": int(hands or 0)}
            changed = list(counts)
            changed[int(option)] = max(0, now[name])
            return state._replace(counts=tuple(changed))
        return None


def matter(name: str, kind: MatterKind = MatterKind.SECTION, part: int = 0) -> Matter:
    """A matter without pieces."""
    notes = (f"Say something about {name}.",)
    return Matter(
        key=f"topic/{name}", kind=kind, title=name, audience=Audience.PATIENT, notes=notes, part=part
    )


def talk() -> Talk:
    """Five matters in two parts of five minutes."""
    question = matter("Asked", MatterKind.QUESTION, part=1)
    matters = (matter("First"), matter("Built"), matter("Live"), question, matter("Last", part=1))
    parts = (TalkPart(title="One", minutes=5), TalkPart(title="Two", minutes=5, note="Stand up."))
    return Talk(title="A talk", audience=Audience.PATIENT, matters=matters, parts=parts)


def deck(talk: Talk, room: Room) -> Deck:
    """Its slides: the second built in three steps, the third live, the fourth a question."""
    slides: list[Slide] = []
    for place, each in enumerate(talk.matters):
        if each.title == "Live":
            slides.append(LiveSlide(each, place, room))
        elif each.kind is MatterKind.QUESTION:
            slides.append(AskingSlide(each, place, room, steps=2))
        else:
            slides.append(SampleSlide(each, place, room, steps=3 if each.title == "Built" else 1))
    return Deck(talk.title, tuple(slides), room)


class SampleScreens(QObject):
    """Screens that are plugged in and pulled out."""

    changed = Signal()

    def __init__(self, *places: Place) -> None:
        super().__init__()
        self._places = places

    def places(self) -> tuple[Place, ...]:
        return self._places

    def set_places(self, *places: Place) -> None:
        """These are there from now on."""
        self._places = places
        self.changed.emit()


@dataclass
class SampleAwake:
    """Remembers what it was asked."""

    asked: list[str] = field(default_factory=list)

    def hold(self, window: int) -> None:
        assert window
        self.asked.append("hold")

    def release(self) -> None:
        self.asked.append("release")
