"""What all dialogs share: a title, a body that scrolls, buttons outside it."""

from math import ceil

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QKeyEvent, QShowEvent, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QBoxLayout,
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QTableView,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from crmo_desktop.gui.mirroring import align_to_beginning, margins
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.focus import in_order, step_focus
from crmo_desktop.gui.widgets.pressing import press_by_enter


class PlainDialog(QDialog):
    """Never taller than the screen less 48 pixels; Escape closes it."""

    def __init__(self, title: str, look: Look, parent: QWidget | None, *, width: int = 480) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self._look = look
        self._width = width
        self._primary: QPushButton | None = None
        self._body = QWidget(self)
        self._body.setObjectName("dialogBody")
        self.body = QVBoxLayout(self._body)
        self.body.setContentsMargins(*margins(0, 0, 8, 0))
        self.body.setSpacing(8)
        self._area = QScrollArea(self)
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._body)
        self.buttons = QHBoxLayout()
        self.buttons.setSpacing(8)
        self.buttons.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*margins(24, 20, 20, 18))
        outer.setSpacing(14)
        outer.addWidget(self._area, 1)
        outer.addLayout(self.buttons)

    def add_title(self, words: str) -> None:
        """A title in the serif face."""
        look = self._look
        label = self.add_words(words)
        families = ", ".join(f"'{family}'" for family in look.heading_families)
        label.setStyleSheet(
            f"color: {look.name_of('heading')}; font-family: {families};"
            f"font-size: {look.ui(24)}px; font-weight: 600;"
        )

    def add_words(self, words: str, *, muted: bool = False) -> QLabel:
        """A paragraph that can be selected and copied."""
        label = QLabel(words, self._body)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        align_to_beginning(label)
        if muted:
            label.setProperty("kind", "muted")
        self.body.addWidget(label)
        return label

    def add_code(self, words: str, name: str) -> None:
        """An address or the like, which has no blanks to break it at, whole; `name` says what it is."""
        self.body.addWidget(_Code(words, name, self._body))

    def add_button(self, words: str, *, primary: bool = False) -> QPushButton:
        """A button at the foot; the primary one answers Enter."""
        button = QPushButton(words, self)
        button.setProperty("kind", "primary" if primary else "plain")
        button.setDefault(primary)
        button.setAutoDefault(primary)
        if primary:
            self._primary = button
        self.buttons.addWidget(button)
        return button

    def fit(self) -> None:
        """As large as the text needs, within the screen."""
        for place in range(self.body.count()):
            item = self.body.itemAt(place)
            part = item.widget() if item is not None else None
            if part is not None and not part.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
                part.show()  # a layout shows it when the event loop comes round; till then it has no height
        room = self.screen().availableGeometry()
        width = min(self._look.ui(self._width), room.width() - 48)
        self.buttons.setDirection(QBoxLayout.Direction.LeftToRight)
        if self.buttons.minimumSize().width() > width - 44:  # then below one another
            self.buttons.setDirection(QBoxLayout.Direction.TopToBottom)
        layout = self.body
        inner = width - 60
        needed = layout.heightForWidth(inner) if layout.hasHeightForWidth() else layout.sizeHint().height()
        height = needed + 54 + self.buttons.sizeHint().height() + 24
        self.resize(width, min(height, room.height() - 48))

    def focusNextPrevChild(self, next: bool) -> bool:
        """Tab goes as the eye does, round the dialog."""
        return step_focus(self, forward=next)

    def showEvent(self, event: QShowEvent) -> None:
        """A dialog without fields begins at its primary button, as Enter presses the one in focus."""
        if self.focusWidget() is None and self._primary is not None:
            first = next(in_order(self), self._primary)
            (self._primary if isinstance(first, QPushButton) else first).setFocus()
        super().showEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button in focus; Page Up and Page Down scroll a body that does not fit."""
        if press_by_enter(self.focusWidget(), event):
            return
        steps = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
        if event.key() in steps:
            bar = self._area.verticalScrollBar()
            bar.setValue(bar.value() + steps[Qt.Key(event.key())] * bar.pageStep())
        else:
            super().keyPressEvent(event)


class _Code(QTextEdit):
    """Breaks anywhere, as a label cannot, and is copied as it is."""

    def __init__(self, words: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlainText(words)
        self.setReadOnly(True)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # as a label that can be selected
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:
        """As many lines as the words take."""
        copy = self.document().clone(self)
        copy.setTextWidth(width)
        height = ceil(copy.size().height())
        copy.deleteLater()
        return height

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(0, self.fontMetrics().height())

    def minimumSizeHint(self) -> QSize:
        """One line, for the room that Qt would keep for scroll bars is not needed."""
        return self.sizeHint()


def dress_table(table: QTableView, look: Look, *, stretched: int, padding: int = 5) -> None:
    """Make `table` one of words to be read: whole rows, wrapped, the column `stretched` taking the room."""
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setAlternatingRowColors(True)
    table.setShowGrid(False)
    table.setTabKeyNavigation(False)
    table.setWordWrap(True)
    table.setStyleSheet(f"QTableView::item {{ padding: {look.ui(padding)}px {look.ui(8)}px; }}")
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setSectionResizeMode(stretched, QHeaderView.ResizeMode.Stretch)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
