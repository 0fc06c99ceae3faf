"""Keeps how the room answered, as soon as the answer is shown."""

from collections.abc import Callable
from datetime import datetime
from uuid import uuid4

from PySide6.QtCore import QObject, Slot

from crmo_desktop.domain.quiz import Poll
from crmo_desktop.gui.presenter.show import Show
from crmo_desktop.gui.slides.question_slide import QuestionSlide


class Answers(QObject):
    """Follows a show; hands that are counted again take the place of those before."""

    def __init__(
        self,
        show: Show,
        session: str,
        edition: str,
        now: Callable[[], datetime],
        keep: Callable[[Poll], None],
    ) -> None:
        """Keep nothing yet.

        Args:
            show: that is followed.
            session: the name of the session, or the topic's title.
            edition: date of the edition, YYYY-MM-DD.
            now: gives the time with its zone.
            keep: keeps a poll.
        """
        super().__init__(show)
        self._show, self._session, self._edition, self._now, self._keep = show, session, edition, now, keep
        self._uids: dict[str, str] = {}
        self._kept: dict[str, tuple[int, ...]] = {}
        show.changed.connect(self._on_changed)

    @Slot()
    def _on_changed(self) -> None:
        slide, state = self._show.slide, self._show.state
        if not isinstance(slide, QuestionSlide) or state.step + 1 < slide.steps:
            return
        if self._kept.get(slide.key) == state.counts:
            return
        uid = self._uids.setdefault(slide.key, uuid4().hex)
        poll = slide.poll(state, uid=uid, session=self._session, edition=self._edition, held=self._now())
        if poll is not None:
            self._kept[slide.key] = state.counts
            self._keep(poll)
