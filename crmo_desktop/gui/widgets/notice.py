"""One line below the toolbar: what is wrong and what still works, or something to be decided at leisure."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.mirroring import margins
from crmo_desktop.gui.theme import Look

CLOSED = ""  # the answer of who closes a notice
OWN_FILE: Final = "own file"  # the name of what is wrong with the reader's own file: told until it is mended


class _Waiting(NamedTuple):
    words: str
    is_passing: bool = False  # goes with the next page
    name: str = ""
    answers: Sequence[tuple[str, str]] = ()
    is_quiet: bool = False


class Notice(QFrame):
    """Stays until it is closed; several notices are shown one after another."""

    closed = Signal()
    left = Signal()  # it goes, and the keyboard is in it
    answered = Signal(str, str)  # the name of a notice that has one; of the answer, or CLOSED

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self.setProperty("kind", "trouble")
        self._waiting: list[_Waiting] = []
        self._look: Look | None = None
        self._icons: IconShelf | None = None
        self._icon = QLabel(self)
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._answers: list[QPushButton] = []
        self._close = QToolButton(self)
        self._close.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._close.setAccessibleName(self.tr("Close this notice"))
        self._close.setToolTip(self.tr("Close this notice"))
        self._layout = QHBoxLayout(self)
        self._layout.setContentsMargins(*margins(16, 6, 12, 6))
        self._layout.setSpacing(10)
        self._layout.addWidget(self._icon)
        self._layout.addWidget(self._words, 1)
        self._layout.addWidget(self._close)
        self._close.clicked.connect(self._on_close)
        self.hide()

    def say(
        self, words: str, *, passing: bool = False, answers: Sequence[tuple[str, str]] = (), name: str = ""
    ) -> None:
        """Show `words`, after those that are shown already; passing ones go when `drop_passing` is called.

        Args:
            words: what is wrong, and what still works.
            passing: whether it is about the page that is shown.
            answers: name and words of a button for each thing that can be done about it; the name comes back
                as an answer without a question, and what is wrong stays told.
            name: comes back with the answer, and takes it back; what was said under it before goes.
        """
        if name:
            self.take_back(name)
        if all(words != waiting.words for waiting in self._waiting):
            self._waiting.append(_Waiting(words, passing, name, answers))
        self._show_first()

    def ask(self, name: str, words: str, answers: Sequence[tuple[str, str]]) -> None:
        """Show `words` that are no trouble, after those that are shown already.

        Args:
            name: comes back with the answer.
            words: what there is to decide.
            answers: name and words of each button.
        """
        self.take_back(name)
        self._waiting.append(_Waiting(words, name=name, answers=answers, is_quiet=True))
        self._show_first()

    def say_first(self, name: str, words: str) -> None:
        """Show `words` before all others, until they are closed or taken back by their name."""
        self.take_back(name)
        self._waiting.insert(0, _Waiting(words, name=name, is_quiet=True))
        self._show_first()

    def take_back(self, name: str) -> None:
        """Take away what was said under this name; nobody is told."""
        self._waiting = [waiting for waiting in self._waiting if waiting.name != name]
        self._show_first()

    def drop_passing(self) -> None:
        """Take away what was about the page before."""
        self._waiting = [waiting for waiting in self._waiting if not waiting.is_passing]
        self._show_first()

    def words(self) -> str:
        """What is shown."""
        return self._words.text() if self._waiting else ""

    def _show_first(self) -> None:
        self.setVisible(bool(self._waiting))
        if self._waiting:
            first = self._waiting[0]
            self._words.setText(first.words)
            self.setAccessibleName(first.words)
            self._offer(first.answers)
            self._draw(first)

    def _offer(self, answers: Sequence[tuple[str, str]]) -> None:
        if [button.objectName() for button in self._answers] == [name for name, _ in answers]:
            return
        for button in self._answers:
            button.hide()
            button.deleteLater()
        self._answers = []
        before: QWidget = self
        for name, words in answers:
            button = QPushButton(words, self)
            button.setObjectName(name)
            button.setProperty("kind", "plain")
            button.clicked.connect(self._on_answer)
            self._layout.insertWidget(self._layout.count() - 1, button)
            button.show()  # a layout shows it only when the event loop comes round
            self._answers.append(button)
            QWidget.setTabOrder(before, button)
            before = button
        QWidget.setTabOrder(before, self._close)
        self._close.raise_()  # the last of the children: F6 goes to the first of them

    def set_look(self, look: Look, icons: IconShelf) -> None:
        """Draw with another look."""
        self._look, self._icons = look, icons
        ratio = self.devicePixelRatioF()
        self._close.setIcon(icons.icon("x", look, "text", 18, ratio))
        self._close.setIconSize(QSize(look.ui(18), look.ui(18)))
        self._draw(self._waiting[0] if self._waiting else _Waiting(""))

    def _draw(self, waiting: _Waiting) -> None:
        """The ground and the sign of a trouble, or of something that is none."""
        kind = "quiet" if waiting.is_quiet else "trouble"
        if self.property("kind") != kind:
            self.setProperty("kind", kind)
            self.style().unpolish(self)
            self.style().polish(self)
        if self._look is not None and self._icons is not None:
            name, role = (
                ("info-circle", "accent") if waiting.is_quiet else ("alert-triangle", "caution_title")
            )
            size, ratio = self._look.ui(20), self.devicePixelRatioF()
            self._icon.setPixmap(self._icons.pixmap(name, self._look.name_of(role), size, ratio))

    @Slot()
    def _on_answer(self) -> None:
        answer, first = self.sender().objectName(), self._waiting[0]
        if first.is_quiet:
            self._end(answer)
        else:
            self.answered.emit(first.name, answer)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes it."""
        if event.key() == Qt.Key.Key_Escape:
            self._on_close()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_close(self) -> None:
        self._end(CLOSED)

    def _end(self, answer: str) -> None:
        ended = self._waiting[:1]
        del self._waiting[:1]
        if not self._waiting and self.isAncestorOf(QApplication.focusWidget() or self):
            self.left.emit()  # before it hides, or Qt would choose where the keyboard goes
        self._show_first()
        for waiting in ended:
            if waiting.name:
                self.answered.emit(waiting.name, answer)
        self.closed.emit()
