"""The window in which a handout is put together: how it shows what is on the table."""

from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from PySide6.QtWidgets import QApplication, QSplitter

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.handout import Handout
from crmo_desktop.domain.identifiers import SectionId, TopicId
from crmo_desktop.domain.publication import Extract, OwnWords, Passage, Publication
from crmo_desktop.gui.dialogs.handout_window import HandoutWindow
from crmo_desktop.gui.dialogs.paper_tools import PaperTools, Shown
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.step_tabs import StepTabs
from tests.gui.conftest import LookOf, Show
from tests.gui.dialogs.test_paper_tools import preferences, tools  # noqa: F401 - fixtures

GONE = "No longer in this edition; it is left out of the pages."
MRI, FAMILIES = TopicId("mri"), Audience.PATIENT
ALL = Handout(
    uid="1",
    name="All",
    publication=Publication(
        title="All",
        contents=(
            Extract(topic=MRI, audience=FAMILIES, sections=(SectionId("in-short"),), is_checklist=True),
            Extract(topic=MRI, audience=Audience.CLINICIAN),
            Extract(topic=TopicId("gone"), audience=FAMILIES),
            OwnWords(heading="Room 4", ruled=3, is_checklist=True),
            OwnWords(ruled=1),
            Passage(topic=MRI, audience=FAMILIES, html="<p>x</p>"),
        ),
    ),
    names={"gone": "Old page"},
    changed=datetime(2026, 11, 26, tzinfo=UTC),
)


@pytest.fixture
def window(tools: PaperTools, show: Show) -> Iterator[HandoutWindow]:  # noqa: F811 - the fixture
    window = HandoutWindow(tools, Shown(None, FAMILIES), None)
    show(window, 780, 560)
    yield window
    QApplication.processEvents()


def test_each_part_says_what_it_is(window: HandoutWindow) -> None:
    window.assembly.lay(ALL)
    window.show_parts(0)

    model = window.chosen.list.model()
    rows = [str(model.index(n, 0).data()).split("\u2028") for n in range(model.rowCount())]
    assert rows == [
        ["MRI and whole-body MRI › In short", "For families · lists to tick"],
        ["MRI and whole-body MRI", "For clinicians · the whole topic"],
        [
            "Old page",
            "No longer in this edition; it is left out of the pages. · For families · the whole topic",
        ],
        ["Room 4", "Own words · lines to tick · empty lines: 3"],
        ["Room for writing", "Own words · empty lines: 1"],
        ["MRI and whole-body MRI", "For families"],
    ]


def test_what_can_be_done_follows_the_part(window: HandoutWindow) -> None:
    chosen = window.chosen
    window.assembly.lay(ALL)
    window.show_parts(0)
    buttons = (chosen.up, chosen.down, chosen.remove, chosen.tick, chosen.change, chosen.undo)

    assert [button.isEnabled() for button in buttons] == [False, True, True, True, False, False]
    assert chosen.tick.isChecked()
    window.show_parts(3)
    assert [button.isEnabled() for button in buttons] == [True, True, True, True, True, False]
    window.show_parts(5)
    assert [button.isEnabled() for button in buttons] == [True, False, True, False, False, False]
    assert not chosen.tick.isChecked()
    window.assembly.lay(None)
    window.show_parts(0)
    assert [button.isEnabled() for button in buttons] == [False] * 6
    assert not chosen.empty.isHidden()


def test_what_is_on_the_table_is_a_publication(window: HandoutWindow) -> None:
    window.assembly.lay(ALL)
    window.options.show_publication(ALL.publication)
    window.chosen.title.setText("  All ")

    made = window.publication()

    assert made.title == "All"
    assert made.contents == ALL.publication.contents
    assert not made.has_index


@pytest.mark.parametrize(("text_size", "is_beside"), [(60, True), (200, False)])
def test_parts_stand_beside_one_another_where_there_is_room(
    tools: PaperTools,  # noqa: F811 - the fixture
    look_of: LookOf,
    show: Show,
    text_size: int,
    is_beside: bool,
) -> None:
    look: Look = look_of("light", text_size)
    window = HandoutWindow(tools._replace(look=look), Shown(None, FAMILIES), None)
    show(window, 780, 560)

    assert (window.findChild(QSplitter) is not None) == is_beside
    assert (window.findChild(StepTabs) is None) == is_beside
    for part in (window.chosen, window.options, window.choosing, window.pane):
        assert window.isAncestorOf(part)
