"""Speaks by a program: one process a sentence."""

from PySide6.QtCore import QObject, QProcess, QTimer, Slot

from crmo_desktop.gui.speech.engine import Engine
from crmo_desktop.gui.speech.programs import SpeakingProgram

_LISTED_WITHIN = 8_000  # ms; a service that has to be started first takes one or two seconds
_ENDED_WITHIN = 1_000


class ProgramEngine(Engine):
    """Each sentence is given to a process of its own; ending the process ends the sentence."""

    def __init__(self, path: str, program: SpeakingProgram, parent: QObject | None = None) -> None:
        """`path`: where the program is."""
        super().__init__(parent)
        self._path, self._program = path, program
        self._process: QProcess | None = None
        self._is_listing = False
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_LISTED_WITHIN)
        self._patience.timeout.connect(self._on_no_list)

    def ask_voices(self) -> None:
        """Find the voices: `voices_found` tells them."""
        self._is_listing = True
        self._patience.start()
        self._start(self._program.list_arguments(), "")

    def speak(self, text: str, voice: str, speed: int) -> None:
        """Say `text`, in place of anything that is being said."""
        self._is_listing = False
        self._start(self._program.speak_arguments(voice, speed), f"{' '.join(text.split())}\n")

    def stop(self) -> None:
        """Be silent."""
        if self._drop() and not self._is_listing and (arguments := self._program.stop_arguments()):
            QProcess.startDetached(self._path, arguments)

    def _start(self, arguments: list[str], text: str) -> None:
        self._drop()
        self._process = process = QProcess(self)
        process.finished.connect(self._on_finished)
        process.errorOccurred.connect(self._on_error)
        process.start(self._path, arguments)
        if text:
            process.write(text.encode("utf-8"))
        process.closeWriteChannel()

    def _drop(self) -> bool:
        """End the process that runs; whether there was one."""
        process, self._process = self._process, None
        if process is None:
            return False
        process.finished.disconnect(self._on_finished)
        process.errorOccurred.disconnect(self._on_error)
        process.kill()
        process.waitForFinished(
            _ENDED_WITHIN
        )  # it is gone in a millisecond, and Qt complains of one that is not
        process.deleteLater()
        return True

    @Slot(int, QProcess.ExitStatus)
    def _on_finished(self, code: int, status: QProcess.ExitStatus) -> None:
        process, self._process = self._process, None
        if process is None:
            return
        printed = bytes(process.readAllStandardOutput().data()).decode("utf-8", "replace")
        complaint = bytes(process.readAllStandardError().data()).decode("utf-8", "replace").strip()
        process.deleteLater()
        is_well = code == 0 and status == QProcess.ExitStatus.NormalExit
        if self._is_listing:
            self._tell_voices(printed if is_well else "")
        elif is_well:
            self.spoken.emit()
        else:
            self.failed.emit(complaint.partition("\n")[0] or f"{self._program.name}: {code}")

    @Slot(QProcess.ProcessError)
    def _on_error(self, error: QProcess.ProcessError) -> None:
        """Only what never started does not finish."""
        process = self._process
        if process is None or error != QProcess.ProcessError.FailedToStart:
            return
        self._process = None
        words = process.errorString()
        process.deleteLater()
        if self._is_listing:
            self._tell_voices("")
        else:
            self.failed.emit(words)

    @Slot()
    def _on_no_list(self) -> None:
        if self._is_listing and self._drop():
            self._tell_voices("")

    def _tell_voices(self, printed: str) -> None:
        self._patience.stop()
        self._is_listing = False
        self.voices_found.emit(self._program.voices_in(printed))
