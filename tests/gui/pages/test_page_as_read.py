"""A short form is read aloud as it is shown, its warnings included."""

import pytest
from PySide6.QtWidgets import QApplication

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.depth import Depth
from crmo_desktop.gui.pages.page_as_read import page_as_read
from crmo_desktop.gui.speech.places import Wanted, places
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.services.spoken import sentences
from tests.gui.pages.desk import Desk
from tests.gui.specimen import page


def test_a_page_that_is_shown_whole_is_itself() -> None:
    whole = page()

    assert page_as_read(whole, None, None) is whole


@pytest.mark.slow
@pytest.mark.parametrize("depth", [depth for depth in Depth if depth is not Depth.EVERYTHING])
def test_every_sentence_of_every_short_form_stands_on_the_page(
    depth: Depth, desk: Desk, reading: ReadingService
) -> None:
    desk.reader.set_depth(depth)
    warned = 0
    for chapter in reading.chapters():
        for topic in chapter.topics:
            desk.reader.show_page(reading.page(topic.id, Audience.PATIENT), Audience.PATIENT)
            shown, call_outs = desk.reader.as_read
            assert shown is not None
            made = sentences(shown, call_outs)
            at = places(desk.reader.view.contents(), [Wanted(one.shown, one.section) for one in made])
            assert [one.shown for one, place in zip(made, at, strict=True) if place is None] == []
            form = desk.reader.easy.form
            if form is not None and (form.warnings or form.warned):
                warned += 1
                assert any(one.text == "Get help fast:" for one in made)
    QApplication.processEvents()
    assert warned > 0
