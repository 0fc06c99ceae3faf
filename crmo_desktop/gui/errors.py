"""What a reader sees when something goes wrong: words and a way on, never a traceback by itself."""

import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from crmo_desktop.domain.errors import UserError

if TYPE_CHECKING:
    from crmo_desktop.gui.crash_dialog import CrashDialog

log = logging.getLogger("crmo_desktop")
_LOG_BYTES = 200_000
_LOGS_KEPT = 3


def words_of(error: UserError) -> tuple[str, str]:
    """Message and hint of `error` in the window's language."""
    pair = []
    # a reason among the values may be the program's own words
    values = {name: QCoreApplication.translate("UserError", text) for name, text in error.values.items()}
    for template in (error.template, error.hint_template):
        words = QCoreApplication.translate("UserError", template)
        pair.append(words.format_map(values) if values else words)
    return pair[0], pair[1]


def show_alone(error: UserError) -> None:
    """Show `error` where there is no window yet to show it in."""
    from PySide6.QtWidgets import QMessageBox

    application = QApplication.instance() or QApplication([sys.argv[0]])
    application.setApplicationName("CRMO Desktop")
    message, hint = words_of(error)
    box = QMessageBox(QMessageBox.Icon.Critical, "CRMO Desktop", message)
    box.setInformativeText(hint)
    box.setStandardButtons(QMessageBox.StandardButton.Close)
    box.exec()


def start_log(file: Path) -> None:
    """Write warnings and errors into `file`, rotated, from the next one on, and into no other any more."""
    logger = logging.getLogger("crmo_desktop")
    for handler in logger.handlers[:]:
        if isinstance(handler, _LateLog):
            logger.removeHandler(handler)
            handler.close()
    logger.addHandler(_LateLog(file))


class _LateLog(logging.Handler):
    """Opens the log when there is something to log: most runs have nothing, and should not wait for it."""

    def __init__(self, file: Path) -> None:
        super().__init__(logging.WARNING)
        self._file = file
        self._handler: logging.Handler | None = None

    def emit(self, record: logging.LogRecord) -> None:
        if self._handler is None:
            self._handler = self._open()
        self._handler.emit(record)

    def _open(self) -> logging.Handler:
        from logging.handlers import RotatingFileHandler

        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            handler: logging.Handler = RotatingFileHandler(
                self._file, maxBytes=_LOG_BYTES, backupCount=_LOGS_KEPT, encoding="utf-8"
            )
        except OSError:
            return logging.NullHandler()  # a place that cannot be written to has no log
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        return handler

    def close(self) -> None:
        if self._handler is not None:
            self._handler.close()
        super().close()


class CrashReporter(QObject):
    """Catches what nobody caught: logs it, shows it once, and lets the window go on."""

    caught = Signal(str)  # the details
    told = Signal(object)  # a UserError that nobody told

    def __init__(self, describe: Callable[[], str], parent: QObject | None = None) -> None:
        """`describe` names version and edition for the details."""
        super().__init__(parent)
        self._describe = describe
        self._dialog: CrashDialog | None = None
        self._window: QWidget | None = None
        self.caught.connect(self._show)

    def install(self, window: QWidget) -> None:
        """Take over from Python's own reporting, of this thread and of others."""
        self._window = window
        sys.excepthook = self.report
        threading.excepthook = self._report_thread

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Log an error and tell the reader: in its own words if it has any, else as the fault that it is.

        Ctrl+C in a terminal still ends the program.
        """
        if issubclass(kind, KeyboardInterrupt):
            QCoreApplication.exit(130)
            return
        if isinstance(error, UserError):
            log.warning("%s %s", error.message, error.hint)
            self.told.emit(error)  # in the window's own thread, whatever thread this is
            return
        import platform
        import traceback

        details = "".join(traceback.format_exception(kind, error, trace))
        log.error("unexpected error\n%s", details)
        self.caught.emit(
            f"{self._describe()}\nPython {platform.python_version()}, {platform.platform()}\n\n{details}"
        )

    def _report_thread(self, arguments: threading.ExceptHookArgs) -> None:
        if arguments.exc_value is not None:
            self.report(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    @Slot(str)
    def _show(self, details: str) -> None:
        if self._dialog is not None and self._dialog.isVisible():
            return  # one at a time: an error in painting would come again with every paint
        from crmo_desktop.gui.crash_dialog import CrashDialog  # a start should not wait for it

        self._dialog = CrashDialog(details, self._window)
        self._dialog.open()
