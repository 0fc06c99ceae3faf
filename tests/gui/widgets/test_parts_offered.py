"""Tests of `crmo_desktop.gui.widgets.parts_offered`."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.audience import Audience
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.models.part_model import Branch
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.parts_offered import PartsOffered, with_words

FAMILIES = (Branch("", "Bones", (Branch("bone-pain", "Bone pain"), Branch("jaw", "Jaw and face"))),)
STAFF = (Branch("", "Tests", (Branch("mri", "MRI"),)),)


@pytest.fixture
def asked() -> list[Audience]:
    return []


@pytest.fixture
def offered(qtbot: QtBot, look: Look, icons: IconShelf, asked: list[Audience]) -> Iterator[PartsOffered]:
    window = QWidget()
    qtbot.addWidget(window)

    def offer(audience: Audience) -> tuple[Branch, ...]:
        asked.append(audience)
        return FAMILIES if audience is Audience.PATIENT else STAFF

    yield PartsOffered(offer, Audience.PATIENT, look, icons, window, nothing="Nothing is left.")
    window.close()


def test_it_asks_once_for_each_audience(offered: PartsOffered, asked: list[Audience], qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(offered.audience_chosen):
        offered.set_audience(Audience.CLINICIAN)
        offered.set_audience(Audience.PATIENT)

    assert asked == [Audience.PATIENT, Audience.CLINICIAN]
    assert offered.switch.audience() is offered.audience is Audience.PATIENT


def test_where_the_filter_leaves_nothing_it_says_so(offered: PartsOffered) -> None:
    offered.filter.setText("spleen")
    assert (offered.tree.isHidden(), offered._nothing.isHidden()) == (True, False)
    offered.filter.setText("jaw")
    assert (offered.tree.isHidden(), offered._nothing.isHidden()) == (False, True)


def test_words_may_stand_in_what_is_round_a_part() -> None:
    (bones,) = with_words(FAMILIES, ["bones", "face"])

    assert [part.key for part in bones.parts] == ["jaw"]
    assert with_words(FAMILIES, ["bones"]) == FAMILIES
    assert with_words(FAMILIES, ["mri"]) == ()
