"""Where the keyboard is can be seen: what changes is measured, in every theme, for every kind of widget."""

from collections.abc import Iterator
from typing import Final

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget

from crmo_desktop.gui.main_window import MainWindow
from crmo_desktop.gui.theme import NAMES
from crmo_desktop.gui.widgets.focus import in_order
from crmo_desktop.gui.widgets.row_delegate import RowDelegate
from tests.gui import scenes
from tests.gui.conftest import Desk
from tests.gui.scenes import Prepare, closed, opened
from tests.gui.test_reach import named

LEAST_CONTRAST: Final = 3.0  # WCAG 2.2, 1.4.11 and 2.4.13
SHOWN: Final[tuple[Prepare, ...]] = (
    scenes.home,
    scenes.topic_with_find_and_notice,
    scenes.citation_card,
    scenes.results_filtered,
    scenes.nothing_found_but_something_near,
    scenes.keys,
    scenes.change_keys,
    scenes.licences,
    scenes.kept_questions,
    scenes.page_parts,
    scenes.open_address,
    scenes.crash,
    scenes.text_and_reading,
    scenes.list_of_pictures,
    scenes.my_things_with_undo,
    scenes.my_things_filtered_to_nothing,
    scenes.forget_everything,
)


@pytest.fixture(params=NAMES)
def window(request: pytest.FixtureRequest, desk: Desk) -> MainWindow:
    return desk.open(theme=request.param)


@pytest.fixture
def scene(request: pytest.FixtureRequest, window: MainWindow) -> Iterator[QWidget]:
    yield opened(window, request.param)
    closed(window)


def lightness(colour: QColor) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    light, dark = sorted((lightness(one), lightness(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def seen(before: QImage, after: QImage) -> int:
    """How many pixels change so much that it is seen."""
    known: dict[tuple[int, int], bool] = {}
    count = 0
    for y in range(before.height()):
        for x in range(before.width()):
            pair = before.pixel(x, y), after.pixel(x, y)
            if pair[0] == pair[1]:
                continue
            if pair not in known:
                known[pair] = contrast(QColor(pair[0]), QColor(pair[1])) >= LEAST_CONTRAST
            count += known[pair]
    return count


def picture(scene: QWidget, place: QRect) -> QImage:
    return scene.grab(place).toImage().convertToFormat(QImage.Format.Format_RGB32)


def target_of(part: QWidget) -> QRect:
    """Where the ring is to be in the window: round a row that paints its own, else round all of `part`."""
    if isinstance(part, QAbstractItemView) and isinstance(part.itemDelegate(), RowDelegate):
        rect = part.visualRect(part.currentIndex())
        return QRect(part.viewport().mapTo(part.window(), rect.topLeft()), rect.size())
    return QRect(part.mapTo(part.window(), QPoint(0, 0)), part.size())


@pytest.mark.parametrize("scene", SHOWN, indirect=True, ids=lambda scene: scene.__name__)
def test_the_keyboard_can_be_seen(scene: QWidget) -> None:
    faint = []
    for part in list(in_order(scene)):
        others = [other for other in in_order(scene) if other is not part]
        if not others:
            continue
        if isinstance(part, QAbstractItemView) and not part.currentIndex().isValid():
            part.setCurrentIndex(part.model().index(0, 0))
        others[0].setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        around = target_of(part).adjusted(-4, -4, 4, 4).intersected(scene.rect())
        before = picture(scene, around)
        part.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        perimeter = 2 * (around.width() + around.height() - 16)
        changed = seen(before, picture(scene, around))
        if changed < perimeter * 0.8:  # corners are round
            faint.append(f"{named(part)}: {changed} of {perimeter} pixels")

    assert faint == []
