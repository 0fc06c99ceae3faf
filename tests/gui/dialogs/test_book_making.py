"""Tests of `crmo_desktop.gui.dialogs.book_making`."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QElapsedTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.errors import UnknownTopicError
from crmo_desktop.domain.publication import Publication
from crmo_desktop.gui.dialogs.book_making import BookMaking, Progress


def publication(title: str) -> Publication:
    return Publication(title=title, contents=())


class Maker:
    """Makes a title into a "book", part by part, each as slow as a long topic."""

    def __init__(self) -> None:
        self.parts = 0
        self.stopped: list[str] = []
        self.between: Callable[[int], None] = lambda _part: None

    def __call__(self, wanted: Publication, progress: Progress) -> object:
        if wanted.title == "gone":
            raise UnknownTopicError("gone")
        for part in range(self.parts):
            busy = QElapsedTimer()
            busy.start()
            while not busy.hasExpired(60):
                pass
            self.between(part)
            if not progress(part, self.parts):
                self.stopped.append(wanted.title)
                return None
        return wanted.title


@pytest.fixture
def maker() -> Maker:
    return Maker()


@pytest.fixture
def making(maker: Maker, qapp: QApplication) -> BookMaking:
    return BookMaking(maker)  # type: ignore[arg-type]  # its books are titles


def made(making: BookMaking) -> list[object]:
    books: list[object] = []
    making.made.connect(books.append)
    return books


def test_what_is_asked_for_is_made(making: BookMaking, qtbot: QtBot) -> None:
    books = made(making)

    with qtbot.waitSignals([making.ended, making.made]):
        making.ask(publication("A"))
        assert making.is_busy()

    assert books == ["A"]
    assert not making.is_busy()


def test_only_the_last_one_asked_for_is_made(making: BookMaking, qtbot: QtBot) -> None:
    books = made(making)

    making.ask(publication("A"))
    making.ask(publication("B"), after=20)
    qtbot.waitUntil(lambda: not making.is_busy())

    assert books == ["B"]


def test_long_work_is_told_and_lets_the_window_live(making: BookMaking, maker: Maker, qtbot: QtBot) -> None:
    maker.parts = 8
    told: list[tuple[int, int]] = []
    making.progressed.connect(lambda done, count: told.append((done, count)))

    with qtbot.waitSignal(making.made):
        making.ask(publication("A"))

    assert told
    assert all(count == 8 for _, count in told)
    assert told == sorted(told)


def test_it_is_stopped_between_two_parts(making: BookMaking, maker: Maker, qtbot: QtBot) -> None:
    maker.parts = 8
    books = made(making)
    maker.between = lambda part: making.cancel() if part == 1 else None

    with qtbot.waitSignal(making.ended):
        making.ask(publication("A"))

    assert (books, maker.stopped) == ([], ["A"])
    assert not making.is_busy()


def test_what_is_asked_for_meanwhile_takes_its_place(making: BookMaking, maker: Maker, qtbot: QtBot) -> None:
    maker.parts = 6
    books = made(making)

    def ask_again(part: int) -> None:
        if part == 1 and not maker.stopped:
            making.ask(publication("B"))

    maker.between = ask_again
    making.ask(publication("A"))
    qtbot.waitUntil(lambda: books != [])

    assert (books, maker.stopped) == (["B"], ["A"])


def test_it_tells_what_went_wrong(making: BookMaking, qtbot: QtBot) -> None:
    with qtbot.waitSignal(making.failed) as failed:
        making.ask(publication("gone"))

    assert isinstance(failed.args[0], UnknownTopicError)
    assert not making.is_busy()
    with qtbot.waitSignal(making.made):
        making.ask(publication("A"))


def test_what_is_cancelled_before_it_begins_is_never_made(making: BookMaking, qtbot: QtBot) -> None:
    books = made(making)
    making.ask(publication("A"), after=5)
    making.cancel()
    with qtbot.waitSignal(making.made):
        making.ask(publication("B"), after=10)

    assert books == ["B"]
