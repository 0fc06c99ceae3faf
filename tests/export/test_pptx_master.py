"""What all slides of a file share."""

from xml.etree import ElementTree

import pytest

from crmo_desktop.export import pptx_master
from crmo_desktop.export.pptx_shapes import Numbers
from crmo_desktop.export.pptx_words import plain_paragraph
from crmo_desktop.export.pptx_xml import emu
from tests.export.slide_samples import slide_file

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
FILE, TURNED = slide_file(), slide_file(is_rtl=True)


def test_no_letters_of_a_slide_are_smaller_than_a_twenty_fourth_of_it() -> None:
    assert min(pptx_master.TITLE_SIZE, pptx_master.TEXT_SIZE, pptx_master.NUMBER_SIZE) >= 30


def test_the_master_knows_its_layouts() -> None:
    made = ElementTree.fromstring(pptx_master.master(FILE))

    assert len(made.findall(f"{P}sldLayoutIdLst/{P}sldLayoutId")) == len(pptx_master.LAYOUTS)


@pytest.mark.parametrize("number", range(len(pptx_master.LAYOUTS)))
def test_the_bar_stands_where_lines_begin(number: int) -> None:
    bars = []
    for file in (FILE, TURNED):
        made = ElementTree.fromstring(pptx_master.layout(file, number))
        offset = made.find(f"{P}cSld/{P}spTree/{P}sp/{P}spPr/{A}xfrm/{A}off")
        assert offset is not None
        bars.append(offset.get("x"))

    assert bars == ["0", str(emu(1280 - pptx_master.BAR))]


def test_told_and_asked_have_bars_of_other_colours() -> None:
    colours = []
    for number in range(2):
        made = ElementTree.fromstring(pptx_master.layout(FILE, number))
        fill = made.find(f"{P}cSld/{P}spTree/{P}sp/{P}spPr/{A}solidFill/{A}schemeClr")
        assert fill is not None
        colours.append(fill.get("val"))

    assert colours == ["accent1", "accent2"]


def test_notes_stand_below_their_slide() -> None:
    made = ElementTree.fromstring(pptx_master.notes_master(FILE))
    tops = [int(each.get("y", "")) for each in made.iter(f"{A}off")]

    assert tops[-1] > tops[-2]


def test_notes_of_a_slide_are_its_words() -> None:
    made = ElementTree.fromstring(pptx_master.notes_of([plain_paragraph("Ask.", "en")], Numbers()))

    assert [each.text for each in made.iter(f"{A}t")] == ["Ask."]
