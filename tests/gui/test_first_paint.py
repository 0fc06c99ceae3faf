import time
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from crmo_desktop.gui import first_paint
from crmo_desktop.gui.first_paint import FirstPaint, save_picture
from tests.gui.conftest import Show


def test_the_first_paint_is_told_once_and_when_it_is_over(show: Show, qtbot: QtBot) -> None:
    label, told = QLabel("Words"), []
    first = FirstPaint(label, label)
    first.callback = lambda: told.append(label.isVisible())

    show(label)
    qtbot.waitUntil(lambda: bool(told))
    label.repaint()

    assert told == [True]


def test_a_picture_is_written_where_it_can_be(qtbot: QtBot, tmp_path: Path) -> None:
    label = QLabel("Words")
    qtbot.addWidget(label)

    assert save_picture(label, tmp_path / "words.png") == 0

    assert (tmp_path / "words.png").read_bytes().startswith(b"\x89PNG")


def test_a_picture_that_cannot_be_written_is_told_in_words(
    qtbot: QtBot, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    label = QLabel("Words")
    qtbot.addWidget(label)

    assert save_picture(label, tmp_path / "nowhere" / "words.png") == 2

    assert "cannot be written" in capsys.readouterr().err


def test_the_process_began_before_now(monkeypatch: pytest.MonkeyPatch) -> None:
    now = time.time()
    assert now - 24 * 3600 < first_paint.process_start(now) <= now

    monkeypatch.setattr(Path, "read_text", lambda *_args, **_named: "not what proc says")
    assert first_paint.process_start(now) == now
