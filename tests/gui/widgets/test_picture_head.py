"""Above a picture."""

from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.picture_head import PictureHead
from tests.gui.conftest import Show
from tests.gui.hands import click


def shown(head: PictureHead) -> list[str]:
    return [label.text() for label in head.findChildren(QLabel) if label.isVisible() and label.text()]


def test_the_way_leads_to_the_topic(look: Look, show: Show) -> None:
    head = PictureHead()
    chosen: list[str] = []
    head.set_look(look)
    head.set_words("Bones & joints › Map", "crmo://topic/bone-map", "Bone map", "What to see.", "")
    head.address_chosen.connect(chosen.append)
    show(head, 600, 200)

    way = head.findChild(QPushButton)
    assert isinstance(way, QPushButton)
    assert way.text() == "Bones && joints › Map", "the sign stands for itself"
    click(way)
    assert chosen == ["crmo://topic/bone-map"]
    assert shown(head) == ["Bone map", "What to see."]


def test_whom_it_is_for_is_said_where_it_is_not_for_all(look: Look, show: Show, qtbot: QtBot) -> None:
    head = PictureHead()
    head.set_look(look)
    with qtbot.assertNotEmitted(head.address_chosen, wait=1):
        head.set_words("", "", "Path", "A way.", "For clinicians")
    show(head, 600, 200)

    assert set(shown(head)) == {"For clinicians", "Path", "A way."}
    way = head.findChild(QPushButton)
    assert isinstance(way, QPushButton)
    assert not way.isVisible(), "the edition lacks the topic"
