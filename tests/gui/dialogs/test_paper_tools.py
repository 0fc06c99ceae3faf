"""Tests of `crmo_desktop.gui.dialogs.paper_tools`."""

from dataclasses import replace

import pytest
from PySide6.QtGui import QColor, QPageSize

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import TopicId
from crmo_desktop.domain.publication import Extract, OwnWords, PaperLook, PaperSize, Publication, TypeSize
from crmo_desktop.gui import printing
from crmo_desktop.gui.dialogs.book_making import Progress
from crmo_desktop.gui.dialogs.paper_tools import (
    PaperTools,
    Shown,
    keep_look,
    plain_publication,
    preferred_look,
)
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.services.handouts import Handouts
from crmo_desktop.services.preferences import Preferences
from crmo_desktop.services.reading import ReadingService
from crmo_desktop.store.database import Notebook
from crmo_desktop.store.handouts import HandoutRepository
from crmo_desktop.store.settings import Settings
from tests.services.test_handouts import NOON, no_trouble


@pytest.fixture
def preferences(notebook: Notebook) -> Preferences:
    return Preferences(Settings(notebook))


@pytest.fixture
def tools(
    reading: ReadingService, preferences: Preferences, notebook: Notebook, look: Look, icons: IconShelf
) -> PaperTools:
    handouts = Handouts(HandoutRepository(notebook), now=lambda: NOON, trouble=no_trouble)
    return PaperTools(reading, preferences, handouts, make_nothing, look, icons, QColor("white"))


def make_nothing(_publication: Publication, _progress: Progress) -> None:
    return None


@pytest.mark.parametrize(
    ("page", "size"),
    [(QPageSize.PageSizeId.A4, PaperSize.A4), (QPageSize.PageSizeId.Letter, PaperSize.LETTER)],
)
def test_at_first_paper_is_what_people_here_use(
    preferences: Preferences, monkeypatch: pytest.MonkeyPatch, page: QPageSize.PageSizeId, size: PaperSize
) -> None:
    monkeypatch.setattr(printing, "paper", lambda: QPageSize(page))

    assert preferred_look(preferences) == PaperLook(size=size)


def test_what_is_chosen_is_remembered(preferences: Preferences) -> None:
    look = PaperLook(size=PaperSize.LETTER, type_size=TypeSize.LARGE)
    chosen = Publication(title="T", contents=(), look=look, clinic="Room 4")

    keep_look(preferences, chosen)

    assert preferred_look(preferences) == look
    assert preferences.clinic == "Room 4"


def test_what_is_not_chosen_stays_the_systems(preferences: Preferences) -> None:
    keep_look(preferences, Publication(title="T", contents=(), look=preferred_look(preferences)))

    assert preferences.paper_size == "system"


def test_what_is_shown_is_printed_as_usual(tools: PaperTools) -> None:
    tools.preferences.clinic = "Room 4"
    found = Publication(title="Find: pain", contents=(OwnWords(ruled=1),))

    topic = plain_publication(tools, Shown(TopicId("mri"), Audience.CLINICIAN))
    assert topic is not None
    assert topic.contents == (Extract(topic=TopicId("mri"), audience=Audience.CLINICIAN),)
    assert topic.clinic == "Room 4"
    assert plain_publication(tools, Shown(None, Audience.PATIENT, found=found)) == replace(
        found, clinic="Room 4", look=preferred_look(tools.preferences)
    )
    assert plain_publication(tools, Shown(None, Audience.PATIENT)) is None
