"""Tests of `crmo_desktop.gui.slides.figures_pen`."""

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from crmo_desktop.gui.slides.deck import SlideMakers
from crmo_desktop.gui.slides.figures_pen import arrow, disc, new_part, piled, sizes
from crmo_desktop.gui.slides.slide import SMALLEST
from tests.gui.slides.figure_samples import pen_of, texts, words


def test_things_stand_on_as_few_slides_as_can_be_and_evenly() -> None:
    piles = piled([100.0] * 7, 0.0, lambda _: 300.0)
    assert [pile.end - pile.first for pile in piles] in ([3, 2, 2], [2, 3, 2], [2, 2, 3])


def test_a_thing_that_is_higher_than_a_slide_has_one_to_itself() -> None:
    assert piled([50.0, 900.0, 50.0], 10.0, lambda _: 300.0) == [(0, 1), (1, 2), (2, 3)]


def test_what_a_thing_needs_as_the_first_of_a_slide_is_counted_there_only() -> None:
    assert piled([100.0, 100.0], 0.0, lambda _: 250.0, [50.0, 200.0]) == [(0, 2)]
    assert piled([100.0, 100.0], 0.0, lambda _: 220.0, [50.0, 0.0]) == [(0, 1), (1, 2)]


def test_nothing_stands_on_no_slide() -> None:
    assert piled([], 10.0, lambda _: 300.0) == []


def test_no_pen_writes_smaller_than_the_last_row_can_read(makers: SlideMakers) -> None:
    tried = list(sizes(pen_of(makers, text=53.0)))

    assert [pen.text for pen in tried] == sorted((pen.text for pen in tried), reverse=True)
    assert tried[-1].text == tried[-1].small == SMALLEST
    assert tried[-1].line("x", 12).font.pixelSize() == SMALLEST
    assert tried[0].grown(1.2).text == round(53 * 1.2)


def test_what_stands_above_the_first_slide_is_taken_from_it_only(makers: SlideMakers) -> None:
    from dataclasses import replace

    pen = replace(pen_of(makers, high=400.0), above=100.0)
    assert (pen.height(0), pen.height(1), pen.least) == (300.0, 400.0, 300.0)


def test_a_part_knows_what_it_rests_on_once(makers: SlideMakers) -> None:
    part = new_part(pen_of(makers), "Title")
    part.rests_on(words("one", "fact-01"), None, words("two", "fact-01"))
    assert (part.title, part.facts) == ("Title", ["fact-01"])


def test_numbers_stand_in_circles_and_arrows_have_heads(makers: SlideMakers, qapp: QApplication) -> None:
    part = new_part(pen_of(makers))
    disc(part.scene, "7", QPointF(50, 50), pen_of(makers))
    before = len(part.scene.items)
    arrow(part.scene, QPointF(0, 0), QPointF(100, 0))

    assert texts(part) == ["7"]
    assert part.scene.written()[0].rect.center().x() == pytest.approx(50, abs=0.1)
    assert len(part.scene.items) == before + 2
