"""Tests of `crmo_desktop.gui.pages.picture_panels.bone_map`."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.bone_map import BoneMap
from crmo_desktop.domain.identifiers import PictureId, TopicId
from crmo_desktop.domain.picture import Picture, PictureTable
from crmo_desktop.gui.drawing.bone_map import draw
from crmo_desktop.gui.drawing.scene import View
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.pages.picture_panels.bone_map import Panel
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.choice_list import Choice, ChoiceList
from crmo_desktop.gui.widgets.radio_card import RadioCard
from tests.gui.conftest import CheckModel, LookOf, Show
from tests.gui.drawing import checks
from tests.gui.drawing.bones import DRAWING, PARTS, WHOLE, WIDE
from tests.gui.hands import click, press

MAP = replace(DRAWING, groups=(WHOLE, WIDE, replace(PARTS, is_for_clinicians=True)))
PICTURE = Picture(
    id=PictureId("bone-map"),
    title="Which bones, in which group",
    caption="Each group was looked at in its own way.",
    audience="both",
    topic=TopicId("bone-map"),
    drawing=MAP,
    said=(),
    table=PictureTable(columns=(), numeric=(), rows=()),
    facts=(),
    sources=(),
)


@pytest.fixture
def panel(qtbot: QtBot, look: Look, icons: IconShelf, show: Show) -> Iterator[Panel]:
    holder = QWidget()
    panel = Panel(PICTURE, View(), look, icons, holder)
    show(holder, 500, 760)
    panel.resize(438, 740)
    panel.show()
    yield panel
    holder.hide()


def cards(panel: Panel) -> list[RadioCard]:
    return [card for card in panel.findChildren(RadioCard) if not card.isHidden()]


def figures(panel: Panel) -> ChoiceList:
    return panel.findChildren(ChoiceList)[0]


def rows(panel: Panel) -> list[Choice]:
    return figures(panel).choices()


def second(panel: Panel) -> QComboBox:
    return panel.findChildren(QComboBox)[0]


def more(panel: Panel) -> QPushButton:
    return next(b for b in panel.findChildren(QPushButton) if b.text() == "Read more")


def choose_second(panel: Panel, group: str) -> None:
    box = second(panel)
    box.setCurrentIndex(box.findData(group))
    box.activated.emit(box.currentIndex())


def told(panel: Panel) -> list[object]:
    """Everything that it tells from now on."""
    seen: list[object] = []
    for signal in (panel.view_changed, panel.address_wanted, panel.mark_wanted):
        signal.connect(seen.append)
    return seen


def test_it_opens_with_the_first_group(panel: Panel) -> None:
    assert [card.value for card in cards(panel)] == ["whole", "wide", "parts"]
    assert [card.isChecked() for card in cards(panel)] == [True, False, False]
    assert cards(panel)[0].accessibleDescription() == WHOLE.people
    assert second(panel).currentData() == ""


def test_figures_are_listed_the_highest_first(panel: Panel, check_model: CheckModel) -> None:
    assert [row.number for row in rows(panel)] == ["64%", "38.7%", "14.9%"]
    assert [row.swatch for row in rows(panel)] == ["scale[4]", "scale[2]", "scale[0]"]
    assert rows(panel)[0].spoken == "Shin bone (tibia): 64%"
    assert figures(panel).accessibleName() == WHOLE.unit
    check_model(figures(panel).model())


def test_another_card_shows_another_group(panel: Panel) -> None:
    seen = told(panel)

    click(cards(panel)[1])

    assert seen == [View(groups=("wide",))]
    assert [row.number for row in rows(panel)] == ["100%", "64%"]
    assert "wide" not in [second(panel).itemData(place) for place in range(second(panel).count())]


def test_a_second_group_is_compared_with_and_left_again(panel: Panel) -> None:
    seen = told(panel)

    choose_second(panel, "parts")
    assert [row.value for row in rows(panel)][2:4] == ["site-03 whole", "site-05 parts"]
    assert rows(panel)[3].spoken == f"{PARTS.name}. {PARTS.bones[0].name}: 20.8%"
    choose_second(panel, "")

    assert seen == [View(groups=("whole", "parts")), View(groups=("whole",))]


def test_the_second_group_stays_when_the_first_changes(panel: Panel) -> None:
    choose_second(panel, "parts")
    seen = told(panel)

    click(cards(panel)[1])
    click(cards(panel)[2])

    assert seen == [View(groups=("wide", "parts")), View(groups=("parts",))]


def test_rows_are_the_marks_of_the_picture(panel: Panel, look: Look) -> None:
    for view in (View(), View(groups=("wide", "parts"))):
        panel.set_view(view)
        marks = {m.id for m in draw(MAP, look, 608, view, checks.tools()).marks if m.is_reached}
        assert {row.value for row in rows(panel)} == marks


def test_arrows_in_the_list_ring_the_mark(panel: Panel) -> None:
    seen = told(panel)
    figures(panel).setFocus()

    press(figures(panel), Qt.Key.Key_Down)
    press(figures(panel), Qt.Key.Key_Down)

    assert seen == ["site-02", "site-03"]
    assert figures(panel).current() == "site-03"


def test_enter_and_the_button_open_the_topic(panel: Panel) -> None:
    panel.set_mark("site-01")
    figures(panel).setFocus()
    seen = told(panel)

    press(figures(panel), Qt.Key.Key_Return)
    assert seen == ["site-01", "crmo://topic/long-bones"]
    click(more(panel))
    assert seen[2:] == ["crmo://topic/long-bones"]


def test_a_bone_without_a_topic_opens_nothing(panel: Panel) -> None:
    panel.set_mark("site-02")
    figures(panel).setFocus()
    seen = told(panel)

    press(figures(panel), Qt.Key.Key_Return)

    assert seen == ["site-02"]
    assert not more(panel).isEnabled()


def test_what_is_set_from_outside_is_silent(panel: Panel, look_of: LookOf) -> None:
    seen = told(panel)

    panel.set_view(View(groups=("wide", "whole")))
    panel.set_mark("site-01 whole")
    assert figures(panel).current() == "site-01 whole"
    assert more(panel).isEnabled()
    panel.set_mark("skull wide")
    assert figures(panel).current() is None
    assert not more(panel).isEnabled()
    panel.set_look(look_of("dark", 150))
    panel.set_audience(False)

    assert seen == []
    assert cards(panel)[1].isChecked()
    assert second(panel).currentData() == "whole"


def test_families_are_spared_what_needs_a_clinicians_eye(panel: Panel) -> None:
    panel.set_audience(False)
    assert [card.value for card in cards(panel)] == ["whole", "wide"]
    assert second(panel).findData("parts") == -1

    panel.set_audience(True)
    assert [card.value for card in cards(panel)] == ["whole", "wide", "parts"]


def test_one_group_alone_has_none_to_be_compared_with(
    look: Look, icons: IconShelf, show: Show, qtbot: QtBot
) -> None:
    drawing = BoneMap(groups=(WHOLE,), no_figure="None.", front="F", back="B")
    panel = Panel(replace(PICTURE, drawing=drawing), View(), look, icons)
    show(panel, 438, 600)

    assert second(panel).isHidden()
    assert "Compare with" not in [label.text() for label in panel.findChildren(QLabel) if label.isVisible()]


def test_of_many_groups_a_few_are_shown_until_all_are_wanted(
    qtbot: QtBot, look: Look, icons: IconShelf, show: Show
) -> None:
    groups = tuple(replace(WHOLE, id=f"group-{n}", name=f"Group {n}") for n in range(7))
    holder = QWidget()
    panel = Panel(
        replace(PICTURE, drawing=replace(MAP, groups=groups)), View(groups=("group-5",)), look, icons, holder
    )
    show(holder, 500, 900)
    panel.resize(438, 880)
    panel.show()
    all_groups = next(b for b in panel.findChildren(QPushButton) if "groups" in b.text())

    assert all_groups.text() == "All 7 groups"
    assert [card.value for card in cards(panel)] == [f"group-{n}" for n in (0, 1, 2, 3, 5)]

    with qtbot.assertNotEmitted(panel.view_changed):
        click(all_groups)

    assert [card.value for card in cards(panel)] == [group.id for group in groups]
    assert all_groups.isHidden()
    assert next(card for card in cards(panel) if card.hasFocus()).value == "group-4"
    holder.hide()


def test_few_groups_are_shown_at_once(panel: Panel) -> None:
    assert len(cards(panel)) == 3
    assert not [b for b in panel.findChildren(QPushButton) if "groups" in b.text() and not b.isHidden()]
