"""The boxes of the start page: a way in for each reader, a question, the pages read last."""

from typing import NamedTuple

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from crmo_desktop.domain.identifiers import Address, TopicAddress, parse_address
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.mirroring import margins
from crmo_desktop.gui.stylesheet import DOOR_LOOK
from crmo_desktop.gui.theme import Look
from crmo_desktop.services.front_page import CLINICIANS, FAMILIES, TRAINERS, Door, Question

_QUESTION_LOOK = {
    "is-it": ("help-circle", "accent"),
    "urgent": ("urgent", "red_title"),
    "helps": ("pill", "accent"),
    "where": ("bone", "accent"),
}


class LastRead(NamedTuple):
    """A page to carry on with."""

    address: str
    title: str
    when: str


class DoorCard(QFrame):
    """A way in for one kind of reader."""

    address_chosen = Signal(object, object)  # Address; Audience

    def __init__(self, door: Door, icons: IconShelf, parent: QWidget) -> None:
        super().__init__(parent)
        self._door, self._icons = door, icons
        titles = {
            FAMILIES: (
                self.tr("For families"),
                self.tr("Plain words for parents, children and adults who live with CRMO."),
            ),
            CLINICIANS: (
                self.tr("For clinicians"),
                self.tr("Figures with their cohorts, tables, and how strong each statement is."),
            ),
            TRAINERS: (
                self.tr("For trainers"),
                self.tr("Pages to project and talk through, with the source of every statement."),
            ),
        }
        title, words = titles[door.name]
        self.setObjectName("homeCard")
        self.setProperty("door", door.name)
        self.setAccessibleName(title)
        self._badge = QLabel(self)
        self._badge.setProperty("badge", door.name)
        self._badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._title = QLabel(title, self)
        self._title.setProperty("kind", "cardTitle")
        self._words = QLabel(words, self)
        self._words.setWordWrap(True)
        self._words.setProperty("kind", "muted")
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._badge)
        head.addWidget(self._title, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*margins(18, 14, 14, 12))
        layout.setSpacing(1)
        layout.addLayout(head)
        layout.addSpacing(6)
        layout.addWidget(self._words)
        layout.addSpacing(6)
        self._links = []
        for topic in door.topics:
            link = QPushButton(topic.title, self)
            link.setProperty("kind", "link")
            link.setProperty("topic", topic.id)
            link.clicked.connect(self._on_link)
            self._links.append(link)
            layout.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        name, role = DOOR_LOOK[self._door.name]
        ratio = self.devicePixelRatioF()
        self._badge.setPixmap(self._icons.pixmap(name, look.name_of(role), look.ui(24), ratio))
        self._badge.setFixedSize(look.ui(38), look.ui(38))
        chevron = QIcon(self._icons.pixmap("chevron-right", look.name_of(role), look.ui(16), ratio))
        for link in self._links:
            link.setIcon(chevron)
            link.setIconSize(QSize(look.ui(16), look.ui(16)))

    @Slot()
    def _on_link(self) -> None:
        address: Address = TopicAddress(self.sender().property("topic"))
        self.address_chosen.emit(address, self._door.audience)


class QuestionCard(QPushButton):
    """A question with where its answer is: a button as large as a card."""

    address_chosen = Signal(object, object)  # Address; None

    def __init__(self, question: Question, icons: IconShelf, parent: QWidget) -> None:
        super().__init__(parent)
        self._question, self._icons = question, icons
        words = {
            "is-it": (self.tr("Is it CRMO?"), self.tr("When to think of it")),
            "urgent": (self.tr("When is it urgent?"), self.tr("Signs that need help fast")),
            "helps": (self.tr("What helps?"), self.tr("Treatment at a glance")),
            "where": (self.tr("Where does it strike?"), self.tr("The bone map")),
        }
        title, under = words[question.name]
        self.clicked.connect(self._choose)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(title)
        self.setAccessibleDescription(under)
        self._icon = QLabel(self)
        self.setObjectName("questionCard")
        self._title = QLabel(title, self)
        self._title.setProperty("kind", "question")
        self._under = QLabel(under, self)
        self._under.setProperty("kind", "under")
        text = QVBoxLayout()
        text.setSpacing(1)
        text.addStretch(1)
        text.addWidget(self._title)
        text.addWidget(self._under)
        text.addStretch(1)
        self._inside = layout = QHBoxLayout(self)
        layout.setContentsMargins(*margins(14, 8, 12, 8))
        layout.setSpacing(12)
        layout.addWidget(self._icon)
        layout.addLayout(text, 1)

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        name, role = _QUESTION_LOOK[self._question.name]
        self._icon.setPixmap(
            self._icons.pixmap(name, look.name_of(role), look.ui(22), self.devicePixelRatioF())
        )

    @Slot()
    def _choose(self) -> None:
        self.address_chosen.emit(self._question.address, None)

    def sizeHint(self) -> QSize:
        """As large as what lies on it: a button alone would ask for its own words only."""
        return self._inside.sizeHint()

    def minimumSizeHint(self) -> QSize:
        """No smaller than what lies on it."""
        return self._inside.minimumSize()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses it, too."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)


class RecentCard(QFrame):
    """The pages read last."""

    address_chosen = Signal(object, object)  # Address; None

    _MOST = 3

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("homeCard")
        self.setAccessibleName(self.tr("Carry on reading"))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(*margins(14, 10, 12, 10))
        self._layout.setSpacing(2)
        self._rows: list[tuple[QPushButton, QLabel]] = []

    def has_pages(self) -> bool:
        """Whether anything has been read yet."""
        return bool(self._rows)

    def links(self) -> list[QPushButton]:
        """What opens the pages, in order."""
        return [link for link, _ in self._rows]

    def set_pages(self, pages: list[LastRead]) -> None:
        """Show the first three of `pages`."""
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self._rows = []
        for page in pages[: self._MOST]:
            row = QWidget(self)
            line = QHBoxLayout(row)
            line.setContentsMargins(0, 0, 0, 0)
            line.setSpacing(8)
            link = QPushButton(page.title, self)
            link.setProperty("kind", "link")
            link.setProperty("address", page.address)
            link.clicked.connect(self._on_link)
            when = QLabel(page.when, self)
            when.setProperty("kind", "under")
            line.addWidget(link)
            line.addWidget(when)
            line.addStretch(1)
            self._layout.addWidget(row)
            self._rows.append((link, when))
        self._layout.addStretch(1)

    @Slot()
    def _on_link(self) -> None:
        self.address_chosen.emit(parse_address(str(self.sender().property("address"))), None)
