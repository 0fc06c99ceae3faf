from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.search import SearchHit
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.pages.hit_preview import HitPreview
from crmo_desktop.gui.theme import NAMES, Look
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.services.searching import SearchingService
from tests.gui.conftest import LookOf, Show
from tests.gui.hands import has_colour, picture_of, press


@pytest.fixture
def hits(searching: SearchingService) -> tuple[SearchHit, ...]:
    return searching.search("whole-body MRI", audience=Audience.PATIENT, limit=30).hits


@pytest.fixture
def hit(hits: tuple[SearchHit, ...]) -> SearchHit:
    return next(hit for hit in hits if hit.section and hit.marks)


@pytest.fixture
def preview(show: Show, reading: ReadingService, icons: IconShelf, look: Look) -> HitPreview:
    preview = HitPreview(reading, icons, look)
    preview.set_look(look)
    show(preview, 500, 500)
    return preview


def test_it_shows_the_section_of_the_hit_with_its_words_marked(preview: HitPreview, hit: SearchHit) -> None:
    preview.show_hit(hit)

    assert preview.hit() is hit
    assert preview.view.accessibleName() == f"Preview of {hit.topic_title}"
    assert hit.section_title in preview.view.toPlainText()
    marked = {hit.excerpt[start : start + length].lower() for start, length in hit.marks}
    shown = {selection.cursor.selectedText().lower() for selection in preview.view.extraSelections()}
    assert shown
    assert shown <= marked


def test_a_section_comes_without_what_stands_above_it(
    preview: HitPreview, hit: SearchHit, reading: ReadingService
) -> None:
    page = reading.page(hit.topic, hit.audience)

    preview.show_hit(hit)
    assert page.summary not in preview.view.toPlainText()

    preview.show_hit(replace(hit, section=None, section_title=""))
    assert page.summary.split("[")[0].strip()[:40] in preview.view.toPlainText()


def test_without_a_hit_it_is_empty(preview: HitPreview, hit: SearchHit, look_of: LookOf) -> None:
    preview.show_hit(hit)
    preview.show_hit(None)
    preview.set_look(look_of("dark"))

    assert preview.hit() is None
    assert preview.view.toPlainText().strip() == ""
    assert [label.text() for label in preview.findChildren(QLabel) if label.isVisible()] == []


def test_enter_and_links_open_the_page(preview: HitPreview, hit: SearchHit, qtbot: QtBot) -> None:
    preview.show_hit(hit)
    preview.setFocus()
    with qtbot.waitSignal(preview.opened):
        press(preview, Qt.Key.Key_Return)

    press(preview, Qt.Key.Key_Tab)
    assert preview.view.focused_link() is not None
    with qtbot.waitSignal(preview.opened):
        press(preview, Qt.Key.Key_Return)


def test_escape_goes_back_to_the_list(preview: HitPreview, hit: SearchHit, qtbot: QtBot) -> None:
    preview.show_hit(hit)
    preview.setFocus()

    with qtbot.waitSignal(preview.left):
        press(preview, Qt.Key.Key_Escape)


def test_other_keys_scroll_it(preview: HitPreview, hits: tuple[SearchHit, ...]) -> None:
    preview.resize(400, 150)
    preview.show_hit(hits[0])
    QApplication.processEvents()
    preview.setFocus()

    press(preview, Qt.Key.Key_PageDown)

    assert preview.view.verticalScrollBar().value() > 0


@pytest.mark.parametrize("name", NAMES)
def test_marked_words_can_be_read_in_every_theme(
    name: str, preview: HitPreview, hit: SearchHit, look_of: LookOf
) -> None:
    """The ink of a page on the ground of a match; in high contrast an ink of its own."""
    look = look_of(name)
    preview.show_hit(hit)
    preview.set_look(look)
    ink = look.colour("on_find" if look.is_high_contrast else "text")

    selections = preview.view.extraSelections()

    assert {selection.format.foreground().color().name() for selection in selections} == {ink.name()}
    assert has_colour(picture_of(preview.view.viewport()), look.colour("find"), least=100)
