"""Slides and words shared out to pages."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF, QSizeF

from crmo_desktop.gui.handing_out.flow import Paragraph, TextLine, lines_of
from crmo_desktop.gui.handing_out.handed import Handed
from crmo_desktop.gui.handing_out.sheets import (
    Block,
    SheetOfSlides,
    in_rows,
    of_words,
    with_lines,
    with_notes,
)
from crmo_desktop.gui.handing_out.shots import Shot, shots_of
from crmo_desktop.gui.paper.paper_style import print_look

ROOM = QSizeF(4800, 7000)


@pytest.fixture
def shots(topic_out: Handed) -> Sequence[Shot]:
    return shots_of(topic_out.deck)


def lines(themes: Path, words: str, times: int = 1) -> list[TextLine]:
    look = print_look(themes, 10.5, "en")
    return list(lines_of([Paragraph(words, 10.5, above=4)] * times, look, ROOM.width()))


def rects_of(sheet: SheetOfSlides) -> list[QRectF]:
    words = [QRectF(at, QSizeF(ROOM.width(), line.height)) for line, at in sheet.lines]
    return [rect for _, rect in sheet.slides] + words


def check(sheets: Sequence[SheetOfSlides], shots: Sequence[Shot]) -> None:
    """Every slide is there once, in order; nothing covers anything or stands over the edge."""
    assert [shot for sheet in sheets for shot, _ in sheet.slides] == list(shots)
    room = QRectF(0, 0, ROOM.width() + 0.5, ROOM.height() + 0.5)
    for sheet in sheets:
        rects = rects_of(sheet)
        assert all(room.contains(rect) for rect in rects)
        for place, rect in enumerate(rects):
            assert not any(rect.adjusted(1, 1, -1, -1).intersects(other) for other in rects[place + 1 :])


@pytest.mark.parametrize(("columns", "rows"), [(1, 1), (1, 2), (2, 3)])
def test_so_many_slides_a_page(shots: Sequence[Shot], columns: int, rows: int) -> None:
    sheets = list(in_rows(shots, ROOM, columns, rows))

    check(sheets, shots)
    assert [len(sheet.slides) for sheet in sheets[:-1]] == [columns * rows] * (len(sheets) - 1)


def test_slides_keep_their_shape(shots: Sequence[Shot]) -> None:
    for sheet in in_rows(shots, ROOM, 2, 3):
        assert all(rect.width() / rect.height() == pytest.approx(1280 / 720) for _, rect in sheet.slides)


@pytest.mark.parametrize("is_rtl", [False, True])
def test_lines_to_write_on_stand_beside_slides(shots: Sequence[Shot], is_rtl: bool) -> None:
    sheets = list(with_lines(shots, ROOM, 3, is_rtl=is_rtl))

    check(sheets, shots)
    for sheet in sheets:
        assert sheet.rules
        for rule in sheet.rules:
            assert 0 <= rule.left() < rule.right() <= ROOM.width() + 0.5
            beside = [rect for _, rect in sheet.slides if rect.top() <= rule.top() <= rect.bottom()]
            assert all(
                rule.right() <= rect.left() if is_rtl else rect.right() <= rule.left() for rect in beside
            )


def test_notes_stand_below_their_slides(shots: Sequence[Shot], themes: Path) -> None:
    blocks = [Block(shot, lines(themes, f"Note {number}.")) for number, shot in enumerate(shots)]

    sheets = list(with_notes(blocks, ROOM))

    check(sheets, shots)
    for sheet in sheets:
        tops = sorted([rect.top() for _, rect in sheet.slides])
        assert len(sheet.lines) == len(tops)
        assert all(top < at.y() for top, (_, at) in zip(tops, sheet.lines, strict=True))


def test_long_notes_go_on_on_the_next_page(shots: Sequence[Shot], themes: Path) -> None:
    long = lines(themes, "What is to be said goes on. " * 30, times=12)

    sheets = list(with_notes([Block(shots[0], long), Block(shots[1], [])], ROOM))

    check(sheets, shots[:2])
    assert len(sheets) > 2
    assert [line for sheet in sheets for line, _ in sheet.lines] == long


def test_lines_that_belong_together_are_not_parted(shots: Sequence[Shot], themes: Path) -> None:
    long = lines(themes, "Two lines of words, one below the other, never alone. " * 4, times=70)

    sheets = list(of_words(long, ROOM))

    check(sheets, [])
    assert len(sheets) > 1
    assert not any(sheet.lines[-1].line.keeps_next for sheet in sheets)


def test_no_words_are_a_page_all_the_same() -> None:
    assert len(list(of_words([], ROOM))) == 1
