"""Elements, colours and lengths of files of slides."""

from xml.etree import ElementTree

import pytest

from crmo_desktop.export.pptx_xml import (
    clean,
    colour,
    edged,
    element,
    emu,
    filled,
    letters,
    relationships,
    root,
    worded,
    written,
)

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def test_what_is_not_there_is_left_out() -> None:
    made = element("a:p", None, element("a:r"), lang="en")

    assert [child.tag for child in made] == ["a:r"]
    assert made.get("lang") == "en"


def test_an_underscore_stands_for_a_colon() -> None:
    assert element("a:blip", r_embed="rId2").get("r:embed") == "rId2"


def test_a_part_can_be_read_again() -> None:
    data = written(root("a:p", worded("a:t", "5 < 6 & “so”")))

    assert data.startswith(b"<?xml")
    assert ElementTree.fromstring(data).findtext(f"{A}t") == "5 < 6 & “so”"


def test_a_slide_is_seven_and_a_half_inches_high() -> None:
    assert emu(720) == 6_858_000
    assert letters(720 / 20) == 2700


@pytest.mark.parametrize(
    ("words", "kept"), [("a\tb\n", "a\tb\n"), ("a\x0bb\x1f", "ab"), ("\ud800x\ufffe", "x")]
)
def test_only_signs_of_xml_are_kept(words: str, kept: str) -> None:
    assert clean(words) == kept


def test_colours_are_those_of_the_theme_where_it_has_them() -> None:
    colours = {"text": "#112233", "zebra": "#445566"}

    assert colour("text", colours).attrib == {"val": "tx1"}
    assert colour("accent", colours).attrib == {"val": "accent1"}
    assert colour("zebra", colours).attrib == {"val": "445566"}


def test_no_fill_and_no_edge_are_said() -> None:
    assert filled("", {}).tag == "a:noFill"
    assert edged("", {})[0].tag == "a:noFill"
    assert edged("accent", {}, 2.0).get("w") == str(emu(2))


def test_relationships_lead_to_parts() -> None:
    made = ElementTree.fromstring(relationships([("rId1", "kind", "target.xml")]))

    assert made[0].attrib == {"Id": "rId1", "Type": "kind", "Target": "target.xml"}
