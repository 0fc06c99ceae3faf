"""Flow charts, choices, comparisons, labelled illustrations, panels."""

import pytest

from crmo_desktop.domain.identifiers import FactId
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
from tests.authoring.pictures.small_pictures import drawn, faults, labels, medicines, sides, steps, way
from tests.authoring.small_content import SmallContent

PAIN = (FactId("f-pain"),)


def test_a_way(content: SmallContent) -> None:
    assert drawn(content, way()) == Flow(
        steps=(
            Step(id="ask", kind="question", title=Words(text="Does it hurt?", target="crmo://topic/scan#day"),
                 text=Words(text="It hurt first in 17.", facts=PAIN),
                 answers=(Answer(label="Yes", next="scan"), Answer(label="No", next="end"))),
            Step(id="scan", kind="action", title=Words(text="Scan"), answers=(Answer(label="", next="end"),)),
            Step(id="end", kind="end", title=Words(text="Decide")),
        ),
        flags_title=Words(text="Red flags"),
        flags=(Words(text="Pain that stays.", facts=PAIN),),
    )  # fmt: skip


def step(id: str, kind: str, *ways: str) -> dict[str, object]:
    answers = [{"label": f"to {way}", "next": way} for way in ways]
    return {"id": id, "kind": kind, "title": f"Step {id}"} | ({"answers": answers} if answers else {})


@pytest.mark.parametrize(
    ("ways", "fault"),
    [
        ([step("a", "action", "b")], "step “a” leads to “b”, which is no step"),
        ([step("a", "action", "b"), step("b", "action", "a")], "step “b” leads back to “a”"),
        ([step("a", "action", "b"), step("b", "end"), step("c", "end")], "no step leads to “c”"),
        ([step("a", "action", "a"), step("a", "end")], "two steps are called “a”"),
        ([step("a", "question", "b"), step("b", "end")], "a question has two answers or more"),
        ([step("a", "end", "b"), step("b", "end")], "step “a” ends without being an end, or goes on as one"),
        ([step("a", "action")], "step “a” ends without being an end, or goes on as one"),
        ([step("a", "detour")], "“detour” is none of question, action, end"),
    ],
)
def test_a_way_that_cannot_be_gone(content: SmallContent, ways: list[dict[str, object]], fault: str) -> None:
    assert fault in faults(content, way(*ways))


def test_choices(content: SmallContent) -> None:
    card = Card(title=Words(text="A scan"), text=Words(text="It shows spots.", facts=(FactId("f-scan"),)))

    assert drawn(content, medicines()) == Choices(
        bands=(Band(kind="parallel", title=Words(text="First"), note=Words(text="Ask."), cards=(card,)),)
    )
    assert faults(content, medicines("ladder")) == ["“ladder” is none of first, parallel, bridge, shifts"]


def test_a_comparison_says_what_is_not_known(content: SmallContent) -> None:
    row = Row(title=Words(text="Pain"), cells=(Words(text="First", facts=PAIN), Words(text="Not known")))

    assert drawn(content, sides()) == SideBySide(columns=("Sign", "CRMO", "Flu"), rows=(row,), key=1)


def test_a_comparison_that_does_not_fit_its_heads(content: SmallContent) -> None:
    assert faults(content, sides() | {"key": 3}) == ["“key” is no place of a column"]
    assert faults(content, sides() | {"key": True}) == ["“key” is no place of a column"]
    assert "the row “Pain” has not as many cells as there are columns" in faults(content, sides(cells=[None]))


def test_a_labelled_illustration(content: SmallContent) -> None:
    label = Label(
        name=Words(text="A spot"), x=20, y=30.5, note=Words(text="It hurts.", facts=PAIN), is_lesion=True
    )

    assert drawn(content, labels()) == LabelledArt(
        art=Art(name="leg.svg", width=200, height=300), labels=(label,)
    )


def test_illustrations_that_are_not_there(content: SmallContent) -> None:
    assert faults(content, labels(at="nose")) == ["“leg.svg” has no anchor “nose”"]
    assert "“arm.svg” cannot be read: No such file or directory" in faults(
        content, labels() | {"art": "arm.svg"}
    )


def test_panels(content: SmallContent) -> None:
    assert drawn(content, steps()) == Panels(
        order="numbered",
        panels=(
            Panel(title=Words(text="Sore"), text=Words(text="It hurts.", facts=PAIN),
                  art=Art(name="leg.svg", width=200, height=300)),
            Panel(title=Words(text="Calm"), text=Words(text="Rest."), icon="bone"),
        ),
    )  # fmt: skip


@pytest.mark.parametrize("changes", [{"icon": ""}, {"art": "leg.svg"}])
def test_a_panel_has_either_art_or_an_icon(content: SmallContent, changes: dict[str, object]) -> None:
    assert faults(content, steps(**changes)) == ["a panel has either art or an icon"]
