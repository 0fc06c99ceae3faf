"""Tests of `crmo_desktop.gui.slides.question_rows`."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtWidgets import QApplication

from crmo_desktop.gui.slides.elements import Sign, Words
from crmo_desktop.gui.slides.question_rows import AIRY, TIGHT, TIGHTEST, Rows, Spacing, sizes_below
from crmo_desktop.gui.slides.room_look import RoomLook, room_look
from crmo_desktop.gui.slides.slide import SMALLEST, Room

OPTIONS = ("Short", "An option of so many words that it takes two lines of a row, if not even three of them")


@pytest.fixture
def look(themes: Path, qapp: QApplication) -> RoomLook:
    return room_look(Room(), themes)


def test_rows_stand_under_each_other_in_any_order(look: RoomLook) -> None:
    rows = Rows(OPTIONS, look, 900, 36, AIRY, counts=True)

    for order in ((0, 1), (1, 0)):
        rects = rows.rects(order, QPointF(72, 100))
        assert rects[0].topLeft() == QPointF(72, 100)
        assert rects[1].top() == rects[0].bottom() + AIRY.gap
        assert rects[1].bottom() == pytest.approx(100 + rows.height)
        assert [rect.height() for rect in rects] == [rows.rows[place].height for place in order]


@pytest.mark.parametrize("spacing", [AIRY, TIGHT, TIGHTEST])
def test_words_stay_in_their_row_beside_the_hands(spacing: Spacing, look: RoomLook) -> None:
    rows = Rows(OPTIONS, look, 900, 30, spacing, counts=True)
    for place, rect in enumerate(rows.rects((0, 1), QPointF(72, 0))):
        hands = [each.rect for each in rows.hands(rect, 999)]
        for is_right in (False, True):
            painted = rows.elements(place, rect, "A", is_right=is_right, is_chosen=False)
            words = painted[-1]
            assert isinstance(words, Words)
            assert rect.contains(words.rect)
            assert not any(hand.intersects(words.rect) for hand in hands)


@pytest.mark.parametrize("spacing", [AIRY, TIGHT, TIGHTEST])
def test_hands_stay_in_their_row(spacing: Spacing, look: RoomLook) -> None:
    rows = Rows(OPTIONS, look, 900, 30, spacing, counts=True)
    (rect, _) = rows.rects((0, 1), QPointF(72, 0))

    assert all(rect.contains(each.rect) for each in rows.hands(rect, 999))


def test_the_right_one_has_a_tick_or_its_number(look: RoomLook) -> None:
    rows = Rows(OPTIONS, look, 900, 36, AIRY, counts=False)
    (rect, _) = rows.rects((0, 1), QPointF(0, 0))

    ticked = rows.elements(0, rect, "", is_right=True, is_chosen=False)
    numbered = rows.elements(0, rect, "1", is_right=True, is_chosen=False)

    assert [each.icon for each in ticked if isinstance(each, Sign)] == ["check"]
    assert [each.words.text for each in numbered if isinstance(each, Words)] == ["1", "Short"]


@pytest.mark.parametrize("step", range(-1, 4))
def test_sizes_fall_to_the_smallest_that_can_be_read(step: int, themes: Path) -> None:
    sizes = sizes_below(room_look(Room(type_step=step), themes))

    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] == SMALLEST
