import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.outline_button import OutlineButton
from tests.gui.conftest import RESOURCES, Show


@pytest.mark.parametrize(("margin", "has_words"), [(400, True), (60, False), (48, False)])
def test_it_stands_in_the_margin_with_its_words_or_without(
    margin: int, has_words: bool, show: Show, look: Look
) -> None:
    page = QWidget()
    button = OutlineButton("On this page", page)
    button.setIcon(IconShelf(RESOURCES / "icons").icon("layout-sidebar-right", look, "text", 20, 1.0))
    show(page, 800, 300)

    button.stand_beside(10, 10, margin, look)

    assert (button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon) == has_words
    assert button.geometry().left() >= 790 - margin
    assert button.geometry().right() <= 790
    assert (button.accessibleName(), button.toolTip()) == ("On this page", "On this page")

    button.stand_beside(10, 10, margin, look, mirrored=True)

    assert button.geometry().left() >= 10
    assert button.geometry().right() <= 10 + margin
