"""Holds talks: one at a time, on one screen or two, until it is ended."""

from PySide6.QtCore import QEvent, QObject, Signal, Slot

from crmo_desktop.domain.talk import Talk
from crmo_desktop.gui.presenter.held import HeldTalk
from crmo_desktop.gui.presenter.stage import Stage


class Presenter(QObject):
    """Begins and ends talks."""

    ended = Signal()  # the windows of the talk are gone

    def __init__(self, stage: Stage) -> None:
        super().__init__(stage.window)
        self._stage = stage
        self._talk: Talk | None = None
        self._is_rehearsal = False
        self.held: HeldTalk | None = None
        stage.window.installEventFilter(self)

    def begin(self, talk: Talk, *, is_rehearsal: bool = False) -> None:
        """Hold `talk`; one that is being held ends first."""
        if self.held is not None:
            self.end()
        self._talk, self._is_rehearsal = talk, is_rehearsal
        self.held = HeldTalk(talk, self._stage, self)
        self.held.over.connect(self.end)
        self.held.place()
        self._stage.awake.hold(int(self.held.wall.winId()))
        if talk.missing:
            words = self.tr("This edition has no: {titles}").format(titles=", ".join(talk.missing))
            self._stage.say(words)

    @Slot()
    def end(self) -> None:
        """End the talk that is held, if there is one."""
        held, talk, self.held = self.held, self._talk, None
        if held is None or talk is None:
            return
        self._stage.awake.release()
        result = held.time.result(is_rehearsal=self._is_rehearsal)
        held.close()
        held.deleteLater()
        window = self._stage.window
        if window.isVisible():
            window.raise_()
            window.activateWindow()
        self.ended.emit()
        if result is not None:
            self._stage.own.sessions.keep_rehearsal(result)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """With the program's window the talk ends, too."""
        if event.type() == QEvent.Type.Close and self.held is not None:
            self.end()
        return False
