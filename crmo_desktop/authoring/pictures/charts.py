"""Charts of figures: icon arrays, ranges on an axis, a timeline. Each figure is read from a fact."""

from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from crmo_desktop.authoring.pictures.filling import Filler, Given, Node
from crmo_desktop.domain.identifiers import FactId, SourceId
from crmo_desktop.domain.picture import (
    Comparison,
    Event,
    IconArrays,
    Range,
    RangeGroup,
    Ranges,
    Rate,
    Timeline,
)

_UNITS: Final = {"months": 1, "years": 12}  # in months


def icon_arrays(filler: Filler, record: Node) -> IconArrays:
    """The rates that `record` describes, each with its cohort."""
    comparisons = tuple(
        Comparison(
            question=filler.label(node.get("question")),
            rates=tuple(_rate(filler, rate) for rate in filler.nodes(node, "rates")),
        )
        for node in filler.nodes(record, "comparisons")
    )
    filled, empty = filler.texts(record, "legend", most=2)
    return IconArrays(comparisons=comparisons, legend=(filled, empty))


def _rate(filler: Filler, node: Node) -> Rate:
    given = filler.given(node)
    written = filler.text(node, "label")
    label = filler.fill(written, given)
    people, count, percent = (given.number(name) for name in ("people", "count", "percent"))
    if node.get("all") is True:  # a fact that says "all of 55", or "none of 4", has no other figure
        count = people
    elif node.get("none") is True:
        count = Decimal(0)
    if people is None:
        filler.fault("a rate reads its people, or it is not shown", at=written)
        people = Decimal(100)
    if percent is None and count is None:
        filler.fault("a rate reads a percent or a count", at=written)
    share = percent if percent is not None else 100 * (count or Decimal(0)) / (people or 1)
    if not 0 <= share <= 100:
        filler.fault(f"{share} is no percentage", at=written)
    shown = filler.pattern(
        "percent" if count is None else "counted",
        count=str(count),
        people=str(people),
        percent=str(_whole(share) if percent is None else percent),
    )
    what = filler.fill(filler.text(node, "what"), given)
    note = filler.fill(node["note"], given) if isinstance(node.get("note"), str) else ""
    told = f"{count or 'none'} of {people}" if percent is None else f"{percent}%"
    filler.note(f"{label}: {told}, {people} {what}. {note}", given, at=written)
    return Rate(
        label=label,
        percent=float(share.quantize(Decimal("0.1"), ROUND_HALF_UP)),
        shown=shown,
        people=int(people),
        what=what,
        source=SourceId(_source(filler, node, given) or ""),
        facts=tuple(FactId(id) for id in given.facts),
        note=note,
    )


def _whole(share: Decimal) -> Decimal:
    return share.quantize(Decimal(1), ROUND_HALF_UP)


def _source(filler: Filler, node: Node, given: Given) -> str | None:
    """Whose cohort it is: the first source of the fact that is read, unless `node` names another of them."""
    sources = [s for id in given.facts for s in filler.folder.facts.get(id, {}).get("sources", [])]
    chosen = node.get("source")
    if chosen is not None and chosen not in sources:
        filler.fault(f"“{chosen}” is no source of the facts read here", at=str(chosen))
    return str(chosen) if chosen else next(iter(sources), None)


def ranges(filler: Filler, record: Node) -> Ranges:
    """The cohorts' own figures; those in years or months are brought to the one of the axis."""
    axis = filler.choice(record, "axis", tuple(_UNITS))
    return Ranges(
        unit=filler.text(record, "unit"),
        groups=tuple(
            RangeGroup(
                title=filler.label(node.get("title")),
                ranges=tuple(_range(filler, item, axis) for item in filler.nodes(node, "ranges")),
            )
            for node in filler.nodes(record, "groups")
        ),
    )


def _range(filler: Filler, node: Node, axis: str) -> Range:
    given = filler.given(node)
    written = filler.text(node, "label")
    label, shown = filler.fill(written, given), filler.fill(filler.text(node, "shown"), given)
    unit = axis
    if "in" in node:
        unit = filler.choice(node, "in", tuple(_UNITS))

    def on_axis(name: str) -> float | None:
        number = given.number(name)
        return None if number is None else round(float(number) * _UNITS[unit] / _UNITS[axis], 2)

    value, people = on_axis("value"), given.number("people")
    if value is None:
        filler.fault("a range reads its value", at=written)
    low, high = on_axis("low"), on_axis("high")
    spread = [end for end in (low, value, high) if end is not None]
    if spread != sorted(spread):
        filler.fault("the value of a range lies outside its spread", at=written)
    filler.note(f"{label}: {shown}" + (f" ({people})" if people is not None else ""), given, at=written)
    source = _source(filler, node, given)
    return Range(
        label=label,
        value=value or 0.0,
        shown=shown,
        facts=tuple(FactId(id) for id in given.facts),
        low=low,
        high=high,
        people=None if people is None else int(people),
        source=None if source is None else SourceId(source),
    )


def timeline(filler: Filler, record: Node) -> Timeline:
    """What happened when, the first first."""
    events = tuple(_event(filler, node) for node in filler.nodes(record, "events"))
    years = [event.year for event in events]
    if years != sorted(years):
        filler.fault("the events of a timeline stand in the order of their years", at="events")
    return Timeline(events=events)


def _event(filler: Filler, node: Node) -> Event:
    given = filler.given(node)
    year = given.number("year")
    if year is None:
        filler.fault("an event reads its year", at=str(node.get("title", "")))
    shown = filler.fill(filler.text(node, "shown", default="{year}"), given)
    return Event(
        year=int(year or 0),
        shown=shown,
        title=filler.label(node.get("title"), given),
        text=filler.statement(node["text"], given) if "text" in node else None,
    )
