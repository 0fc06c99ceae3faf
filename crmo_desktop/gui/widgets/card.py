"""A card beside a mark: what a citation rests on, what a word means."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from crmo_desktop.domain import bidi
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.mirroring import align_to_beginning, is_mirrored, margins
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.typesetting import breakable
from crmo_desktop.gui.widgets.focus import step_focus

_BESIDE_UP_TO = 1.25


@dataclass(frozen=True, slots=True)
class CardContent:
    """What a card shows.

    Attributes:
        kind: words above the title, e.g. "Source 2: cohort study"; "" for none.
        role: colour of `kind`.
        statements: paragraphs below the title.
        rows: (label, text) in two columns.
        actions: (name, words, icon) of the buttons at the foot.
        width: in pixels at 100%.
    """

    kind: str
    icon: str
    role: str
    title: str
    subtitle: str
    statements: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]
    actions: tuple[tuple[str, str, str], ...]
    width: int = 320


class Card(QFrame):
    """A child of the window, not a window of its own: it takes the focus and gives it back."""

    action_chosen = Signal(str)  # an action's name
    closed = Signal()

    def __init__(self, content: CardContent, look: Look, icons: IconShelf, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setAccessibleName(f"{content.kind}. {content.title}" if content.kind else content.title)
        self._look, self._icons = look, icons
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*margins(16, 12, 10, 10))
        layout.setSpacing(6)
        head, foot = self._head(content), self._foot(content)
        self._around = (head, foot)
        layout.addLayout(head)
        body = QWidget()
        body.setObjectName("cardBody")
        body_layout = QVBoxLayout(body)
        body_layout.setContentsMargins(*margins(0, 0, 2, 0))
        body_layout.setSpacing(6)
        self._fill(body_layout, content)
        area = _Body(self)
        area.setWidget(body)
        layout.addWidget(area)
        self._body = area
        self._body_layout = body_layout
        layout.addLayout(foot)
        self.setFixedWidth(min(look.ui(content.width), parent.width() - 24))
        self.setSizePolicy(self.sizePolicy().horizontalPolicy(), self.sizePolicy().verticalPolicy())
        said = [*content.statements, *(f"{label}: {text}" for label, text in content.rows)]
        self._spoken = " ".join(words if words.endswith((".", "!", "?")) else f"{words}." for words in said)
        area.setAccessibleName(self.tr("What the card says"))
        area.setAccessibleDescription(self._spoken)

    def spoken_text(self) -> str:
        """Everything the card says, for announcing."""
        return f"{self.accessibleName()}. {self._spoken}"

    def _head(self, content: CardContent) -> QHBoxLayout:
        look = self._look
        head = QHBoxLayout()
        icon = QLabel(self)
        icon.setPixmap(
            self._icons.pixmap(
                content.icon, look.name_of(content.role), look.ui(20), self.devicePixelRatioF()
            )
        )
        words = QLabel(content.kind or content.title, self)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setWordWrap(True)
        role = content.role if content.kind else "text"
        words.setStyleSheet(
            f"color: {look.name_of(role)}; font-weight: 600;"
            f"font-size: {look.ui(15 if content.kind else 17)}px;"
        )
        close = QToolButton(self)
        close.setIcon(self._icons.icon("x", look, "text", 18, self.devicePixelRatioF()))
        close.setIconSize(QSize(look.ui(18), look.ui(18)))
        close.setToolTip(self.tr("Close (Esc)"))
        close.setAccessibleName(self.tr("Close the card"))
        close.clicked.connect(self.close_card)
        head.addWidget(icon)
        head.addSpacing(4)
        head.addWidget(words, 1)
        head.addWidget(close)
        return head

    def _fill(self, layout: QVBoxLayout, content: CardContent) -> None:
        look = self._look
        if content.kind:
            layout.addWidget(self._words(content.title, f"font-size: {look.ui(16)}px; font-weight: 600;"))
        if content.subtitle:
            layout.addWidget(
                self._words(content.subtitle, f"color: {look.name_of('muted')}; font-size: {look.ui(14)}px;")
            )
        for statement in content.statements:
            layout.addWidget(self._words(statement, f"font-size: {look.ui(15)}px;"))
        if content.rows:
            form = QFormLayout()
            form.setHorizontalSpacing(10)
            form.setVerticalSpacing(4)
            form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)
            form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
            for label, text in content.rows:
                name = self._words(label, f"color: {look.name_of('muted')}; font-size: {look.ui(14)}px;")
                name.setWordWrap(False)
                form.addRow(name, self._words(text, f"font-size: {look.ui(14.5)}px;"))
            layout.addLayout(form)

    def _words(self, text: str, style: str) -> QLabel:
        broken = " ".join(map(breakable, text.split(" ")))
        label = QLabel(bidi.isolated(broken) if is_mirrored(self) else broken)
        label.setAccessibleName(text)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setStyleSheet(style)
        align_to_beginning(label)
        return label

    def _foot(self, content: CardContent) -> QBoxLayout:
        # beside each other where there is room for that, else below each other
        foot = QHBoxLayout() if self._look.ui_zoom <= _BESIDE_UP_TO else QVBoxLayout()
        foot.setSpacing(2)
        for name, words, icon in content.actions:
            button = QPushButton(words, self)
            button.setProperty("kind", "quiet")
            button.setProperty("action", name)
            button.setIcon(self._icons.icon(icon, self._look, "link", 18, self.devicePixelRatioF()))
            button.setIconSize(QSize(self._look.ui(18), self._look.ui(18)))
            button.clicked.connect(self._on_action)
            foot.addWidget(button)
        foot.addStretch(1)
        return foot

    @Slot()
    def _on_action(self) -> None:
        self.action_chosen.emit(str(self.sender().property("action")))

    @Slot()
    def close_card(self) -> None:
        """Ask to be put away: who opened the card takes the keyboard back before it goes."""
        self.closed.emit()

    def show_beside(self, mark: QRect, room: QRect, column_end: int) -> None:
        """Stand beside the column where there is room, else below or above `mark`; in parent coordinates.

        Beside is where its lines end: at its right, or where all is mirrored at its left.
        """
        width = self.width()
        around = sum(part.sizeHint().height() for part in self._around) + 60  # margins and spaces included
        self._body.fit(self._body_layout, width - 30, room.height() - around)
        self.adjustSize()
        height = min(self.sizeHint().height(), room.height() - 16)
        self.resize(width, height)
        mirrored = is_mirrored(self)
        beside = column_end - room.left() if mirrored else room.right() - column_end
        if beside >= width + 16:
            left = column_end - 12 - width if mirrored else column_end + 12
            top = mark.center().y() - height // 3
        else:
            left = mark.right() + 8 - width if mirrored else mark.left() - 8
            below = mark.bottom() + 6
            top = below if below + height <= room.bottom() else mark.top() - height - 6
        left = max(room.left() + 8, min(left, room.right() - width - 8))
        top = max(room.top() + 8, min(top, room.bottom() - height - 8))
        self.move(QPoint(left, top))
        self.raise_()
        self.show()
        self._body.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes; Tab stays inside as long as the card is open."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_card()
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool) -> bool:
        """Go round within the card."""
        return step_focus(self, forward=next)


class _Body(QScrollArea):
    """The card's text: scrolls by keys when it is longer than the window has room for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("cardText")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def fit(self, inner: QVBoxLayout, width: int, most: int) -> None:
        """Be as high as the text in `inner` needs at `width` pixels, at most `most` pixels."""
        needed = inner.heightForWidth(width - 4) if inner.hasHeightForWidth() else inner.sizeHint().height()
        self.setFixedHeight(max(40, min(needed + 6, most)))
