"""The theme of files of slides."""

from xml.etree import ElementTree

from crmo_desktop.export.pptx_theme import theme
from crmo_desktop.export.pptx_values import COLOURS
from tests.export.slide_samples import slide_file

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def test_the_room_s_colours_are_in_the_theme() -> None:
    file = slide_file()
    scheme = ElementTree.fromstring(theme(file)).find(f"{A}themeElements/{A}clrScheme")

    assert scheme is not None
    told = {child.tag.removeprefix(A): child[0].get("val") for child in scheme}
    assert told == {place: file.colours[role].lstrip("#") for role, place in COLOURS.items()}


def test_faces_are_those_that_machines_have() -> None:
    faces = [each.get("typeface") for each in ElementTree.fromstring(theme(slide_file())).iter(f"{A}latin")]

    assert faces == ["Cambria", "Arial"]
