"""Presenting from the window: tests of `crmo_desktop.gui.present_commands`, on the screen there is."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import HomeAddress, SectionId, TopicAddress, TopicId
from crmo_desktop.gui.main_window import MainWindow
from crmo_desktop.gui.presenter.awake import Nothing
from crmo_desktop.gui.presenter.held import HeldTalk
from tests.gui.hands import click, press_keys

MRI = TopicAddress(TopicId("mri"))


@pytest.fixture
def reader(window: MainWindow) -> Iterator[MainWindow]:
    window.navigator.go(MRI)
    yield window
    window.late.present.presenter.end()


def held(window: MainWindow) -> HeldTalk:
    found = window.late.present.presenter.held
    assert found is not None
    QApplication.processEvents()
    assert found.wall.isActiveWindow()
    return found


def test_f5_presents_the_topic_and_escape_leads_back(reader: MainWindow) -> None:
    press_keys(reader, "F5")
    talk = held(reader)
    assert talk.show.slide.matter.key == "topic/mri"
    assert talk.wall.accessibleName().startswith("MRI")
    press_keys(talk.wall, "Right")
    press_keys(talk.wall, "Esc")

    assert reader.late.present.presenter.held is None
    QApplication.processEvents()
    assert reader.isActiveWindow()
    assert reader.navigator.address() == MRI


def test_the_button_does_the_same(reader: MainWindow) -> None:
    click(reader.toolbar.buttons["present"])

    assert held(reader).show.place == 0


def test_shift_f5_begins_with_the_section_that_is_read(reader: MainWindow) -> None:
    page = reader.reader.page()
    assert page is not None
    section = page.sections[2]
    reader.navigator.go(TopicAddress(TopicId("mri"), SectionId(section.id)))
    press_keys(reader, "Shift+F5")

    assert held(reader).show.slide.matter.key == f"topic/mri#{section.id}"


def test_it_is_presented_for_whom_it_is_read(reader: MainWindow) -> None:
    reader.navigator.set_audience(Audience.CLINICIAN)
    press_keys(reader, "F5")

    assert held(reader).show.slide.matter.audience is Audience.CLINICIAN


def test_where_no_topic_is_there_is_nothing_to_present(window: MainWindow) -> None:
    window.navigator.go(HomeAddress())
    for name in ("present", "present_section"):
        assert not window.table[name].isEnabled()
    window.late.present.present()

    assert window.late.present.presenter.held is None


def test_one_presenter_holds_all_talks(window: MainWindow) -> None:
    commands = window.late.present

    assert commands.presenter is commands.presenter
    assert isinstance(commands.stage.awake, Nothing)
    assert commands.stage.edition == window.reading.edition.made_on.isoformat()
    assert commands.stage.now().tzinfo is not None


def test_slides_have_the_letters_of_the_window(window: MainWindow) -> None:
    present = window.late.present
    look = present.stage.appearance.look

    assert (present.makers.faces, present.makers.language) == (look.faces, look.language)
