"""Views that addresses name, panels by kind, steps of a flow chart."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.bone_map import BoneMap
from crmo_desktop.domain.identifiers import PictureId
from crmo_desktop.domain.picture import Picture
from crmo_desktop.gui.drawing.scene import View
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.pages.picture_panel import (
    goes_above,
    is_table,
    make_panel,
    next_step,
    tell_audience,
    view_kept,
    view_named,
    widget_of,
)
from crmo_desktop.gui.theme import Look
from crmo_desktop.services.reading import ReadingService
from tests.gui.sample_pictures import picture_of_rows, picture_of_steps, picture_without_marks


@pytest.fixture
def bones(reading: ReadingService) -> Picture:
    return reading.figure(PictureId("bone-map"))


def group_ids(picture: Picture) -> list[str]:
    assert isinstance(picture.drawing, BoneMap)
    return [group.id for group in picture.drawing.groups]


def test_an_address_names_a_group_or_a_step(bones: Picture) -> None:
    second = group_ids(bones)[1]
    assert view_named(bones, second) == View(groups=(second,))
    assert view_named(picture_of_steps(), "look") == View(step="look")
    for fragment in (None, "table", "no-such"):
        for picture in (bones, picture_of_steps(), picture_of_rows()):
            assert view_named(picture, fragment) == View()


def test_a_view_keeps_only_groups_that_are_there(bones: Picture) -> None:
    first = group_ids(bones)[0]
    assert view_kept(bones, View(groups=(first, "gone"))) == View(groups=(first,))
    assert view_kept(picture_of_steps(), View(step="look")) == View(step="look")


def test_an_answer_leads_on_and_the_trail_back() -> None:
    picture = picture_of_steps()
    asked = next_step(picture, View(), "answer:look")
    assert asked == View(step="look", trail=("night-pain",))
    done = next_step(picture, asked, "answer:end")
    assert done == View(step="end", trail=("night-pain", "look"))
    assert next_step(picture, done, "trail:look") == View(step="look", trail=("night-pain",))
    assert next_step(picture, done, "trail:night-pain") == View(step="night-pain")


def test_other_marks_lead_nowhere_within() -> None:
    assert next_step(picture_of_steps(), View(), "look") is None
    assert next_step(picture_of_steps(), View(), "trail:look") is None
    assert next_step(picture_of_rows(), View(), "answer:look") is None


def test_kinds_that_can_change_have_a_panel(look: Look, icons: IconShelf, qtbot: QtBot) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)

    for picture in (picture_of_rows(), picture_of_steps()):
        panel = make_panel(picture, View(), look, icons, holder)
        assert panel is not None
        assert isinstance(widget_of(panel), QWidget)
        assert is_table(picture, panel) == (picture.id == "sample")
        tell_audience(panel, Audience.CLINICIAN)
    assert make_panel(picture_without_marks(), View(), look, icons, holder) is None
    assert not is_table(picture_of_rows(), None)
    tell_audience(None, Audience.PATIENT)


def test_a_panel_that_asks_is_told_for_whom_it_is(qtbot: QtBot) -> None:
    class Asking(QWidget):
        told: list[bool] = []

        def set_audience(self, for_clinicians: bool) -> None:
            self.told.append(for_clinicians)

    panel = Asking()
    qtbot.addWidget(panel)
    for audience in Audience:
        tell_audience(panel, audience)  # type: ignore[arg-type]  # it has as much of a panel as is asked for
    assert panel.told == [False, True]


def test_what_leads_through_a_picture_stands_above_it() -> None:
    assert goes_above(picture_of_steps())
    assert not goes_above(picture_of_rows())
    assert not goes_above(None)
