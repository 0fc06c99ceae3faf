"""Tests of `crmo_desktop.gui.widgets.part_tree`."""

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.part_tree import PartTree
from tests.gui.conftest import Show
from tests.gui.hands import click, has_colour, picture_of, press_keys
from tests.gui.models.test_part_model import BRANCHES


@pytest.fixture
def tree(look: Look, icons: IconShelf, show: Show) -> PartTree:
    tree = PartTree(look, icons)
    tree.set_branches(BRANCHES)
    show(tree, 320, 400)
    tree.setFocus()
    return tree


def wanted(tree: PartTree) -> list[tuple[str, bool]]:
    told: list[tuple[str, bool]] = []
    tree.wanted.connect(lambda key, on: told.append((key, on)))
    return told


def at(tree: PartTree, *rows: int) -> QModelIndex:
    index = QModelIndex()
    for row in rows:
        index = tree.model().index(row, 0, index)
    return index


def test_by_keys_alone_a_part_is_found_and_ticked(tree: PartTree) -> None:
    told = wanted(tree)

    press_keys(tree, "Space")  # opens the chapter
    press_keys(tree, "Down")
    press_keys(tree, "Space")  # ticks the topic
    press_keys(tree, "Right")
    press_keys(tree, "Down")
    press_keys(tree, "Return")

    assert tree.isExpanded(at(tree, 0))
    assert told == [("mri", True), ("mri#when", True)]


def test_what_is_ticked_is_taken_out(tree: PartTree) -> None:
    told = wanted(tree)
    tree.open_topic("mri")
    tree.set_chosen(frozenset({"mri#when", "mri#how"}))

    press_keys(tree, "Space")

    assert told == [("mri", False)]


def test_a_click_ticks_and_on_the_sign_it_opens(tree: PartTree) -> None:
    told = wanted(tree)
    tree.expand(at(tree, 0))
    row = tree.visualRect(at(tree, 0, 0))

    click(tree.viewport(), QPoint(24, row.center().y()))
    assert tree.isExpanded(at(tree, 0, 0))
    assert told == []
    click(tree.viewport(), QPoint(100, row.center().y()))
    assert told == [("mri", True)]
    click(tree.viewport(), QPoint(100, row.center().y()), Qt.MouseButton.RightButton)
    click(tree.viewport(), QPoint(100, 390))
    assert told == [("mri", True)]


def test_a_click_on_a_chapter_opens_and_closes_it(tree: PartTree) -> None:
    row = tree.visualRect(at(tree, 1))

    click(tree.viewport(), row.center())
    assert tree.isExpanded(at(tree, 1))
    click(tree.viewport(), row.center())
    assert not tree.isExpanded(at(tree, 1))


def test_a_topic_is_opened_for_the_reader(tree: PartTree) -> None:
    tree.open_topic("biopsy")

    assert tree.currentIndex() == at(tree, 0, 1)
    assert tree.isExpanded(at(tree, 0, 1))
    tree.open_topic("nothing-like-it")
    assert tree.currentIndex() == at(tree, 0, 1)


def test_what_is_found_is_all_open(tree: PartTree) -> None:
    tree.set_branches(BRANCHES, open_topics=True)

    assert all(tree.isExpanded(at(tree, *rows)) for rows in ((0,), (0, 0), (0, 1), (1,)))
    tree.set_branches(())
    assert not tree.currentIndex().isValid()


def test_ticks_are_seen(tree: PartTree, look: Look) -> None:
    tree.expandAll()
    tree.clearFocus()
    before = picture_of(tree)
    tree.set_chosen(frozenset({"drips"}))

    assert not has_colour(before, look.colour("accent"), least=10)
    assert has_colour(picture_of(tree), look.colour("accent"), least=10)
