"""Pictures that are in no edition, for tests of what shows pictures: few values, drawn as boxes."""

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSizeF

from crmo_desktop.domain.identifiers import FactId, PictureId, SourceId, TopicId
from crmo_desktop.domain.picture import (
    Answer,
    Flow,
    Picture,
    PictureTable,
    Ranges,
    Row,
    SideBySide,
    Step,
    Words,
)
from crmo_desktop.gui.drawing.drawer import Drawer
from crmo_desktop.gui.drawing.scene import Mark, Scene, View, box, face, height_of
from crmo_desktop.gui.theme import Look

TARGET = "crmo://topic/red-flags"


def picture_of_rows(id: str = "sample") -> Picture:
    """Two diseases side by side, as three rows that lead to topics."""
    rows = tuple(
        Row(title=Words(text=title, target=target), cells=(Words(text=here), Words(text=there)))
        for title, target, here, there in (
            ("Fever", TARGET, "Seldom", "Often"),
            ("Number of bones", "crmo://topic/mri", "Most often several, on both sides", "Most often one"),
            ("Blood tests", "", "Near normal", "High"),
        )
    )
    columns = ("What is compared", "CRMO", "Bacterial infection of bone")
    table = PictureTable(
        columns=columns,
        numeric=(False, False, False),
        rows=tuple((row.title, *row.cells) for row in rows),
    )
    return Picture(
        id=PictureId(id),
        title="CRMO and infection, side by side",
        caption="What tells the two apart, and what does not.",
        audience="both",
        topic=TopicId("mri"),
        drawing=SideBySide(columns=columns, rows=rows, key=1),
        said=("Fever is seldom in CRMO.", "Most often several bones are affected."),
        table=table,
        facts=(FactId("criteria-11"), FactId("associated-conditions-54")),
        sources=(SourceId("eular-acr-2025"), SourceId("gosh-uveitis-review-2022")),
    )


def picture_of_steps() -> Picture:
    """A flow chart of three steps, for clinicians."""
    steps = (
        Step(
            id="night-pain",
            kind="question",
            title=Words(text="Does the pain wake the child?", target=TARGET),
            answers=(Answer(label="Yes", next="look"), Answer(label="No", next="end")),
        ),
        Step(
            id="look",
            kind="action",
            title=Words(text="Look at the whole body"),
            answers=(Answer(label="", next="end"),),
        ),
        Step(id="end", kind="end", title=Words(text="Go on as before")),
    )
    flow = Flow(steps=steps, flags_title=Words(text="Red flags"), flags=(Words(text="Weight loss"),))
    return replace(
        picture_of_rows("steps"), title="Steps", audience="clinician", drawing=flow, table=empty_table()
    )


def picture_without_marks() -> Picture:
    """Nothing in it can be reached, and there is no table of it."""
    drawing = Ranges(unit="years", groups=())
    return replace(picture_of_rows("bare"), title="Bare", drawing=drawing, table=empty_table(), said=())


def empty_table() -> PictureTable:
    return PictureTable(columns=(), numeric=(), rows=())


class SampleDrawer(Drawer):
    """Draws every picture as boxes one below the other, and counts how often."""

    def __init__(self) -> None:
        self.widths: list[float] = []

    def draw(self, picture: Picture, look: Look, width: float, view: View | None = None) -> Scene:
        self.widths.append(width)
        scene, top = Scene(QSizeF(width, 0)), 8.0
        for id, words in boxes_of(picture, view or View()):
            font = face(look, 18, 600)
            high = height_of(words.text, font, width - 48) + 24
            rect = QRectF(8, top, width - 16, high)
            scene.shape(box(rect, 8), fill="card", line="border_strong", width=1.2)
            scene.words(words.text, font, rect.adjusted(16, 12, -16, 0), ground="card")
            mark = Mark(id=id, name=f"{words.text}.", area=box(rect, 8), ring=rect, target=words.target)
            scene.marks.append(mark)
            top += high + 120
        scene.line(QPointF(8, top), QPointF(width - 8, top), "accent", 2)
        scene.size = QSizeF(width, top + 8)
        return scene


def boxes_of(picture: Picture, view: View) -> list[tuple[str, Words]]:
    drawing = picture.drawing
    if isinstance(drawing, SideBySide):
        return [(f"row{place}", row.title) for place, row in enumerate(drawing.rows)]
    if isinstance(drawing, Flow):
        if not view.step:
            return [(step.id, step.title) for step in drawing.steps]
        step = drawing.step(view.step)
        return [(f"answer:{answer.next}", Words(text=answer.label or "Go on")) for answer in step.answers]
    return []
