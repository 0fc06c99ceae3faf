"""What Qt itself has to say: into the log, or to whoever listens."""

import logging
from collections.abc import Callable

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler

log = logging.getLogger("crmo_desktop.qt")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}
# The offscreen screen has no window manager; what it cannot do is nothing that a reader lacks.
_HARMLESS = ("This plugin does not support", "propagateSizeHints")


def listen(heard: Callable[[str], None]) -> None:
    """Tell `heard` every warning and error of Qt from now on."""

    def handle(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if kind in (QtMsgType.QtDebugMsg, QtMsgType.QtInfoMsg) or message.startswith(_HARMLESS):
            return
        heard(f"Qt: {message}")

    qInstallMessageHandler(handle)


def log_messages() -> None:
    """Write what Qt says into the program's log."""

    def handle(kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
        if not message.startswith(_HARMLESS):
            log.log(_LEVELS.get(kind, logging.WARNING), "%s", message)

    qInstallMessageHandler(handle)
