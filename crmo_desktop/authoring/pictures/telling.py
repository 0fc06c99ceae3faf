"""A picture in words, and as a table: both made from what is drawn, so that they cannot differ from it.

The few words that join what the picture says come from `picture-words.json`, in the edition's language.
"""

from collections.abc import Iterator
from typing import Final, NamedTuple

from crmo_desktop.authoring.content_folder import ContentFolder
from crmo_desktop.authoring.pictures.filling import fill_pattern
from crmo_desktop.domain.bone_map import BoneMap
from crmo_desktop.domain.identifiers import FactId
from crmo_desktop.domain.picture import (
    Choices,
    Drawing,
    Flow,
    IconArrays,
    LabelledArt,
    Panels,
    PictureTable,
    Ranges,
    SideBySide,
    Step,
    Timeline,
    Words,
)

NUMERIC: Final[dict[type, tuple[bool, ...]]] = {
    BoneMap: (False, False, True, True),  # group, bone, share, people
    IconArrays: (False, False, True, True, False),  # question, cohort, share, people, how it was measured
    Ranges: (False, False, False, True),  # what was measured, cohort, figure, people
    Timeline: (True, False, False),  # year, what happened, more
    Flow: (True, False, False, False),  # number, step, more, ways on
    Choices: (False, False, False),  # when, choice, more
    LabelledArt: (False, False),  # part, more
    Panels: (False, False),  # title, text
}  # for each kind but SideBySide, which has heads of its own, the columns of its table

_ENDS: Final = (".", "?", "!", ":", "…")
_NONE: Final = Words(text="")


class Told(NamedTuple):
    """A picture in other forms."""

    said: tuple[str, ...]
    rows: tuple[tuple[Words, ...], ...]


def tell(folder: ContentFolder, drawing: Drawing) -> Told:
    """What `drawing` says, paragraph by paragraph, and as rows of a table."""
    match drawing:
        case BoneMap():
            return _tell_bones(folder, drawing)
        case IconArrays():
            return _tell_rates(folder, drawing)
        case Ranges():
            return _tell_ranges(folder, drawing)
        case Timeline():
            return Told(
                tuple(_joined(f"{event.shown}: {event.title.text}", event.text) for event in drawing.events),
                tuple((_plain(e.shown, e.title.facts), e.title, e.text or _NONE) for e in drawing.events),
            )
        case Flow():
            return _tell_flow(folder, drawing)
        case Choices():
            return _tell_choices(drawing)
        case SideBySide():
            return _tell_side_by_side(drawing)
        case LabelledArt():
            labels = drawing.labels
            return Told(
                tuple(_joined(label.name.text, label.note) for label in labels),
                tuple((label.name, label.note or _NONE) for label in labels),
            )
        case Panels():
            panels = drawing.panels
            is_numbered = drawing.order == "numbered"
            names = [f"{n}. {panel.title.text}" if is_numbered else panel.title.text
                     for n, panel in enumerate(panels, start=1)]  # fmt: skip
            return Told(
                tuple(_joined(name, panel.text) for name, panel in zip(names, panels, strict=True)),
                tuple((_plain(name, panel.title.facts, panel.title.target), panel.text)
                      for name, panel in zip(names, panels, strict=True)),
            )  # fmt: skip


def table(drawing: Drawing, columns: tuple[str, ...], told: Told) -> PictureTable:
    """`drawing` as a table with these heads; SideBySide brings its own."""
    if isinstance(drawing, SideBySide):
        columns = drawing.columns
    numeric = NUMERIC.get(type(drawing), (False,) * len(columns))
    return PictureTable(columns=columns, numeric=numeric, rows=told.rows)


def _tell_bones(folder: ContentFolder, drawing: BoneMap) -> Told:
    said, rows = [], []
    for group in drawing.groups:
        shares = "; ".join(
            f"{bone.name} {bone.shown}"
            if bone.affected is None
            else fill_pattern(folder, "bone_counted", name=bone.name, shown=bone.shown,
                              count=str(bone.affected), people=str(group.total or group.n))
            for bone in group.bones
        )  # fmt: skip
        said.append(
            " ".join(_sentences(f"{group.name}: {group.people}", f"{group.unit}: {shares}", group.note))
        )
        for bone in group.bones:
            facts = bone.facts
            rows.append((_plain(group.name), _plain(bone.name, facts, bone.target),
                         _plain(bone.shown, facts), _plain(str(group.n))))  # fmt: skip
    return Told(tuple(said), tuple(rows))


def _tell_rates(folder: ContentFolder, drawing: IconArrays) -> Told:
    said, rows = [], []
    for comparison in drawing.comparisons:
        said.append(_sentence(comparison.question.text))
        for rate in comparison.rates:
            pattern = "rate_counted" if str(rate.people) in rate.shown.split() else "rate"
            line = fill_pattern(folder, pattern, label=rate.label, shown=rate.shown,
                                people=str(rate.people), what=rate.what)  # fmt: skip
            said.append(" ".join(_sentences(line, rate.note)))
            rows.append(
                (comparison.question, _plain(rate.label, rate.facts), _plain(rate.shown, rate.facts),
                 _plain(f"{rate.people} {rate.what}", rate.facts), _plain(rate.note, rate.facts))
            )  # fmt: skip
    return Told(tuple(said), tuple(rows))


def _tell_ranges(folder: ContentFolder, drawing: Ranges) -> Told:
    said, rows = [], []
    for group in drawing.groups:
        parts = []
        for item in group.ranges:
            people = "" if item.people is None else str(item.people)
            pattern = "range_of_people" if people else "range"
            parts.append(fill_pattern(folder, pattern, label=item.label, shown=item.shown, people=people))
            rows.append((group.title, _plain(item.label, item.facts), _plain(item.shown, item.facts),
                         _plain(people, item.facts)))  # fmt: skip
        said.append(_sentence(f"{group.title.text}: {'; '.join(parts)}"))
    return Told(tuple(said), tuple(rows))


def _tell_flow(folder: ContentFolder, drawing: Flow) -> Told:
    said = [
        _sentence(f"{drawing.flags_title.text}: {'; '.join(flag.text.rstrip('.') for flag in drawing.flags)}")
    ]
    rows: list[tuple[Words, ...]] = [(_NONE, drawing.flags_title, flag, _NONE) for flag in drawing.flags]
    numbers = {step.id: number for number, step in enumerate(drawing.steps, start=1)}
    for number, step in enumerate(drawing.steps, start=1):
        ways = " ".join(_ways(folder, step, numbers))
        said.append(" ".join([_joined(f"{number}. {step.title.text}", step.text), ways]).strip())
        rows.append((_plain(str(number)), step.title, step.text or _NONE, _plain(ways)))
    return Told(tuple(said), tuple(rows))


def _ways(folder: ContentFolder, step: Step, numbers: dict[str, int]) -> Iterator[str]:
    for answer in step.answers:
        number = str(numbers.get(answer.next, ""))
        yield fill_pattern(folder, "answer" if answer.label else "go_on", label=answer.label, number=number)


def _tell_choices(drawing: Choices) -> Told:
    said, rows = [], []
    for band in drawing.bands:
        cards = [_joined(card.title.text, card.text) for card in band.cards]
        said.append(" ".join([_joined(band.title.text, band.note), *cards]))
        if band.note is not None:
            rows.append((band.title, _NONE, band.note))
        rows += [(band.title, card.title, card.text) for card in band.cards]
    return Told(tuple(said), tuple(rows))


def _tell_side_by_side(drawing: SideBySide) -> Told:
    said = []
    for row in drawing.rows:
        cells = zip(drawing.columns[1:], row.cells, strict=True)
        said.append(" ".join(_sentences(row.title.text, *(f"{head}: {cell.text}" for head, cell in cells))))
    return Told(tuple(said), tuple((row.title, *row.cells) for row in drawing.rows))


def _plain(text: str, facts: tuple[FactId, ...] = (), target: str = "") -> Words:
    return Words(text=text, facts=facts, target=target)


def _joined(title: str, more: Words | None) -> str:
    return " ".join(_sentences(title, more.text if more is not None else ""))


def _sentences(*texts: str) -> list[str]:
    return [_sentence(text) for text in texts if text.strip()]


def _sentence(text: str) -> str:
    stripped = text.strip()
    return stripped if stripped.rstrip(")”’").endswith(_ENDS) else f"{stripped}."
