"""The start page: one big search field, a door for each reader, the questions people come with, last read."""

import itertools

from PySide6.QtCore import QByteArray, QRectF, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from crmo_desktop.domain.identifiers import SearchAddress
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.mirroring import is_mirrored
from crmo_desktop.gui.pages.home_cards import DoorCard, LastRead, QuestionCard, RecentCard
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.search_field import SearchField
from crmo_desktop.services.front_page import Door, Question

_WIDEST = 1000


class HomePage(QScrollArea):
    """Shows ways in; tells where the reader wants to go."""

    address_chosen = Signal(
        object, object
    )  # Address; Audience to read it as, or None to keep the reader's own
    query_changed = Signal(str)  # what is typed, without surrounding blanks
    query_submitted = Signal()
    results_wanted = Signal()  # Down in the search field

    def __init__(
        self,
        doors: tuple[Door, ...],
        questions: tuple[Question, ...],
        icons: IconShelf,
        picture: str,
        parent: QWidget | None = None,
    ) -> None:
        """`picture` is the ornament as SVG with the names of colours in braces; "" for none."""
        super().__init__(parent)
        self.setObjectName("home")
        self.setAccessibleName(self.tr("Start page"))
        # made here: the first widget that PySide gets from Qt, not from us, has it load every class
        self._port = QWidget(self)
        self._port.setBackgroundRole(QPalette.ColorRole.NoRole)
        self.setViewport(self._port)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._icons = icons
        self._look: Look | None = None
        self._columns = 0
        self._body = _Body(picture, self._port)
        self._body.setObjectName("homeBody")
        self._title = QLabel(self.tr("What would you like to know?"), self._body)
        self._subtitle = QLabel(
            self.tr(
                "A reference on chronic recurrent multifocal osteomyelitis. Every statement has its source."
            ),
            self._body,
        )
        self._title.setProperty("kind", "homeTitle")
        self._subtitle.setProperty("kind", "homeSubtitle")
        self._subtitle.setWordWrap(True)
        self._title.setWordWrap(True)
        self.search = SearchField(parent=self._body)
        self.search.setObjectName("homeSearch")
        self.search.setPlaceholderText(self.tr("A word, a symptom, a medicine, a code"))
        self._examples = self._make_examples()
        # at home in the body from the first: a widget that moves is styled once more
        self._doors = [DoorCard(door, icons, self._body) for door in doors if door.topics]
        self._questions = [QuestionCard(question, icons, self._body) for question in questions]
        self._asked = QLabel(self.tr("Questions people come with"), self._body)
        self._carry_on = QLabel(self.tr("Carry on reading"), self._body)
        for label in (self._asked, self._carry_on):
            label.setProperty("kind", "heading")
        self._recent = RecentCard(self._body)
        self._outer = QVBoxLayout(self._body)
        self._grid = QGridLayout()
        self._lay_out()
        for part in self._doors + self._questions:
            part.address_chosen.connect(self.address_chosen)
        self._recent.address_chosen.connect(self.address_chosen)
        self.search.query_changed.connect(self.query_changed)
        self.search.submitted.connect(self.query_submitted)
        self.search.moved_down.connect(self.results_wanted)

    def _make_examples(self) -> QWidget:
        row = QWidget(self._body)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        label = QLabel(self.tr("Try"), row)
        label.setProperty("kind", "muted")
        layout.addWidget(label)
        examples = (self.tr("limping"), self.tr("blisters on hands"), self.tr("Humira"), self.tr("M86.3"))
        for words in examples:
            button = QPushButton(words, row)
            button.setProperty("kind", "link")
            button.setAccessibleName(self.tr("Search for {words}").format(words=words))
            button.setProperty("query", words)
            button.clicked.connect(self._on_example)
            layout.addWidget(button)
        layout.addStretch(1)
        return row

    def _lay_out(self) -> None:
        outer = self._outer
        outer.setContentsMargins(40, 24, 40, 28)
        outer.setSpacing(0)
        outer.addWidget(self._title)
        outer.addSpacing(4)
        outer.addWidget(self._subtitle)
        outer.addSpacing(14)
        outer.addWidget(self.search)
        outer.addSpacing(6)
        outer.addWidget(self._examples)
        outer.addSpacing(18)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        outer.addLayout(self._grid)
        outer.addStretch(1)
        self.setWidget(self._body)

    def painted(self) -> QWidget:
        """The widget that the page is painted on."""
        return self._port

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Into the search field: the page itself takes no keys."""
        self.search.setFocus(reason)

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self._look = look
        self.search.set_look(look, self._icons, size=24)
        self._body.set_look(look)
        for door in self._doors:
            door.set_look(look)
        for question in self._questions:
            question.set_look(look)
        self._columns = 0
        self._arrange()

    def set_recent(self, pages: list[LastRead]) -> None:
        """Offer the pages read last; none hides the box."""
        self._recent.set_pages(pages)
        for before, after in itertools.pairwise([*self._questions[-1:], *self._recent.links()]):
            QWidget.setTabOrder(before, after)  # Tab goes as the eye does
        self._columns = 0
        self._arrange()

    def resizeEvent(self, event: object) -> None:
        """As many columns as there is room for."""
        super().resizeEvent(event)  # type: ignore[arg-type]  # object keeps the signature free of one more import
        self._arrange()

    def _arrange(self) -> None:
        if self._look is None:
            return
        room = self._port.width() - 80
        columns = 3 if room >= self._look.ui(860) else 2 if room >= self._look.ui(560) else 1
        side = (
            max(40, (self._port.width() - self._look.ui(_WIDEST)) // 2)
            if room > self._look.ui(_WIDEST)
            else 40
        )
        self._outer.setContentsMargins(side, 24, side, 28)
        self._body.margin = side
        self._body.shows_picture = room >= self._look.ui(860) and self._look.text_size <= 125
        self.search.setMaximumWidth(self._look.ui(640) if columns == 3 else 16777215)
        if columns == self._columns:
            return
        self._columns = columns
        while self._grid.count():
            self._grid.takeAt(0)
        row = 0
        for place, door in enumerate(self._doors):
            self._grid.addWidget(door, place // columns, place % columns)
            row = place // columns
        row += 1
        wide = max(1, columns - 1)
        self._grid.addWidget(self._asked, row, 0, 1, wide, Qt.AlignmentFlag.AlignBottom)
        self._grid.setRowMinimumHeight(row, self._look.ui(44))
        for place, question in enumerate(self._questions):
            self._grid.addWidget(question, row + 1 + place // wide, place % wide)
        rows = (len(self._questions) + wide - 1) // wide
        has_recent = self._recent.has_pages()
        self._carry_on.setVisible(has_recent)
        self._recent.setVisible(has_recent)
        if has_recent and columns > 1:
            self._grid.addWidget(self._carry_on, row, columns - 1, Qt.AlignmentFlag.AlignBottom)
            self._grid.addWidget(self._recent, row + 1, columns - 1, max(1, rows), 1)
        elif has_recent:
            self._grid.addWidget(self._carry_on, row + rows + 1, 0)
            self._grid.addWidget(self._recent, row + rows + 2, 0)
        for column in range(3):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    @Slot()
    def _on_example(self) -> None:
        self.address_chosen.emit(SearchAddress(str(self.sender().property("query"))), None)


class _Body(QWidget):
    """The page's ground, with the ornament in the upper corner where lines end."""

    def __init__(self, picture: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = picture
        self._colours: dict[str, str] = {}
        self._renderer: QSvgRenderer | None = None
        self._is_late = False  # the first paint leaves the ornament to the next: words come first
        self._shows_picture = False
        self.margin = 40  # pixels between the picture and the edge

    def _set_shows(self, shows: bool) -> None:
        if shows != self._shows_picture:
            self._shows_picture = shows
            self.update()

    shows_picture = property(lambda self: self._shows_picture, _set_shows)

    def set_look(self, look: Look) -> None:
        """Fill the ornament's colours in."""
        self._colours = look.theme.colours
        self._renderer = None
        self.update()

    def _draw(self) -> QSvgRenderer:
        svg = self._picture
        for role, colour in self._colours.items():
            svg = svg.replace("{" + role + "}", colour)
        return QSvgRenderer(QByteArray(svg.encode("utf-8")))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ornament only; the ground is the style sheet's."""
        if not self._is_late:
            self._is_late = True
            QTimer.singleShot(0, self.update)
            return
        if not self._picture or not self._shows_picture:
            return
        self._renderer = self._renderer or self._draw()
        size = self._renderer.defaultSize()
        if size.isEmpty():
            return
        painter = QPainter(self)
        height = 212.0
        width = height * size.width() / size.height()
        left = self.margin if is_mirrored(self) else self.width() - self.margin - width
        self._renderer.render(painter, QRectF(left, 0, width, height))
        painter.end()
