"""A reader who selects words and marks them, and to whom deletions are told."""

from collections.abc import Callable

from PySide6.QtWidgets import QAbstractButton

from crmo_desktop.domain.own_things import Thing
from crmo_desktop.gui.main_window import MainWindow
from crmo_desktop.gui.widgets.mark_card import MarkCard
from crmo_desktop.gui.widgets.page_view import PageView
from crmo_desktop.gui.widgets.text_places import cursor_over


class Offers:
    """Stands in for what has deleted things back."""

    def __init__(self) -> None:
        self.told: list[tuple[str, Callable[[], None]]] = []

    def offer(self, words: str, bring_back: Callable[[], None]) -> None:
        self.told.append((words, bring_back))

    def words(self) -> list[str]:
        return [words for words, _ in self.told]

    def take_back(self) -> None:
        """Have back what was deleted last."""
        self.told.pop()[1]()


def give_offers(window: MainWindow) -> Offers:
    """Have `window` offer what was deleted to the test."""
    offers = vars(window)["undo"] = Offers()
    return offers


def colour_button(card: MarkCard, name: str) -> QAbstractButton:
    """The button of a colour, such as "Colour: blue, 3"."""
    return next(part for part in card.findChildren(QAbstractButton) if part.accessibleName() == name)


def select(view: PageView, words: str, number: int = 0) -> None:
    """Select the `number`th place where `words` stand."""
    view.setTextCursor(cursor_over(view, *view.find_all(words)[number]))


def things_of(window: MainWindow) -> tuple[Thing, ...]:
    """The reader's own things, the latest first."""
    return window._services.own.things.all()


def highlight(window: MainWindow, words: str, colour: int = 1, number: int = 0) -> Thing:
    """Highlight words of the page of `window`; returns what came of it."""
    select(window.reader.view, words, number)
    window.table[f"highlight_{colour}"].trigger()
    return things_of(window)[0]
