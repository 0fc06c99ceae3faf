"""Diagrams of words: flow charts, choices, tables of two things, illustrations with names, panels."""

from typing import Final

from crmo_desktop.authoring.pictures.art import ArtError, ArtFile, read_art
from crmo_desktop.authoring.pictures.filling import NOTHING, Filler, Node
from crmo_desktop.domain.picture import (
    Answer,
    Art,
    Band,
    Card,
    Choices,
    Flow,
    Label,
    LabelledArt,
    Panel,
    Panels,
    Row,
    SideBySide,
    Step,
    Words,
)

_STEPS: Final = ("question", "action", "end")
_BANDS: Final = ("first", "parallel", "bridge", "shifts")
_ORDERS: Final = ("numbered", "becomes", "together")


def flow(filler: Filler, record: Node) -> Flow:
    """The way that `record` describes; every step can be reached, none leads back."""
    steps = tuple(_step(filler, node) for node in filler.nodes(record, "steps"))
    ids = [step.id for step in steps]
    for id in {id for id in ids if ids.count(id) > 1}:
        filler.fault(f"two steps are called “{id}”", at=id)
    for place, step in enumerate(steps):
        if (step.kind == "end") != (not step.answers):
            filler.fault(f"step “{step.id}” ends without being an end, or goes on as one", at=step.id)
        for answer in step.answers:
            if answer.next not in ids:
                filler.fault(f"step “{step.id}” leads to “{answer.next}”, which is no step", at=answer.next)
            elif ids.index(answer.next) <= place:
                filler.fault(f"step “{step.id}” leads back to “{answer.next}”", at=step.id)
    reached = {answer.next for step in steps for answer in step.answers} | set(ids[:1])
    for id in ids:
        if id not in reached:
            filler.fault(f"no step leads to “{id}”", at=id)
    return Flow(
        steps=steps,
        flags_title=filler.label(record.get("flags_title")),
        flags=tuple(filler.statement(flag) for flag in filler.nodes(record, "flags")),
    )


def _step(filler: Filler, node: Node) -> Step:
    kind = filler.choice(node, "kind", _STEPS)
    answers = filler.nodes(node, "answers") if kind != "end" or "answers" in node else []
    if kind == "question" and len(answers) < 2:
        filler.fault("a question has two answers or more", at=filler.text(node, "id"))
    return Step(
        id=filler.text(node, "id"),
        kind=kind,
        title=filler.label(node.get("title")),
        text=_more(filler, node, "text"),
        answers=tuple(
            Answer(label=filler.text(answer, "label", default=""), next=filler.text(answer, "next"))
            for answer in answers
        ),
    )


def choices(filler: Filler, record: Node) -> Choices:
    """What can be chosen."""
    return Choices(
        bands=tuple(
            Band(
                kind=filler.choice(node, "kind", _BANDS),
                title=filler.label(node.get("title")),
                note=_more(filler, node, "note"),
                cards=tuple(
                    Card(title=filler.label(card.get("title")), text=filler.statement(card.get("text")))
                    for card in filler.nodes(node, "cards")
                ),
            )
            for node in filler.nodes(record, "bands")
        )
    )


def side_by_side(filler: Filler, record: Node) -> SideBySide:
    """Things beside each other; a cell that is null says that nothing is known."""
    columns = filler.texts(record, "columns")
    key = record.get("key", 0)
    if type(key) is not int or not 0 <= key < max(1, len(columns)):
        filler.fault("“key” is no place of a column", at="key")
        key = 0
    rows = []
    for node in filler.nodes(record, "rows"):
        title = filler.label(node.get("title"))
        cells = node.get("cells")
        if not isinstance(cells, list) or len(cells) != len(columns) - 1:
            filler.fault(f"the row “{title.text}” has not as many cells as there are columns", at=title.text)
            cells = [None] * (len(columns) - 1)
        rows.append(Row(title=title, cells=tuple(_cell(filler, cell) for cell in cells)))
    return SideBySide(columns=columns, rows=tuple(rows), key=key)


def _cell(filler: Filler, cell: object) -> Words:
    if cell is None:
        return filler.statement({"text": filler.pattern("unknown"), "states": NOTHING})
    return filler.statement(cell)


def labelled_art(filler: Filler, record: Node) -> LabelledArt:
    """An illustration with names at its anchors."""
    name = filler.text(record, "art")
    file = _read(filler, name)
    labels = []
    for node in filler.nodes(record, "labels"):
        at = filler.text(node, "at")
        if at not in file.anchors:
            filler.fault(f"“{name}” has no anchor “{at}”", at=at)
        x, y = file.anchors.get(at, (0.0, 0.0))
        labels.append(
            Label(
                name=filler.label(node.get("name")),
                x=x,
                y=y,
                note=_more(filler, node, "note"),
                is_lesion=node.get("lesion") is True,
            )
        )
    return LabelledArt(art=_art(name, file), labels=tuple(labels))


def panels(filler: Filler, record: Node) -> Panels:
    """Small pictures with words; each has art, or the name of an icon of the program."""
    order = filler.choice(record, "order", _ORDERS)
    made = []
    for node in filler.nodes(record, "panels"):
        name = node.get("art")
        icon = filler.text(node, "icon", default="")
        if isinstance(name, str) == bool(icon):
            filler.fault("a panel has either art or an icon", at=filler.text(node, "title", default=""))
        made.append(
            Panel(
                title=filler.label(node.get("title")),
                text=filler.statement(node.get("text")),
                art=_art(name, _read(filler, name)) if isinstance(name, str) else None,
                icon=icon,
            )
        )
    return Panels(order=order, panels=tuple(made))


def _read(filler: Filler, name: str) -> ArtFile:
    try:
        return read_art(filler.folder.root, name)
    except ArtError as error:
        filler.fault(str(error), at=name)
        return ArtFile(1.0, 1.0, {}, "")


def _art(name: str, file: ArtFile) -> Art:
    return Art(name=name, width=file.width, height=file.height)


def _more(filler: Filler, node: Node, name: str) -> Words | None:
    return filler.statement(node[name]) if name in node else None
