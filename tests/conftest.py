"""What holds for every test: no screen, no window or job left behind, no warning in the log."""

import logging
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before the first QApplication

ROOT = Path(__file__).resolve().parent.parent
JOBS_MAY_END_MS = 2000


@pytest.fixture(scope="session")
def pack_path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pack compiled from content/; read it, never write it."""
    from crmo_desktop.authoring.compile import compile_pack

    pack = tmp_path_factory.mktemp("pack") / "content.crmo"
    compile_pack(ROOT / "content", pack)
    return pack


@pytest.fixture(autouse=True)
def _nothing_is_left_behind() -> Iterator[None]:
    """Fail a test that leaves a window open or a job running (house 20)."""
    from PySide6.QtCore import QThreadPool
    from PySide6.QtWidgets import QApplication

    yield
    if QApplication.instance() is None:
        return
    # Without a screen the clipboard outlives Python: a page's copy in it would crash the process at the end.
    QApplication.clipboard().clear()
    windows = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
    names = ", ".join(f"{type(window).__name__} “{window.windowTitle()}”" for window in windows)
    for window in windows:
        window.hide()
    assert not windows, f"left open: {names}"
    threads = [thread.name for thread in threading.enumerate() if thread.name.startswith("crmo-")]
    assert not threads, f"left running: {', '.join(threads)}"
    assert QThreadPool.globalInstance().waitForDone(JOBS_MAY_END_MS), "left a job running"


class _Warnings(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _the_log_stays_quiet(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail a test that logs a warning, unless it asks for `caplog` and so looks for itself (house 17)."""
    handler = _Warnings()
    logging.getLogger().addHandler(handler)
    yield
    logging.getLogger().removeHandler(handler)
    if "caplog" not in request.fixturenames:
        assert not handler.lines, "\n".join(["logged:", *handler.lines])
