"""What windows about paper share: choices at one side, pages as they will be at the other, print and save."""

from collections.abc import Sequence
from functools import partial
from typing import Final

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from crmo_desktop.domain.errors import NoPrinterError, PrinterError, UserError
from crmo_desktop.gui.announcing import announce
from crmo_desktop.gui.dialogs.book_making import BookMaking, Leaves
from crmo_desktop.gui.dialogs.paper_out import PaperOut
from crmo_desktop.gui.dialogs.paper_tools import PaperTools
from crmo_desktop.gui.errors import words_of
from crmo_desktop.gui.mirroring import margins
from crmo_desktop.gui.widgets.focus import step_focus
from crmo_desktop.gui.widgets.notice import Notice
from crmo_desktop.gui.widgets.pressing import press_by_enter
from crmo_desktop.gui.widgets.sheet_pane import SheetPane
from crmo_desktop.gui.widgets.step_tabs import StepTabs
from crmo_desktop.services.publishing import file_name

PDF: Final = "pdf"
_LEAST: Final = (640, 420)  # pixels
_SIDE: Final = 310  # pixels at 100%, of what stands beside the pages
_LARGEST_SIDE: Final = 0.5  # of the window's width
_NARROWEST: Final = 495  # pixels at 100%; in less the pages stand behind the choices


class SheetDialog(QDialog):
    """Escape closes it; Ctrl+P prints, Ctrl+S saves, Ctrl with + - 0 changes the size of the pages."""

    def __init__(self, tools: PaperTools, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint)
        self._tools, self._look = tools, tools.look
        self._book: Leaves | None = None
        self._side: QWidget | None = None  # what stands beside the pages
        self.making = BookMaking(tools.make, self)
        self.out = PaperOut(self)
        self.notice = Notice(self)
        self.notice.set_look(tools.look, tools.icons)
        self.pane = SheetPane(tools.look, tools.icons, tools.paper, self)
        self._said = QLabel(self)
        self._said.setProperty("kind", "muted")
        self._said.setWordWrap(True)
        self._said.hide()
        self.print_button = self._button(self.tr("&Print"), "printer", "primary")
        self.save_button = self._button(self.tr("&Save as PDF"), "download", "plain")
        self._outputs = [self.print_button, self.save_button]
        self._connect()
        self._connect_keys()
        self._enable()

    def _button(self, words: str, icon: str, kind: str) -> QPushButton:
        button = QPushButton(words, self)
        button.setProperty("kind", kind)
        button.setAutoDefault(False)
        role, icons, look = ("on_accent" if kind == "primary" else "text"), self._tools.icons, self._look
        ratio = self.devicePixelRatioF()
        button.setIcon(icons.icon(icon, look, role, 18, ratio, fades=True, before_words=True))
        button.setIconSize(icons.size_before_words(look, 18))
        return button

    def _connect_keys(self) -> None:
        """Keys that no field takes for itself: a list of choices would look for words that begin so."""
        view = self.pane.view
        for keys, slot in (
            ("Ctrl+P", self.print),
            ("Ctrl+S", self.save),
            ("Ctrl++", partial(view.step_zoom, 1)),
            ("Ctrl+=", partial(view.step_zoom, 1)),
            ("Ctrl+-", partial(view.step_zoom, -1)),
            ("Ctrl+0", view.fit),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(slot)

    def _connect(self) -> None:
        self.print_button.clicked.connect(self.print)
        self.save_button.clicked.connect(self.save)
        self.making.progressed.connect(self.pane.set_progress)
        self.making.ended.connect(self.pane.set_done)
        self.making.made.connect(self._on_made)
        self.making.failed.connect(self.show_error)
        self.pane.cancelled.connect(self._on_cancelled)
        self.out.said.connect(self.say)
        self.out.failed.connect(self.show_error)
        self.notice.answered.connect(self._on_answer)
        self.notice.left.connect(self._focus_first)

    def title_label(self, words: str, parent: QWidget) -> QLabel:
        """A title in the serif face."""
        label, look = QLabel(words, parent), self._look
        families = ", ".join(f"'{family}'" for family in look.heading_families)
        label.setWordWrap(True)
        label.setStyleSheet(
            f"color: {look.name_of('heading')}; font-family: {families};"
            f"font-size: {look.ui(24)}px; font-weight: 600;"
        )
        return label

    def add_outputs(self, layout: QVBoxLayout) -> None:
        """Put what was said, and the buttons that print and save, at the end of a column."""
        for part in (self._said, *self._outputs):
            layout.addWidget(part)

    def place_choices(self, body: QWidget) -> None:
        """Put choices beside the pages, above what prints and saves; in a narrow window before the pages."""
        inner = QWidget(self)
        self.lay_out(inner)
        choices = self.column(self.scrolled(body))
        if self.width() < self._look.ui(_NARROWEST):
            layout = QVBoxLayout(inner)
            layout.setContentsMargins(0, 0, 0, 0)
            steps = ((self.tr("Choose"), choices), (self.tr("Pages"), self.pane))
            layout.addWidget(self.in_steps(steps, inner))
            return
        self._side = choices
        ends = choices.layout()
        assert isinstance(ends, QVBoxLayout)
        self.add_outputs(ends)
        both = QHBoxLayout(inner)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(0)
        both.addWidget(choices)
        both.addWidget(self.pane, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The pages keep some room in a narrow window."""
        super().resizeEvent(event)
        if self._side is not None:
            width = event.size().width()
            self._side.setFixedWidth(min(self._look.ui(_SIDE), int(width * _LARGEST_SIDE)))

    def scrolled(self, body: QWidget) -> QScrollArea:
        """What scrolls `body` where it has no room."""
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        body.setObjectName("dialogBody")
        area.setWidget(body)
        area.setMinimumHeight(self._look.ui(40))
        return area

    def column(self, inner: QWidget) -> QWidget:
        """A column with `inner` in it, beside the pages or in place of them."""
        column = QWidget(self)
        column.setObjectName("paperSide")
        layout = QVBoxLayout(column)
        layout.setContentsMargins(*margins(14, 12, 10, 12))
        layout.setSpacing(8)
        layout.addWidget(inner, 1)
        return column

    def in_steps(self, steps: Sequence[tuple[str, QWidget]], parent: QWidget) -> QWidget:
        """Parts one behind the other, where there is no room beside one another; each with its words."""
        whole = QWidget(parent)
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(*margins(12, 8, 12, 8))
        tabs = StepTabs(self.tr("Steps"), whole)
        for words, part in steps:
            tabs.add(words, part)
        layout.addWidget(tabs, 1)
        layout.addWidget(self._said)
        ends = QHBoxLayout()
        layout.addLayout(ends)
        for button in self._outputs:
            ends.addWidget(button)
        return whole

    def lay_out(self, inner: QWidget) -> None:
        """Put `inner` below what may be told, and be nearly as large as the window below."""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*margins(0, 0, 0, 0))
        layout.setSpacing(0)
        layout.addWidget(self.notice)
        layout.addWidget(inner, 1)
        self.setMinimumSize(*_LEAST)
        room = self.screen().availableGeometry()
        parent = self.parentWidget()
        wanted = room.size() if parent is None else parent.window().size()
        self.resize(min(wanted.width() - 16, room.width() - 16), min(wanted.height(), room.height() - 48))

    # --- pages

    def title_of_file(self) -> str:
        """What a file with the pages may be called, without date and ending."""
        return "" if self._book is None else self._book.title

    def ask(self, wanted: object, *, after: int = 0) -> None:
        """Make the pages of `wanted`, e.g. of a Publication; those before stay in sight until then."""
        self.making.ask(wanted, after=after)
        self._enable()

    def show_nothing(self, words: str) -> None:
        """There are no pages; `words` say why."""
        self.making.cancel()
        self._book = None
        self.pane.set_sheets(None, words)
        self._enable()

    def _enable(self) -> None:
        is_ready = self._book is not None and not self.making.is_busy()
        for button in self._outputs:
            button.setEnabled(is_ready)

    @Slot(object)
    def _on_made(self, book: Leaves) -> None:
        self._book = book
        self.pane.set_sheets(book)
        self._enable()

    @Slot()
    def _on_cancelled(self) -> None:
        self.show_nothing(self.tr("The pages were not made. Change what is chosen to make them."))
        self._focus_first()

    # --- out

    @Slot()
    def print(self) -> None:
        """Ask which printer, and print."""
        if self._book is not None and self.print_button.isEnabled():
            self.out.ask_printer(self._book)

    @Slot()
    def save(self) -> None:
        """Ask where, and save as PDF."""
        if self._book is not None and self.save_button.isEnabled():
            date = self._tools.reading.edition.made_on.isoformat()
            self.out.ask_place(self._book, file_name(self.title_of_file(), date, ".pdf"))

    @Slot(str)
    def say(self, words: str) -> None:
        """Tell something that was done."""
        self._said.setText(words)
        self._said.show()
        announce(self._said, words)

    @Slot(object)
    def show_error(self, error: UserError) -> None:
        """Tell what went wrong, in this window, with a way on."""
        self._enable()
        message, hint = words_of(error)
        is_printer = isinstance(error, (NoPrinterError, PrinterError))
        answers = [(PDF, self.tr("Save as PDF instead"))] if is_printer and self._book is not None else []
        self.notice.say(f"{message} {hint}", answers=answers)
        announce(self.notice, f"{message} {hint}")

    @Slot(str, str)
    def _on_answer(self, _question: str, answer: str) -> None:
        if answer == PDF:
            self.save()

    @Slot()
    def _focus_first(self) -> None:
        self.pane.view.setFocus()

    # --- keys

    def showEvent(self, event: QShowEvent) -> None:
        """A style sheet tells buttons a least height; where room is short, their words may need more."""
        super().showEvent(event)
        for button in self._outputs:
            button.setMinimumHeight(button.sizeHint().height())

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes as the eye does, round the window."""
        return step_focus(self, forward=next)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button in focus."""
        if not press_by_enter(self.focusWidget(), event):
            super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Make no pages any more."""
        self.making.cancel()
        super().done(result)
