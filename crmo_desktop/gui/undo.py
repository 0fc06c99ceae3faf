"""What was deleted in this window, the last on top: Ctrl+Z has it back, one after the other."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from crmo_desktop.gui.announcing import announce
from crmo_desktop.gui.telling import Telling
from crmo_desktop.gui.theme import Appearance
from crmo_desktop.gui.widgets.undo_toast import UndoToast

if TYPE_CHECKING:
    from crmo_desktop.gui.icons import IconShelf

BringBack = Callable[[], None]


class Undo(QObject):
    """Keeps ways back from deletions until the window closes, and shows the latest.

    Attributes:
        toast: what shows it.
    """

    offered = Signal()  # something can be had back that could not

    def __init__(
        self,
        panes: QWidget,
        over: Callable[[], QWidget],
        action: QAction,
        appearance: Appearance,
        icons: "IconShelf",
        telling: Telling,
    ) -> None:
        """Know the window.

        Args:
            panes: that what the toast stands over is in.
            over: tells over what it stands, now.
            action: that has things back.
            appearance: how it looks.
            icons: what is drawn on it.
            telling: tells what was done.
        """
        super().__init__(panes)
        self._over, self._action, self._telling = over, action, telling
        self._appearance, self._icons = appearance, icons
        self._deleted: list[tuple[str, BringBack]] = []
        self.toast = UndoToast(panes)
        self._draw()
        self.toast.undo_wanted.connect(self.take_back)
        appearance.changed.connect(self._draw)

    def offer(self, words: str, bring_back: BringBack) -> None:
        """Show that something was deleted, and how to have it back.

        Args:
            words: what was deleted, as “Bookmark “Spine” deleted”.
            bring_back: has it back as it was; called once at most.
        """
        self._deleted.append((words, bring_back))
        key = self._action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.toast.say(words, key, self._over())
        self.offered.emit()
        way = self.tr("{keys} has it back").format(keys=key) if key else ""
        announce(self.toast, f"{words}. {way}".rstrip())

    def has_any(self) -> bool:
        """Whether anything can be had back."""
        return bool(self._deleted)

    def forget(self) -> None:
        """Let nothing be had back: what was deleted is gone for good, or another reader comes."""
        self._deleted.clear()
        self.toast.drop()

    @Slot()
    def take_back(self) -> None:
        """Have back what was deleted last."""
        if not self._deleted:
            self._telling.say(self.tr("Nothing was deleted that could be had back"))
            return
        words, bring_back = self._deleted.pop()
        self.toast.drop()
        bring_back()
        self._telling.say(self.tr("Undone: {words}").format(words=words))

    @Slot()
    def drop(self) -> None:
        """Take the toast away; Ctrl+Z still has back what it told."""
        self.toast.drop()

    @Slot()
    def _draw(self) -> None:
        self.toast.set_look(self._appearance.look, self._icons)


def undo_typing() -> bool:
    """Undo in the field where the keyboard is; whether it is in one that can be written in."""
    focus = QApplication.focusWidget()
    if isinstance(focus, (QLineEdit, QTextEdit, QPlainTextEdit)) and not focus.isReadOnly():
        focus.undo()
        return True
    return False
