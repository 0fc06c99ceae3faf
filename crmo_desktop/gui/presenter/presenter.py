"""Holds talks: one at a time, on one screen or two, until it is ended."""

from PySide6.QtCore import QEvent, QObject, Signal, Slot

from crmo_desktop.domain.talk import Talk
from crmo_desktop.gui.dialogs.talk_over import TalkOverDialog
from crmo_desktop.gui.presenter.ending import keep_times, part_times
from crmo_desktop.gui.presenter.held import HeldTalk
from crmo_desktop.gui.presenter.stage import Stage
from crmo_desktop.gui.presenter.talk_time import TalkTime


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
        held.close()
        held.deleteLater()
        window = self._stage.window
        if window.isVisible():
            window.raise_()
            window.activateWindow()
        self.ended.emit()
        self._keep_times(talk, held.time)

    def _keep_times(self, talk: Talk, time: TalkTime) -> None:
        """Keep how long the parts of a session took; after a rehearsal show it, too."""
        is_kept = keep_times(time, self._stage.own.sessions, is_rehearsal=self._is_rehearsal)
        if self._is_rehearsal:
            stage, parts = self._stage, part_times(talk, time)
            look = stage.appearance.look
            stage.open_dialog(TalkOverDialog(talk.title, parts, look, stage.window, kept=is_kept))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """With the program's window the talk ends, too."""
        if event.type() == QEvent.Type.Close and self.held is not None:
            self.end()
        return False
