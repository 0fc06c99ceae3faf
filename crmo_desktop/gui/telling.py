"""What the window tells: what was done, in its status bar; what went wrong, above the page."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from crmo_desktop.domain.errors import NotesFileError, UserError
from crmo_desktop.gui.announcing import announce
from crmo_desktop.gui.errors import words_of
from crmo_desktop.gui.widgets.notice import OWN_FILE, Notice
from crmo_desktop.gui.widgets.status import StatusLine


class Telling(QObject):
    """Tells the eye, and a screen reader."""

    def __init__(
        self,
        status: StatusLine,
        notice: Notice,
        remedies: Callable[[UserError], list[tuple[str, str]]],
        own_trouble: Callable[[], UserError | None],
        parent: QWidget,
    ) -> None:
        """Know where to tell it.

        Args:
            status: of what was done.
            notice: of what went wrong.
            remedies: what can be done at once about an error: name and words of a button for each.
            own_trouble: what is wrong with the reader's own file now; None when all is well.
            parent: whose it is.
        """
        super().__init__(parent)
        self._status, self._notice = status, notice
        self._remedies, self._own_trouble = remedies, own_trouble
        self._told = ""  # the trouble of the reader's own file that has been told

    @Slot(str)
    def say(self, words: str) -> None:
        """Tell something that was done."""
        self._status.say(words)
        announce(self._status, words)

    def show_error(self, error: UserError, *, passing: bool = False) -> None:
        """Tell what went wrong until that is closed; a passing error until the next page."""
        message, hint = words_of(error)
        name = OWN_FILE if isinstance(error, NotesFileError) else ""
        self._notice.say(f"{message} {hint}", passing=passing, answers=self._remedies(error), name=name)
        announce(self._notice, f"{message} {hint}")

    def tell_new_trouble(self) -> None:
        """Say once when the reader's own file has stopped working; take that back when it works again."""
        trouble = self._own_trouble()
        told, self._told = self._told, "" if trouble is None else trouble.message
        if trouble is not None and trouble.message != told:
            self.show_error(trouble)
        elif trouble is None and told:
            self._notice.take_back(OWN_FILE)

    def forget_trouble(self) -> None:
        """Take back what was told about the reader's own file, and tell it anew if it still holds."""
        self._told = ""
        self._notice.take_back(OWN_FILE)
        self.tell_new_trouble()
