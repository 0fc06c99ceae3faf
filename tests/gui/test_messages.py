import logging
from collections.abc import Iterator

import pytest
from PySide6.QtCore import qCritical, qDebug, qInfo, qInstallMessageHandler, qWarning

from crmo_desktop.gui.messages import listen, log_messages

HARMLESS = "This plugin does not support propagateSizeHints()"


@pytest.fixture(autouse=True)
def _whoever_listened_listens_again() -> Iterator[None]:
    before = qInstallMessageHandler(None)
    yield
    qInstallMessageHandler(before)


def test_warnings_and_errors_of_qt_are_heard() -> None:
    heard: list[str] = []
    listen(heard.append)

    qDebug("a debug line")
    qInfo("a line of information")
    qWarning("a warning")
    qCritical("an error")
    qWarning(HARMLESS)

    assert heard == ["Qt: a warning", "Qt: an error"]


def test_what_qt_says_goes_into_the_log(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG, logger="crmo_desktop.qt")
    log_messages()

    qDebug("100% of a debug line")
    qWarning("a warning")
    qCritical("an error")
    qWarning(HARMLESS)

    assert [(record.name, record.levelname, record.getMessage()) for record in caplog.records] == [
        ("crmo_desktop.qt", "DEBUG", "100% of a debug line"),
        ("crmo_desktop.qt", "WARNING", "a warning"),
        ("crmo_desktop.qt", "ERROR", "an error"),
    ]
