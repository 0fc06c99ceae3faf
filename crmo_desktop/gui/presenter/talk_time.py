"""The time of a talk: follows what is shown, and tells every second."""

import time
from collections.abc import Callable
from datetime import datetime
from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from crmo_desktop.domain.session import Rehearsal
from crmo_desktop.domain.talk import Talk
from crmo_desktop.gui.presenter.show import Show
from crmo_desktop.gui.presenter.timekeeper import Timekeeper

_EVERY_MS: Final = 500  # so that no second is left out


class TalkTime(QObject):
    """Counts from the moment it is made, with a console or without.

    Attributes:
        keeper: what is counted.
        began: when the talk began, with its time zone.
    """

    ticked = Signal()  # what `keeper` tells may be another now

    def __init__(
        self,
        show: Show,
        talk: Talk,
        *,
        now: Callable[[], datetime],
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._show, self._talk = show, talk
        self.began = now()
        self.keeper = Timekeeper([part.minutes for part in talk.parts], clock)
        self._timer = QTimer(self)
        self._timer.setInterval(_EVERY_MS)
        self._timer.timeout.connect(self.ticked)
        self._timer.start()
        show.moved.connect(self._on_moved)
        show.ended.connect(self._on_ended)
        self._on_moved()

    def set_paused(self, is_paused: bool) -> None:
        """Count no further, or count again."""
        if is_paused:
            self.keeper.pause()
        else:
            self.keeper.go_on()
        self.ticked.emit()

    def start_again(self) -> None:
        """Begin at 0, where the talk is now."""
        self.keeper.start_again()
        self.ticked.emit()

    def result(self, *, is_rehearsal: bool) -> Rehearsal | None:
        """How long each part took; None where no session is held."""
        if self._talk.session is None:
            return None
        return Rehearsal(
            session=self._talk.session.uid,
            titles=tuple(part.title for part in self._talk.parts),
            seconds=self.keeper.parts,
            began=self.began,
            is_rehearsal=is_rehearsal,
        )

    @Slot()
    def _on_moved(self) -> None:
        self.keeper.enter(self._show.slide.matter.part, self._show.slide.key)
        self.ticked.emit()

    @Slot()
    def _on_ended(self) -> None:
        self._timer.stop()
        self.keeper.pause()
