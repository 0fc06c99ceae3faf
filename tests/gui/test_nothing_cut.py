"""No words are cut, hidden or overlapped, at any text size, from 1024x600 up: measured, not judged by eye."""

import pytest
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from tests.gui.conftest import Desk
from tests.gui.measure import faults, height_needed
from tests.gui.scenes import SCENES, Prepare

SIZES = [
    (1024, 600, 80), (1024, 600, 100), (1024, 600, 150), (1024, 600, 200), (1024, 600, 250),
    (1366, 768, 125), (1366, 768, 250),
]  # fmt: skip
LOWEST_SCREEN = 600
_SETTLES_IN = 3  # rounds of events until layouts within layouts have their places


@pytest.mark.parametrize("scene", SCENES, ids=lambda scene: scene.__name__)
@pytest.mark.parametrize(("width", "height", "text_size"), SIZES)
def test_nothing_is_cut(width: int, height: int, text_size: int, scene: Prepare, desk: Desk) -> None:
    window = desk.open(size=(width, height), text_size=text_size)
    shown = scene(window)
    for _ in range(_SETTLES_IN):
        QApplication.processEvents()

    found = faults(shown)
    needed = height_needed(shown)
    if shown is not window and isValid(shown):
        shown.close()

    assert not found, "\n".join(found)
    assert needed <= LOWEST_SCREEN
    assert (window.width(), window.height()) == (width, height)
