"""Tests of `crmo_desktop.gui.dialogs.paper_options`."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.publication import OwnWords, PaperLook, PaperSize, Publication, TypeSize
from crmo_desktop.gui.dialogs.paper_options import CONTENTS, PaperOptions
from tests.gui.conftest import Show
from tests.gui.hands import press, type_words

LARGE = Publication(
    title="T",
    contents=(OwnWords(ruled=1),),
    look=PaperLook(size=PaperSize.LETTER, type_size=TypeSize.LARGE),
    clinic="Room 4",
    has_name_line=True,
    has_sources=False,
    has_red_flags=True,
    has_title_page=True,
    has_list_of_contents=True,
    has_index=True,
)
PLAIN = Publication(title="T", contents=LARGE.contents)


@pytest.fixture
def options(show: Show) -> PaperOptions:
    options = PaperOptions()
    show(options, 320, 500)
    return options


def test_a_publication_looks_as_is_shown(options: PaperOptions, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(options.changed), qtbot.assertNotEmitted(options.typed):
        options.show_publication(LARGE)

    assert options.applied_to(PLAIN) == LARGE
    options.show_publication(PLAIN)
    assert options.applied_to(LARGE) == PLAIN


def test_every_choice_is_told(options: PaperOptions, qtbot: QtBot) -> None:
    options.show_publication(PLAIN)

    with qtbot.waitSignal(options.changed):
        options.boxes["red_flags"].click()
    options.type_size.setFocus()
    with qtbot.waitSignal(options.changed):
        press(options, Qt.Key.Key_Down)
    options.clinic.setFocus()
    with qtbot.waitSignal(options.typed):
        type_words(options, "R4")

    assert options.applied_to(PLAIN) == replace(
        PLAIN, has_red_flags=True, clinic="R4", look=PaperLook(type_size=TypeSize.LARGE)
    )


def test_contents_are_asked_about_where_they_make_sense(options: PaperOptions) -> None:
    options.show_publication(LARGE)
    options.offer_contents(False)

    assert not options.boxes[CONTENTS].isVisible()
    assert not options.applied_to(PLAIN).has_index
    options.offer_contents(True)
    assert options.applied_to(PLAIN).has_index
