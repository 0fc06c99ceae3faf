import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import TopicId
from crmo_desktop.gui.page_structure import Kind
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.page_highlights import Highlight
from crmo_desktop.gui.widgets.page_view import PageView
from crmo_desktop.services.reading import ReadingService
from tests.gui.conftest import Show
from tests.gui.hands import press
from tests.gui.widgets.page_between import Reader

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


class Walker:
    """A reader with the keyboard in a long page, who hears what is said."""

    def __init__(self, view: PageView) -> None:
        self.view = view
        self.said: list[str] = []
        view.walk.arrived.connect(self.said.append)
        view.walk.at_end.connect(self.said.append)
        view.focus_moved.connect(self.said.append)
        view.setFocus()

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> str:
        """Press a key; returns what was said."""
        self.said.clear()
        press(self.view, key, modifiers)
        return " / ".join(self.said)

    def at(self) -> int:
        return self.view.textCursor().position()


@pytest.fixture
def walker(show: Show, reading: ReadingService, look: Look) -> Walker:
    reader = Reader(show)
    reader.put(reading.page(TopicId("vaccines-and-infection"), Audience.CLINICIAN), look)
    return Walker(reader.view)


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        (Qt.Key.Key_H, Kind.HEADING),
        (Qt.Key.Key_K, Kind.LINK),
        (Qt.Key.Key_T, Kind.TABLE),
        (Qt.Key.Key_B, Kind.CALL_OUT),
    ],
)
def test_a_letter_goes_through_all_parts_of_a_kind_there_and_back(
    key: Qt.Key, kind: Kind, walker: Walker
) -> None:
    parts = walker.view.shown.all(kind)
    assert len(parts) > 1

    for part in parts:
        assert walker.press(key) == walker.view.shown.said_on_arrival(part)
        assert walker.at() == part.start
        assert walker.view.is_in_sight(part.start)
    assert walker.press(key).startswith("No further")
    for part in reversed(parts[:-1]):
        assert walker.press(key, SHIFT) == walker.view.shown.said_on_arrival(part)
        assert walker.at() == part.start
    assert walker.press(key, SHIFT).startswith("No ")
    assert walker.at() == parts[0].start, "and one stays where one is"


def test_walking_goes_on_from_what_is_seen(walker: Walker) -> None:
    walker.press(Qt.Key.Key_H)
    bar = walker.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    top = walker.view.top_position()

    walker.press(Qt.Key.Key_H)

    after = [part.start for part in walker.view.shown.all(Kind.HEADING) if part.start >= top]
    assert walker.at() == after[0]


def test_one_kind_goes_on_from_where_the_other_ended(walker: Walker) -> None:
    walker.press(Qt.Key.Key_T)
    table = walker.view.shown.all(Kind.TABLE)[0]

    said = walker.press(Qt.Key.Key_Tab)

    first = next(part for part in walker.view.shown.all(Kind.LINK) if part.start >= table.start)
    assert said == walker.view.shown.said_on_arrival(first)
    assert first.holder(Kind.TABLE) is table


def test_a_link_walked_to_is_opened_by_enter(walker: Walker, qtbot: QtBot) -> None:
    walker.press(Qt.Key.Key_K)
    first = walker.view.shown.all(Kind.LINK)[0]

    with qtbot.waitSignal(walker.view.link_activated) as opened:
        walker.press(Qt.Key.Key_Return)

    assert opened.args is not None
    assert opened.args[0] == first.href


def test_walking_to_a_heading_takes_the_ring_off_a_link(walker: Walker) -> None:
    walker.press(Qt.Key.Key_K)
    assert walker.view.focused_link() is not None

    walker.press(Qt.Key.Key_H)

    assert walker.view.focused_link() is None


def test_letters_with_ctrl_or_alt_walk_nowhere(walker: Walker) -> None:
    assert walker.press(Qt.Key.Key_H, CTRL) == ""
    assert walker.press(Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier) == ""
    assert walker.press(Qt.Key.Key_Z) == ""


def test_where_there_is_none_that_is_said(walker: Walker) -> None:
    assert walker.press(Qt.Key.Key_G) == "No further picture"
    assert walker.press(Qt.Key.Key_G, SHIFT) == "No picture above"


def test_a_table_is_gone_to_with_its_caption_in_sight(walker: Walker) -> None:
    walker.press(Qt.Key.Key_T)

    table = walker.view.shown.all(Kind.TABLE)[0]
    caption = walker.view.find_all(table.name)[0]
    assert walker.view.is_in_sight(caption[0])


def test_m_goes_through_what_the_reader_has_marked(walker: Walker) -> None:
    view = walker.view
    assert walker.press(Qt.Key.Key_M) == "No further highlight"
    assert walker.press(Qt.Key.Key_M, SHIFT) == "No highlight above"
    headings = view.shown.all(Kind.HEADING)
    first, last = headings[1], headings[-1]
    view.set_highlights(
        [
            Highlight(1, first.start, first.end, 1, "first"),
            Highlight(2, last.start, last.end, 2, "last", "Ask"),
        ]
    )

    assert walker.press(Qt.Key.Key_M) == "Highlight, yellow, 1: first"
    assert walker.press(Qt.Key.Key_M) == "Highlight, green, 2: last. Note: Ask"
    assert walker.at() == last.start
    assert view.is_in_sight(last.start)
    assert walker.press(Qt.Key.Key_M, SHIFT) == "Highlight, yellow, 1: first"
