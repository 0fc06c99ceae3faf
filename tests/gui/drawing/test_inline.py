from xml.etree import ElementTree

import pytest

from crmo_desktop.domain.identifiers import PictureId
from crmo_desktop.gui.drawing.inline import WIDTH, Alone
from crmo_desktop.services.reading import ReadingService
from tests.gui.conftest import RESOURCES

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def alone(reading: ReadingService, qtbot: object) -> Alone:
    return Alone(RESOURCES, reading)


@pytest.mark.parametrize("id", ["response-to-nsaids", "bone-map", "path-to-diagnosis"])
def test_a_picture_is_as_wide_as_the_text_and_tells_what_it_is(
    alone: Alone, reading: ReadingService, id: str
) -> None:
    picture = reading.figure(PictureId(id))

    root = ElementTree.fromstring(alone.drawings.svg(picture))

    assert abs(float(root.get("width", "0")) - WIDTH) < 60
    assert root.findtext(f"{SVG}title") == picture.title
    assert root.findtext(f"{SVG}desc") == picture.caption


def test_its_colours_are_those_of_files(alone: Alone, reading: ReadingService) -> None:
    svg = alone.drawings.svg(reading.figure(PictureId("response-to-nsaids")))

    assert alone.light.colours["page"] in svg
    assert alone.dark.colours["page"] not in svg
    assert (alone.light.kind, alone.dark.kind) == ("light", "dark")
