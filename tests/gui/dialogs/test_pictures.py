"""The list of pictures: by chapter, narrowed by typing, one is opened."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.identifiers import PictureId
from crmo_desktop.gui.dialogs.pictures import PicturesDialog
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.picture_list import PictureList
from crmo_desktop.services.pictures import ListedPicture
from tests.gui.conftest import Show
from tests.gui.hands import button_called, press, type_words

LISTED = tuple(
    ListedPicture(PictureId(id), title, caption, chapter, "A topic", is_for_clinicians)
    for id, title, caption, chapter, is_for_clinicians in (
        ("bone-map", "Bone map", "Where it strikes.", "Bones", False),
        ("long-bone", "Long bone", "Where lesions sit.", "Bones", False),
        ("path-to-go", "Path", "A way to the diagnosis.", "Diagnosis", True),
    )
)


@pytest.fixture
def dialog(look: Look, show: Show) -> PicturesDialog:
    dialog = PicturesDialog(LISTED, look, None)
    show(dialog, 640, 560)
    return dialog


def listed(dialog: PicturesDialog) -> list[str]:
    found = dialog.findChild(PictureList)
    assert found is not None
    model = found.model()
    return [str(model.index(row, 0).data()).replace("\u2028", " | ") for row in range(model.rowCount())]


def field(dialog: PicturesDialog) -> QLineEdit:
    found = dialog.findChild(QLineEdit)
    assert found is not None
    return found


def test_chapters_head_their_pictures(dialog: PicturesDialog) -> None:
    assert listed(dialog) == [
        "Bones",
        "Bone map | Where it strikes.",
        "Long bone | Where lesions sit.",
        "Diagnosis",
        "Path | A way to the diagnosis. | For clinicians",
    ]


def test_typing_narrows_by_all_words(dialog: PicturesDialog) -> None:
    field(dialog).setFocus()
    type_words(dialog, "bones WHERE sit")

    assert listed(dialog) == ["Bones", "Long bone | Where lesions sit."]
    found = dialog.findChild(PictureList)
    assert found is not None
    assert found.accessibleName() == "Pictures (1)"
    type_words(dialog, "xyz")
    assert listed(dialog) == []
    assert any("No picture" in label.text() and label.isVisible() for label in dialog.findChildren(QLabel))
    assert not button_called(dialog, "Open the picture", QPushButton).isEnabled()


def test_a_picture_is_found_by_its_plainest_name_and_its_topic(dialog: PicturesDialog) -> None:
    field(dialog).setText("path to go")
    assert listed(dialog)[1:] == ["Path | A way to the diagnosis. | For clinicians"]
    field(dialog).setText("topic")
    assert len(listed(dialog)) == 5


def test_enter_opens_what_is_chosen_from_the_field_too(dialog: PicturesDialog, qtbot: QtBot) -> None:
    chosen: list[str] = []
    dialog.picture_chosen.connect(chosen.append)
    field(dialog).setFocus()

    press(dialog, Qt.Key.Key_Down)
    press(dialog, Qt.Key.Key_Return)

    assert chosen == ["long-bone"]
    assert not dialog.isVisible()


def test_an_edition_without_pictures_says_so(look: Look, show: Show) -> None:
    dialog = PicturesDialog((), look, None)
    show(dialog, 640, 560)

    assert field(dialog).hasFocus()
    assert any("no pictures" in label.text() and label.isVisible() for label in dialog.findChildren(QLabel))
