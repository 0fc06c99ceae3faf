import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from crmo_desktop.domain.errors import UnknownTopicError, UserError
from crmo_desktop.gui.crash_dialog import CrashDialog
from crmo_desktop.gui.errors import CrashReporter, show_alone, start_log, words_of

LOG = logging.getLogger("crmo_desktop")


# --- words


def test_an_error_is_told_in_its_words_with_its_values() -> None:
    error = UnknownTopicError("nonsense", nearest="nsaids")

    assert words_of(error) == ("There is no topic “nonsense” in this edition.", "Did you mean “nsaids”?")


def test_an_error_without_values_may_have_braces() -> None:
    assert words_of(UserError("Write {so}.", hint="Not {so}.")) == ("Write {so}.", "Not {so}.")


def test_an_error_before_there_is_a_window_is_shown_alone(qtbot: QtBot) -> None:
    shown: list[tuple[str, str]] = []

    def look() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            shown.append((box.text(), box.informativeText()))
            box.reject()

    QTimer.singleShot(0, look)
    show_alone(UnknownTopicError("nonsense", nearest="nsaids"))

    assert shown == [("There is no topic “nonsense” in this edition.", "Did you mean “nsaids”?")]


# --- the log


@pytest.fixture
def log_file(tmp_path: Path) -> Iterator[Path]:
    before = list(LOG.handlers)
    yield tmp_path / "log" / "crmo-desktop.log"
    for handler in [handler for handler in LOG.handlers if handler not in before]:
        handler.close()
        LOG.removeHandler(handler)


def test_the_log_begins_with_the_first_warning(log_file: Path, caplog: pytest.LogCaptureFixture) -> None:
    start_log(log_file)
    LOG.info("nothing to worry about")
    assert not log_file.parent.exists()

    logging.getLogger("crmo_desktop.anything").warning("a %s thing", "strange")
    LOG.error("something worse")

    first, second = log_file.read_text(encoding="utf-8").splitlines()
    assert first.endswith("WARNING crmo_desktop.anything: a strange thing")
    assert second.endswith("ERROR crmo_desktop: something worse")


def test_the_log_never_grows_without_end(log_file: Path, caplog: pytest.LogCaptureFixture) -> None:
    start_log(log_file)

    for _ in range(25):
        LOG.error("%s", "x" * 60_000)

    files = sorted(log_file.parent.iterdir())
    assert len(files) == 4
    assert all(file.stat().st_size <= 200_000 for file in files)


def test_a_place_that_cannot_be_written_to_has_no_log(
    log_file: Path, caplog: pytest.LogCaptureFixture
) -> None:
    log_file.parent.write_text("a file where the folder would be")
    start_log(log_file)

    LOG.error("something")

    assert log_file.parent.read_text() == "a file where the folder would be"
    assert caplog.messages == ["something"]


# --- the reporter


class Bell(QObject):
    rung = Signal()


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    return window


@pytest.fixture
def reporter(window: QWidget, monkeypatch: pytest.MonkeyPatch) -> CrashReporter:
    """One that has taken over; Python's own comes back after the test."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    reporter = CrashReporter(lambda: "CRMO Desktop 9.9, edition of today", window)
    reporter.install(window)
    return reporter


def dialogs() -> list[CrashDialog]:
    return [
        widget
        for widget in QApplication.topLevelWidgets()
        if isinstance(widget, CrashDialog) and widget.isVisible()
    ]


def fail() -> None:
    raise RuntimeError("the bell broke")


def test_an_error_in_a_slot_is_logged_and_shown_and_the_window_goes_on(
    reporter: CrashReporter, window: QWidget, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    bell = Bell()
    bell.rung.connect(fail)

    with qtbot.waitSignal(reporter.caught) as caught:
        bell.rung.emit()

    assert caught.args is not None
    details = str(caught.args[0])
    assert details.startswith("CRMO Desktop 9.9, edition of today\nPython 3.")
    assert 'raise RuntimeError("the bell broke")' in details
    assert "RuntimeError: the bell broke" in caplog.text
    (dialog,) = dialogs()
    assert dialog.parentWidget() is window
    assert window.isVisible()
    dialog.close()


def test_an_error_that_comes_again_and_again_is_shown_once_and_logged_each_time(
    reporter: CrashReporter, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    bell = Bell()
    bell.rung.connect(fail)

    for _ in range(3):
        bell.rung.emit()

    assert len(dialogs()) == 1
    assert len(caplog.records) == 3
    dialogs()[0].close()
    bell.rung.emit()
    assert len(dialogs()) == 1, "closed, it may be shown again"
    dialogs()[0].close()


def test_an_error_of_another_thread_is_shown_by_the_window(
    reporter: CrashReporter, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    thread = threading.Thread(target=fail)

    thread.start()
    thread.join()
    assert dialogs() == [], "a thread shows nothing itself"

    qtbot.waitUntil(lambda: len(dialogs()) == 1)
    assert "the bell broke" in caplog.text
    dialogs()[0].close()


def test_ctrl_c_in_a_terminal_ends_the_program(reporter: CrashReporter) -> None:
    QTimer.singleShot(0, lambda: reporter.report(KeyboardInterrupt, KeyboardInterrupt(), None))

    assert QCoreApplication.exec() == 130
    assert dialogs() == []


def test_an_error_in_words_that_nobody_told_is_told_and_is_no_crash(
    reporter: CrashReporter, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def fail_in_words() -> None:
        raise UserError("The share is gone.", hint="Plug it in.")

    bell = Bell()
    bell.rung.connect(fail_in_words)

    with qtbot.assertNotEmitted(reporter.caught), qtbot.waitSignal(reporter.told) as told:
        bell.rung.emit()

    assert isinstance(told.args[0], UserError)
    assert caplog.messages == ["The share is gone. Plug it in."]
    assert dialogs() == []
