"""Drawings as a picture and words."""

import pytest
from PySide6.QtGui import QImage

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.slides import Figure, Matter, MatterKind, plain
from crmo_desktop.export.pptx_values import PictureShape, WordsShape
from crmo_desktop.gui.handing_out.figure_shapes import figure_shapes
from crmo_desktop.gui.slides.deck import SlideMakers, make_deck
from crmo_desktop.gui.slides.figures_slide import FigureSlide
from crmo_desktop.gui.slides.slide import HEIGHT, SMALLEST, Room


def slides(makers: SlideMakers, id: str) -> list[FigureSlide]:
    picture = next(each for each in makers.reading.pictures(Audience.CLINICIAN) if each.id == id)
    matter = Matter(
        key=f"picture/{id}",
        kind=MatterKind.PICTURE,
        title=picture.title,
        audience=Audience.CLINICIAN,
        pieces=(Figure(picture=picture.id),),
    )
    deck = make_deck("x", [matter], Room(builds=False), makers)
    return [slide for slide in deck.slides if isinstance(slide, FigureSlide)]


@pytest.mark.parametrize("id", ["bone-map", "long-bone", "path-to-diagnosis", "response-to-nsaids"])
def test_words_of_a_drawing_are_words(makers: SlideMakers, id: str) -> None:
    for slide in slides(makers, id):
        state = slide.last_state()
        made = list(figure_shapes(slide, state))
        words = [shape for shape in made if isinstance(shape, WordsShape)]

        written = [each.text for each in slide.scene_of(state).written()]
        assert [plain(each.lines[0].words) for each in words] == written
        assert all(each.lines[0].size >= SMALLEST for each in words)


def test_the_picture_is_sharp_lies_on_any_ground_and_says_what_it_shows(makers: SlideMakers) -> None:
    slide = slides(makers, "bone-map")[-1]

    (picture,) = (each for each in figure_shapes(slide, slide.last_state()) if isinstance(each, PictureShape))
    image = QImage.fromData(picture.png)

    assert image.width() >= 1.9 * picture.area.width
    assert image.hasAlphaChannel()
    assert image.pixelColor(0, 0).alpha() == 0
    assert picture.told.startswith(slide.picture.title)
    assert picture.area.top + picture.area.height <= HEIGHT
