"""Illustrations are read with their anchors, and go on without them."""

import pytest

from crmo_desktop.authoring.pictures.art import ArtError, read_art
from tests.authoring.pictures.small_pictures import ART
from tests.authoring.small_content import SmallContent


def test_anchors_are_read_and_left_out(content: SmallContent) -> None:
    content.write("pictures/leg.svg", ART)

    art = read_art(content.root, "leg.svg")
    assert (art.width, art.height) == (200, 300)
    assert art.anchors == {"spot": (20, 30.5)}
    assert (
        art.svg.split()
        == (
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 300">'
            '<path fill="{bone}" d="M0 0h9"/> </svg>'
        ).split()
    )


@pytest.mark.parametrize(
    ("svg", "fault"),
    [
        (None, "“leg.svg” cannot be read: No such file or directory"),
        ("<svg", "“leg.svg” is no SVG: not well-formed: unclosed token"),
        ("<svg/>", "“leg.svg” is no SVG with a view box that begins at 0 0"),
        ('<svg viewBox="0 0 9 0"/>', "“leg.svg” is no SVG with a view box that begins at 0 0"),
        ('<svg viewBox="1 0 9 9"/>', "“leg.svg” is no SVG with a view box that begins at 0 0"),
        ('<p viewBox="0 0 9 9"/>', "“leg.svg” is no SVG with a view box that begins at 0 0"),
        ('<svg viewBox="0 0 9 9"><g id="anchors"><circle id="at-a" cx="1"/></g></svg>',
         "“leg.svg” has an anchor without a place: “at-a”"),
        ('<svg viewBox="0 0 9 9"><g id="anchors"><circle id="at-a" cx="1" cy="x"/></g></svg>',
         "“leg.svg” has an anchor without a place: “at-a”"),
    ],
)  # fmt: skip
def test_what_is_no_illustration(content: SmallContent, svg: str | None, fault: str) -> None:
    if svg is not None:
        content.write("pictures/leg.svg", svg)

    with pytest.raises(ArtError) as caught:
        read_art(content.root, "leg.svg")
    assert str(caught.value) == fault
