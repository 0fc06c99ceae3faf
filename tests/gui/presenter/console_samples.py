"""Talks that are in no edition, for tests of what is round slides, and a console to show them."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QEventLoop, QRectF
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter
from PySide6.QtWidgets import QApplication

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.identifiers import ChapterId, TopicAddress, TopicId
from crmo_desktop.domain.quiz import Question, QuestionKind
from crmo_desktop.domain.session import Part, PartKind, Session
from crmo_desktop.domain.slides import Matter, MatterKind
from crmo_desktop.domain.talk import Talk, TalkPart
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.presenter.console import Console, ConsoleDesk
from crmo_desktop.gui.presenter.show import Show
from crmo_desktop.gui.presenter.talk_time import TalkTime
from crmo_desktop.gui.slides.deck import Deck
from crmo_desktop.gui.slides.slide import HEIGHT, Placed, Room, Slide, SlideState
from crmo_desktop.gui.stylesheet import style_sheet
from crmo_desktop.gui.theme import Appearance
from crmo_desktop.services.own_things import OwnThings
from crmo_desktop.services.slide_notes import SlideNotes
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.own_things import OwnThingRepository
from crmo_desktop.store.slide_notes import SlideNoteRepository
from tests.gui.conftest import RESOURCES

NOON = datetime(2026, 11, 26, 12, tzinfo=UTC)
FEVER = Question(
    id="q-fever",
    kind=QuestionKind.BEST_ANSWER,
    audience=Audience.PATIENT,
    difficulty="easy",
    chapter=ChapterId("symptoms"),
    text="A child has fever. What now?",
    options=("Wait", "Ring the clinic", "Go to bed"),
    answer=(1,),
    explanation="It may be something else.",
    settled_by=TopicAddress(TopicId("red-flags")),
)


def matter(name: str, *, part: int = 0, kind: MatterKind = MatterKind.SECTION) -> Matter:
    is_section = kind is MatterKind.SECTION
    return Matter(
        key=f"topic/mri#{name}" if is_section else f"{kind}/{name}",
        kind=kind,
        title=name.capitalize(),
        audience=Audience.PATIENT,
        notes=(f"Say this about {name}.",),
        address=f"crmo://topic/mri#{name}" if is_section else "",
        question=FEVER if kind is MatterKind.QUESTION else None,
        part=part,
    )


@dataclass(eq=False)
class LineSlide(Slide):
    """Lines that come one by one; a question counts hands, a picture chooses lines."""

    matter: Matter
    lines: tuple[str, ...] = ("First", "Second")
    number: int = 0
    count: int = 1
    room: Room = field(default_factory=Room)
    painted: int = 0

    def __post_init__(self) -> None:
        self.title = self.matter.title
        self.width = self.room.width
        self.steps = len(self.lines)
        self.source_line = ""
        self.notes = self.matter.notes
        self.is_live = self.matter.kind in (MatterKind.QUESTION, MatterKind.PICTURE)
        self.zoomed = QRectF(100, 100, 400, 300) if self.matter.kind is MatterKind.PICTURE else None
        self.placed = (
            Placed(kind="title", rect=QRectF(60, 40, 900, 90), size=60, words=self.title),
            *(
                Placed(kind="point", rect=QRectF(60, 160 + 60 * n, 900, 50), size=36, words=words, step=n)
                for n, words in enumerate(self.lines)
            ),
        )

    def paint(self, painter: QPainter, state: SlideState) -> None:
        self.painted += 1
        dark = self.room.theme != "light"
        painter.fillRect(QRectF(0, 0, self.width, HEIGHT), QColor("#101314" if dark else "#FFFDF8"))
        painter.fillRect(QRectF(0, 0, 14, HEIGHT), QColor("#0F5257"))
        painter.setPen(QColor("#FFFFFF" if dark else "#14363A"))
        for each in self.placed:
            if each.step <= state.step:
                face = painter.font()
                face.setPixelSize(round(each.size))
                painter.setFont(face)
                painter.drawText(each.rect, each.words)

    def press(self, key: str, state: SlideState) -> SlideState | None:
        if not self.is_live:
            return None
        name, _, rest = key.partition(":")
        if name == "hands":
            return state._replace(is_counting=not state.is_counting, chosen=0)
        if name == "set":
            option, hands = (int(number) for number in rest.split(":"))
            counts = list(state.counts or (0,) * len(FEVER.options))
            counts[option] = hands
            return state._replace(counts=tuple(counts))
        if name in ("up", "down"):
            return state._replace(chosen=max(0, state.chosen + (1 if name == "down" else -1)))
        return None


def session(*parts: Part) -> Session:
    return Session(uid="s1", name="Workshop", audience=Audience.PATIENT, parts=parts, changed=NOON)


def talk(*, is_session: bool = True) -> Talk:
    """Two parts of 2 and 3 minutes: names and signs; then a question, a picture and a break."""
    matters: tuple[Matter, ...] = (
        matter("names"),
        matter("signs"),
        matter("fever", part=1, kind=MatterKind.QUESTION),
        matter("map", part=1, kind=MatterKind.PICTURE),
        matter("2", part=1, kind=MatterKind.OWN),
    )
    if not is_session:
        matters = (matter("names"), matter("signs"))
        return Talk(title="MRI", audience=Audience.PATIENT, matters=matters, parts=(TalkPart(title="MRI"),))
    parts = (
        TalkPart(title="What it is", minutes=2.0, note="Let Anna begin."),
        TalkPart(title="What to do", minutes=3.0),
    )
    made_of = tuple(Part(kind=PartKind.OWN, title=part.title, minutes=part.minutes) for part in parts)
    return Talk(
        title="CRMO for the children’s clinic",
        audience=Audience.PATIENT,
        matters=matters,
        parts=parts,
        session=session(*made_of),
    )


def deck_of(talk: Talk, room: Room) -> Deck:
    """A slide for each matter; of the first two."""
    slides: list[Slide] = []
    for number, each in enumerate(talk.matters):
        many = 2 if number == 0 else 1
        slides += [LineSlide(each, number=n, count=many, room=room) for n in range(many)]
    return Deck(talk.title, tuple(slides), room)


class Clock:
    """Seconds that pass when a test says so."""

    def __init__(self) -> None:
        self.seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


@dataclass
class Bench:
    """A console with everything round it.

    Attributes:
        clock: seconds; they pass when a test says so.
        answered: keys that came to the wall.
        trouble: what is wrong with the reader's file.
    """

    console: Console
    show: Show
    time: TalkTime
    clock: Clock
    notes: SlideNotes
    things: OwnThings
    answered: list[str] = field(default_factory=list)
    trouble: UserError | None = None

    def settle(self) -> None:
        """The console follows when the wall has been painted."""
        while self.console._later.isActive():
            QApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        for _ in range(3):
            QApplication.processEvents()

    def go(self, place: int, *, seconds: float = 0.0) -> None:
        self.clock.seconds += seconds
        self.show.go_to(place)
        self.settle()


def make_bench(
    held: Talk, appearance: Appearance, icons: IconShelf, notebook: Notebook, room: Room | None = None
) -> Bench:
    """A console that is not shown yet."""
    clock, show = Clock(), Show(partial(deck_of, held), room or Room())
    time = TalkTime(show, held, now=lambda: NOON, clock=clock, parent=show)
    notes = SlideNotes(SlideNoteRepository(notebook), now=lambda: NOON)
    things = OwnThings(
        OwnThingRepository(notebook), now=lambda: NOON, edition="2026-11-26", trouble=lambda: None
    )
    made: list[Bench] = []

    def answer(event: QKeyEvent) -> bool:
        made[0].answered.append(QKeySequence(event.key()).toString())
        return True

    desk = ConsoleDesk(
        appearance=appearance,
        icons=icons,
        style_sheet=lambda look: style_sheet(look, RESOURCES / "icons"),
        notes=notes,
        things=things,
        trouble=lambda: made[0].trouble,
        now=lambda: NOON,
        answer_key=answer,
    )
    bench = Bench(Console(show, held, time, desk), show, time, clock, notes, things)
    made.append(bench)
    return bench
