"""What files of slides are made of."""

from crmo_desktop.export.pptx_values import COLOURS, SlideFile
from tests.export.slide_samples import slide_file


def test_every_place_of_a_theme_has_one_colour() -> None:
    places = list(COLOURS.values())

    assert len(set(places)) == len(places) == 12


def test_a_file_has_colours_for_all_places() -> None:
    file = slide_file()

    assert isinstance(file, SlideFile)
    assert set(COLOURS) <= set(file.colours)
