"""Nothing moves by itself: no animation is written, and Qt's own are at rest."""

import re
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QProgressBar, QStyle, QTreeView

from crmo_desktop.gui.motion import REDUCED, set_motion
from tests.gui.conftest import ROOT, Desk

MOVES = re.compile(
    r"QPropertyAnimation|QVariantAnimation|QTimeLine|QAbstractAnimation|QMovie|QGraphicsOpacityEffect|"
    r"setAnimated\(True|ScrollPerPixel.*animate|QScroller|startAnimation"
)
HINT = QStyle.StyleHint.SH_Widget_Animation_Duration


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = {effect: QApplication.isEffectEnabled(effect) for effect in Qt.UIEffect}
    yield
    for effect, enabled in before.items():
        QApplication.setEffectEnabled(effect, enabled)
    QGuiApplication.styleHints().setCursorFlashTime(-1)


def test_no_code_moves_anything() -> None:
    moving = {
        path.name: MOVES.findall(path.read_text(encoding="utf-8"))
        for path in (ROOT / "crmo_desktop").rglob("*.py")
        if MOVES.search(path.read_text(encoding="utf-8"))
    }

    assert moving == {}


@pytest.mark.parametrize("choice", ["system", REDUCED])
def test_qts_effects_are_at_rest(choice: str, qapp: QApplication) -> None:
    for effect in Qt.UIEffect:
        QApplication.setEffectEnabled(effect, True)

    set_motion(choice)

    assert [effect for effect in Qt.UIEffect if QApplication.isEffectEnabled(effect)] == []


def test_the_caret_blinks_as_the_system_says_unless_motion_is_reduced(qapp: QApplication) -> None:
    hints = QGuiApplication.styleHints()
    systems = hints.cursorFlashTime()

    set_motion(REDUCED)
    assert hints.cursorFlashTime() == 0

    set_motion("system")
    assert hints.cursorFlashTime() == systems > 0


def test_bars_do_not_move_and_branches_open_at_once(desk: Desk) -> None:
    window = desk.open()
    bar = QProgressBar(window)
    bar.ensurePolished()

    assert bar.style().styleHint(HINT, None, bar) == 0
    assert all(not tree.isAnimated() for tree in window.findChildren(QTreeView))
    assert not window.isAnimated() or not window.findChildren(QTreeView, "dock")
