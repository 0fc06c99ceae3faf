"""Pictures as values: what is drawn, in which words, from which facts; never how.

Every number in them comes from a fact or a data set of the edition, put in when the pack is made. How a
picture looks is the window's business (`gui.drawing`), so one value serves every theme, width and medium.
"""

from dataclasses import dataclass

from crmo_desktop.domain.bone_map import BoneMap
from crmo_desktop.domain.identifiers import FactId, PictureId, SourceId, TopicId


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words in a picture and what they rest on.

    Attributes:
        facts: none where the words state nothing.
        target: a `crmo://` address that tells more; "" if nothing does.
    """

    text: str
    facts: tuple[FactId, ...] = ()
    target: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Art:
    """An illustration of the edition, drawn in roles of the theme.

    Attributes:
        name: of its file in the pack.
        width, height: in its own units.
    """

    name: str
    width: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """A name beside an illustration, with a line to what it names.

    Attributes:
        x, y: where the line ends, in the illustration's own units.
        note: more about it; None if the name is enough.
        is_lesion: what CRMO does, told apart from what is healthy.
    """

    name: Words
    x: float
    y: float
    note: Words | None = None
    is_lesion: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledArt:
    """An illustration with names."""

    art: Art
    labels: tuple[Label, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Panel:
    """One of several small pictures with words.

    Attributes:
        art: an illustration; None where an icon stands for it.
        icon: the name of an icon of the program; "" where there is an illustration.
    """

    title: Words
    text: Words
    art: Art | None = None
    icon: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Panels:
    """Small pictures side by side: steps of a day, states of a bone, people of a team.

    Attributes:
        order: "numbered" for steps one after the other, "becomes" where each turns into the next (arrows),
            "together" where the order says nothing.
    """

    order: str
    panels: tuple[Panel, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A way on from a step.

    Attributes:
        label: e.g. "Yes"; "" where there is only one way.
        next: the id of the step that it leads to.
    """

    label: str
    next: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One box of a flow chart.

    Attributes:
        kind: "question", "action" or "end".
        title: the question, or what is done.
        text: more about it; None if the title is enough.
        answers: none where the way ends.
    """

    id: str
    kind: str
    title: Words
    text: Words | None = None
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """A way through questions; the first step is where it begins.

    Attributes:
        flags_title: above the red flags.
        flags: always in sight, whichever step is shown.
    """

    steps: tuple[Step, ...]
    flags_title: Words
    flags: tuple[Words, ...]

    def step(self, id: str) -> Step:
        """The step `id`.

        Raises:
            KeyError: there is none.
        """
        for step in self.steps:
            if step.id == id:
                return step
        raise KeyError(id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One choice among others."""

    title: Words
    text: Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """Choices that stand beside each other, none above another.

    Attributes:
        kind: "first" (what comes first), "parallel" (one of these next), "bridge" (for a short time,
            beside the others) or "shifts" (what changes the choice).
        note: a sentence below the title; None if none is needed.
    """

    kind: str
    title: Words
    cards: tuple[Card, ...]
    note: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What can be chosen, band below band."""

    bands: tuple[Band, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """A share of a cohort.

    Attributes:
        label: of what it is a share: the cohort, its country or what it was given.
        percent: 0 to 100.
        shown: as it is written, e.g. "43%" or "26 of 30".
        people: how many people (or lesions, see `what`) the cohort has.
        what: e.g. "children", "lesions".
        note: how it was measured, and what must be said beside it; "" if nothing must.
    """

    label: str
    percent: float
    shown: str
    people: int
    what: str
    source: SourceId
    facts: tuple[FactId, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """Cohorts that answer the same question, side by side, never averaged.

    Attributes:
        question: e.g. "Free of symptoms on an NSAID alone".
    """

    question: Words
    rates: tuple[Rate, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class IconArrays:
    """Rates as so many of a hundred.

    Attributes:
        legend: what a filled sign means, and what an empty one.
    """

    comparisons: tuple[Comparison, ...]
    legend: tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a comparison.

    Attributes:
        title: what is compared, or which disease.
    """

    title: Words
    cells: tuple[Words, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """Things beside each other, line by line.

    Attributes:
        columns: the heads, the one above the titles of the rows first.
        key: which column (1 is the first after the titles) stands for CRMO, and is told apart; 0 for none.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    key: int = 0

    def order(self, sort: int | None, *, falls: bool = False) -> tuple[int, ...]:
        """The rows, by their numbers, sorted by the words of the column `sort` (0 has the titles).

        None, and a column that there is not, leave them as they were made; so do rows that say the same.
        """
        numbers = range(len(self.rows))
        if sort is None or not 0 <= sort < len(self.columns):
            return tuple(numbers)
        words = [(row.title, *row.cells)[sort].text.casefold() for row in self.rows]
        return tuple(sorted(numbers, key=words.__getitem__, reverse=falls))

    def said(self, number: int) -> str:
        """All that the row `number` says, each cell after the head of its column."""
        row = self.rows[number]
        cells = [
            f"{head}: {cell.text.rstrip('.')}" for head, cell in zip(self.columns[1:], row.cells, strict=True)
        ]
        return ". ".join([row.title.text, *cells])


@dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """One cohort's figure on an axis.

    Attributes:
        label: which cohort.
        value: in the unit of the chart.
        shown: as it is written, with its statistic and spread, e.g. "median 9.6 years (3 to 17)".
        low, high: the ends of the spread that the source gives; None where it gives none.
        people: None where the source does not say how many.
        source: None where several say so.
    """

    label: str
    value: float
    shown: str
    facts: tuple[FactId, ...]
    low: float | None = None
    high: float | None = None
    people: int | None = None
    source: SourceId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RangeGroup:
    """Cohorts measured in the same way, e.g. age at the first symptom."""

    title: Words
    ranges: tuple[Range, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranges:
    """The cohorts' own figures on one axis.

    Attributes:
        unit: below the axis, e.g. "years of age".
    """

    unit: str
    groups: tuple[RangeGroup, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One moment of a history.

    Attributes:
        year: of the calendar.
        shown: the year or years as written.
    """

    year: int
    shown: str
    title: Words
    text: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """What happened when."""

    events: tuple[Event, ...]


Drawing = (
    BoneMap | LabelledArt | Panels | Flow | Choices | IconArrays | SideBySide | Ranges | Timeline
)  # what a picture can be


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureTable:
    """A picture as a table.

    Attributes:
        columns: the heads.
        numeric: for each column whether its cells are numbers.
        rows: as many cells as there are columns.
    """

    columns: tuple[str, ...]
    numeric: tuple[bool, ...]
    rows: tuple[tuple[Words, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """One picture of the edition.

    Attributes:
        caption: one sentence: what to see.
        caption_facts: what that rests on.
        audience: "patient", "clinician" or "both": whom it is for.
        said: the same in words, paragraph by paragraph.
        topic: the topic that it belongs to, where readers of it go on.
        facts: all that it rests on.
        sources: whose they are, in the order of the picture.
    """

    id: PictureId
    title: str
    caption: str
    audience: str
    topic: TopicId
    drawing: Drawing
    said: tuple[str, ...]
    table: PictureTable
    facts: tuple[FactId, ...]
    sources: tuple[SourceId, ...]
    caption_facts: tuple[FactId, ...] = ()
