"""Tests of `crmo_desktop.gui.slides.figures_bones`."""

import pytest

from crmo_desktop.domain.bone_map import BoneFigure, BoneGroup, BoneMap
from crmo_desktop.domain.identifiers import FactId, SourceId
from crmo_desktop.gui.drawing.scene import Shape
from crmo_desktop.gui.slides.deck import SlideMakers
from crmo_desktop.gui.slides.figures_bones import BoneSlides
from tests.gui.slides.figure_samples import pen_of, texts

FIGURES = (("tibia", 64.0), ("femur", 61.3), ("pelvis", 38.7), ("clavicle", 12.0))


def _group(id: str, note: str) -> BoneGroup:
    return BoneGroup(
        id=id,
        name=f"Group {id}",
        people="75 children",
        n=75,
        counts="people",
        method="MRI",
        source=SourceId(f"source-{id}"),
        unit="Children with this bone affected, in %",
        bones=tuple(
            BoneFigure(id=bone, bones=(bone,), name=f"The {bone}", percent=percent, shown=f"{percent}%")
            for bone, percent in FIGURES
        ),
        note=note,
        facts=(FactId(f"fact-{id}"),),
    )


MAP = BoneMap(
    groups=(_group("one", "Short."), _group("two", "A note that takes its room. " * 6)),
    no_figure="No figure. It does not mean “never”.",
    front="Front",
    back="Back",
)


@pytest.fixture
def bones(makers: SlideMakers) -> BoneSlides:
    return BoneSlides(MAP, pen_of(makers))


def test_a_group_has_its_figures_and_what_must_be_said_beside_them(bones: BoneSlides) -> None:
    assert [page.group.id for page in bones.pages] == ["one", "two", "two"]
    part = bones.part(0)

    assert part.title == "Group one"
    assert (part.facts, part.sources) == (["fact-one"], ["source-one"])
    said = texts(part)
    assert said[:4] == ["75 children", "Children with this bone affected, in %", "The tibia", "64.0%"]
    assert said[-3:] == ["Method: MRI", "Short.", "No figure. It does not mean “never”."]
    assert bones.told(0)[2:4] == ("The tibia: 64.0%", "The femur: 61.3%")


def test_words_without_room_beside_the_figures_follow_them(bones: BoneSlides) -> None:
    assert [page.has_notes for page in bones.pages[1:]] == [False, True]
    assert "The tibia" in texts(bones.part(1))
    assert "The tibia" not in texts(bones.part(2))
    assert "No figure. It does not mean “never”." in texts(bones.part(2))
    assert any("takes its room" in line for line in bones.told(2))


def test_bars_are_as_long_as_their_figures(bones: BoneSlides) -> None:
    shapes = [item for item in bones.part(0).scene.items if isinstance(item, Shape)]
    grounds = [shape.path.boundingRect() for shape in shapes if shape.fill == "sunken"]
    bars = [
        shape.path.boundingRect()
        for shape in shapes
        if shape.fill.startswith("scale") and shape.line == "bone_line"
    ]
    shares = [bar.width() / ground.width() * 100 for bar, ground in zip(bars, grounds, strict=False)]
    assert shares == pytest.approx([percent for _, percent in FIGURES], abs=0.5)


@pytest.mark.parametrize(("width", "high"), [(1148.0, 455.0), (828.0, 455.0)])
def test_the_skeleton_stands_beside_the_words(makers: SlideMakers, width: float, high: float) -> None:
    bones = BoneSlides(MAP, pen_of(makers, width=width, high=high))
    for page in range(len(bones.pages)):
        part = bones.part(page)
        assert part.art.height() == pytest.approx(high)
        assert max(one.rect.right() for one in part.scene.written()) < part.art.left()
        assert part.scene.size.height() <= high + 0.5
