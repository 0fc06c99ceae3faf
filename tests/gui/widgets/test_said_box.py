import pytest
from PySide6.QtWidgets import QLabel

from crmo_desktop.gui.theme import NAMES
from crmo_desktop.gui.widgets.said_box import SaidBox
from tests.gui.conftest import LookOf, Show
from tests.gui.hands import colours_in, picture_of


@pytest.mark.parametrize("theme", NAMES)
@pytest.mark.parametrize("role", ["red", "caution", "key", "unknown"])
def test_it_has_the_colours_of_its_kind_in_every_theme(
    role: str, theme: str, show: Show, look_of: LookOf
) -> None:
    look = look_of(theme)
    box = SaidBox(role, "Title", "Words", look)
    show(box, 400, 120)

    assert look.name_of(f"{role}_bar").lower() in colours_in(picture_of(box))


def test_a_screen_reader_hears_title_and_words(show: Show, look_of: LookOf) -> None:
    box = SaidBox("red", "Do not use it", "It is damaged.", look_of())

    assert (box.accessibleName(), box.accessibleDescription()) == ("Do not use it", "It is damaged.")
    assert [label.text() for label in box.findChildren(QLabel)] == ["Do not use it", "It is damaged."]


def test_without_words_there_is_only_a_title(look_of: LookOf) -> None:
    assert len(SaidBox("key", "All well", "", look_of()).findChildren(QLabel)) == 1
