"""Tests of `crmo_desktop.gui.widgets.flag_strip`."""

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.identifiers import PictureId, TopicId
from crmo_desktop.domain.picture import Drawing, Flow, Picture, PictureTable, Step, Timeline, Words
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.widgets.flag_strip import FlagStrip
from tests.gui.conftest import LookOf, Show
from tests.gui.hands import click

FLAGS = ("Fever, looks ill, pallor or weight loss", "Pain at night that nothing eases", "Cannot walk")
PATH = Flow(
    steps=(Step(id="pain", kind="question", title=Words(text="Does it hurt?")),),
    flags_title=Words(text="Red flags", target="crmo://topic/red-flags"),
    flags=tuple(Words(text=flag) for flag in FLAGS),
)


def picture(drawing: Drawing = PATH) -> Picture:
    return Picture(
        id=PictureId("path"), title="Path", caption="", audience="both", topic=TopicId("mri"),
        drawing=drawing, said=(), table=PictureTable(columns=(), numeric=(), rows=()), facts=(), sources=(),
    )  # fmt: skip


def words(strip: FlagStrip) -> str:
    return "\n".join(label.text() for label in strip.findChildren(QLabel) if label.isVisible())


@pytest.mark.parametrize(
    ("width", "size", "told"), [(900, 100, True), (500, 100, True), (260, 100, False), (900, 200, True)]
)
def test_the_flags_are_told_as_long_as_they_fit(
    show: Show, look_of: LookOf, icons: IconShelf, width: int, size: int, told: bool
) -> None:
    strip = FlagStrip(look_of("light", size), icons)
    strip.show_for(picture())
    show(strip, width, 100)

    assert "Red flags" in words(strip)
    assert (" · ".join(FLAGS) in words(strip)) is told
    assert strip.accessibleName() == "Red flags"
    assert all(flag in strip.accessibleDescription() for flag in FLAGS)


def test_its_link_leads_to_all_of_them(show: Show, look_of: LookOf, icons: IconShelf, qtbot: QtBot) -> None:
    strip = FlagStrip(look_of("dark"), icons)
    strip.show_for(picture())
    show(strip, 900, 80)

    with qtbot.waitSignal(strip.address_chosen) as chosen:
        click(strip.findChildren(QPushButton)[0])

    assert chosen.args == ["crmo://topic/red-flags"]


def test_other_pictures_have_none(show: Show, look_of: LookOf, icons: IconShelf) -> None:
    strip = FlagStrip(look_of("light"), icons)
    show(strip, 900, 80)

    strip.show_for(picture(Timeline(events=())))

    assert not strip.isVisible()
