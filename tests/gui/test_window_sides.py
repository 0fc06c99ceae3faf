"""What stands at the sides is made when it is wanted, and is what belongs to the page on top."""

import pytest

from crmo_desktop.domain.identifiers import SearchAddress, TopicAddress, TopicId
from crmo_desktop.gui.main_window import MainWindow
from tests.gui.hands import wait_for_results

MRI = TopicAddress(TopicId("mri"))


def test_a_start_makes_no_pane_at_the_right(window: MainWindow) -> None:
    assert window.sides.at_right() == []

    window.navigator.go(MRI)

    assert window.sides.at_right() == [window.right]
    assert window.sides.right is window.right


def test_the_left_is_what_belongs_to_the_page(window: MainWindow) -> None:
    sides = window.sides
    window.navigator.go(MRI)
    assert sides.left() is window.tree

    window.navigator.go(SearchAddress("bone"))
    wait_for_results(window, "bone")
    assert sides.left() is window.results.filters
    assert window.results.filters.isVisible()

    window.table["my_things"].trigger()
    assert sides.left() is window.pages.mine.side
    assert not window.results.filters.isVisible()

    window.navigator.go(MRI)
    assert [part.isVisible() for part in (window.tree, window.results.filters, window.pages.mine.side)] == [
        True,
        False,
        False,
    ]


@pytest.mark.parametrize("pane", ["tree", "right"])
def test_a_topic_chosen_at_a_side_is_told(pane: str, window: MainWindow) -> None:
    window.navigator.go(MRI)

    getattr(window, pane).topic_chosen.emit("x-ray")

    assert window.reader.shows("x-ray")
    assert window.tree.shown_topic() == "x-ray"


def test_a_section_chosen_at_the_right_is_shown(window: MainWindow) -> None:
    window.navigator.go(MRI)
    name = window.reader.outline()[-1][0]

    window.right.section_chosen.emit(name)

    assert window.reader.view.section() == name or window.reader.view.place() > 0.5


def test_whether_the_pane_stands_beside_is_told_to_its_page(window: MainWindow) -> None:
    window.table["my_things"].trigger()
    assert window.pages.mine.has_side_beside()

    window.table["left_pane"].trigger()

    assert not window.pages.mine.has_side_beside()
    assert not window.pages.mine.side.isVisible()
