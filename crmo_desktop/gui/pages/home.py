"""The start page: one big search field, a door for each reader, the questions people come with, last read."""

from dataclasses import dataclass

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import Address, SearchAddress, TopicAddress
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.search_field import SearchField
from crmo_desktop.services.front_page import CLINICIANS, FAMILIES, TRAINERS, Door, Question

_DOOR_LOOK = {
    FAMILIES: ("users", "aud_family"),
    CLINICIANS: ("stethoscope", "aud_clinician"),
    TRAINERS: ("presentation", "aud_trainer"),
}
_QUESTION_LOOK = {
    "is-it": ("help-circle", "accent"),
    "urgent": ("urgent", "red_title"),
    "helps": ("pill", "accent"),
    "where": ("bone", "accent"),
}
_EXAMPLES = ("limping", "blisters on hands", "Humira", "M86.3")
_WIDEST = 1000


@dataclass(frozen=True, slots=True)
class LastRead:
    """A page to carry on with."""

    address: str
    title: str
    when: str


class HomePage(QScrollArea):
    """Shows ways in; tells where the reader wants to go."""

    address_chosen = Signal(object, object)  # Address; Audience to read it as, or None to keep the reader's own
    query_changed = Signal(str)
    query_submitted = Signal()
    results_wanted = Signal()  # Down in the search field

    def __init__(
        self, doors: tuple[Door, ...], questions: tuple[Question, ...], icons: IconShelf, picture: str, parent: QWidget | None = None
    ) -> None:
        """`picture` is the ornament as SVG with the names of colours in braces; "" for none."""
        super().__init__(parent)
        self.setObjectName("home")
        self.setAccessibleName(self.tr("Start page"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._icons = icons
        self._look: Look | None = None
        self._columns = 0
        self._doors = [_DoorCard(door, icons, self) for door in doors if door.topics]
        self._questions = [_QuestionCard(question, icons, self) for question in questions]
        self._body = _Body(picture, self)
        self._body.setObjectName("homeBody")
        self._title = QLabel(self.tr("What would you like to know?"), self._body)
        self._subtitle = QLabel(
            self.tr("A reference on chronic recurrent multifocal osteomyelitis. Every statement has its source."), self._body
        )
        self._subtitle.setProperty("kind", "muted")
        self._subtitle.setWordWrap(True)
        self._title.setWordWrap(True)
        self.search = SearchField(parent=self._body)
        self.search.setObjectName("homeSearch")
        self.search.setPlaceholderText(self.tr("A word, a symptom, a medicine, a code"))
        self._examples = self._make_examples()
        self._asked = QLabel(self.tr("Questions people come with"), self._body)
        self._carry_on = QLabel(self.tr("Carry on reading"), self._body)
        self._recent = _RecentCard(self)
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
        for words in _EXAMPLES:
            button = QPushButton(words, row)
            button.setProperty("kind", "link")
            button.setAccessibleName(self.tr("Search for {words}").format(words=words))
            button.setProperty("query", words)
            button.clicked.connect(self._on_example)
            layout.addWidget(button)
        layout.addStretch(1)
        return row

    def _lay_out(self) -> None:
        outer = QVBoxLayout(self._body)
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

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self._look = look
        self._title.setFont(look.heading_font(36))
        families = ", ".join(f"'{family}'" for family in look.heading_families)
        self._title.setStyleSheet(
            f"color: {look.name_of('heading')}; font-family: {families}; font-size: {look.ui(36)}px; font-weight: 600;"
        )
        self._subtitle.setStyleSheet(f"font-size: {look.ui(17)}px; color: {look.name_of('muted')};")
        for label in (self._asked, self._carry_on):
            label.setStyleSheet(f"font-size: {look.ui(15)}px; font-weight: 600;")
        self.search.set_look(look, self._icons, size=24)
        self._body.set_look(look)
        for part in [*self._doors, *self._questions]:
            part.set_look(look)
        self._recent.set_look(look)
        self._columns = 0
        self._arrange()

    def set_recent(self, pages: list[LastRead]) -> None:
        """Offer the pages read last; none hides the box."""
        self._recent.set_pages(pages)
        self._columns = 0
        self._arrange()

    def resizeEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """As many columns as there is room for."""
        super().resizeEvent(event)  # type: ignore[arg-type]  # object keeps the signature free of one more import
        self._arrange()

    def _arrange(self) -> None:
        if self._look is None:
            return
        room = self.viewport().width() - 80
        columns = 3 if room >= self._look.ui(860) else 2 if room >= self._look.ui(560) else 1
        side = max(40, (self.viewport().width() - self._look.ui(_WIDEST)) // 2) if room > self._look.ui(_WIDEST) else 40
        self._body.layout().setContentsMargins(side, 24, side, 28)
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
    """The page's ground, with the ornament at the upper right where there is room."""

    def __init__(self, picture: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._picture = picture
        self._renderer: QSvgRenderer | None = None
        self._shows_picture = False
        self._size = QSize(0, 0)

    def _set_shows(self, shows: bool) -> None:
        if shows != self._shows_picture:
            self._shows_picture = shows
            self.update()

    shows_picture = property(lambda self: self._shows_picture, _set_shows)

    def set_look(self, look: Look) -> None:
        """Fill the ornament's colours in."""
        if not self._picture:
            return
        svg = self._picture
        for role, colour in look.theme.colours.items():
            svg = svg.replace("{" + role + "}", colour)
        self._renderer = QSvgRenderer(QByteArray(svg.encode("utf-8")))
        self._size = self._renderer.defaultSize()
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """The ornament only; the ground is the style sheet's."""
        if self._renderer is None or not self._shows_picture or self._size.isEmpty():
            return
        painter = QPainter(self)
        margins = self.layout().contentsMargins()
        height = 212.0
        width = height * self._size.width() / self._size.height()
        self._renderer.render(painter, QRectF(self.width() - margins.right() - width, 0, width, height))
        painter.end()


class _Card(QFrame):
    """A box on the ground of the start page."""

    address_chosen = Signal(object, object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._edge = "border"

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        edge = look.name_of("border_strong" if look.is_high_contrast else self._edge)
        self.setStyleSheet(
            f"{type(self).__name__} {{ background: {look.name_of('card')}; border: 1px solid {edge}; border-radius: 8px; }}"
        )


class _DoorCard(_Card):
    """A way in for one kind of reader."""

    def __init__(self, door: Door, icons: IconShelf, parent: QWidget) -> None:
        super().__init__(parent)
        self._door, self._icons = door, icons
        titles = {
            FAMILIES: (self.tr("For families"), self.tr("Plain words for parents, children and adults who live with CRMO.")),
            CLINICIANS: (self.tr("For clinicians"), self.tr("Figures with their cohorts, tables, and how strong each statement is.")),
            TRAINERS: (self.tr("For trainers"), self.tr("Pages to project and talk through, with the source of every statement.")),
        }
        title, words = titles[door.name]
        self.setAccessibleName(title)
        self._badge = QLabel(self)
        self._title = QLabel(title, self)
        self._words = QLabel(words, self)
        self._words.setWordWrap(True)
        self._words.setProperty("kind", "muted")
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._badge)
        head.addWidget(self._title, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 14, 12)
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
        name, role = _DOOR_LOOK[self._door.name]
        colour = look.name_of(role)
        edge = look.name_of("border_strong" if look.is_high_contrast else "border")
        self.setStyleSheet(
            f"_DoorCard {{ background: {look.name_of('card')}; border: 1px solid {edge}; border-top: 4px solid {colour}; border-radius: 8px; }}"
        )
        ratio = self.devicePixelRatioF()
        self._badge.setPixmap(self._icons.pixmap(name, colour, look.ui(24), ratio))
        size = look.ui(38)
        self._badge.setFixedSize(size, size)
        self._badge.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._badge.setStyleSheet(f"background: {look.name_of(role + '_soft')}; border-radius: {size // 2}px;")
        families = ", ".join(f"'{family}'" for family in look.heading_families)
        self._title.setStyleSheet(
            f"color: {look.name_of('heading')}; font-family: {families}; font-size: {look.ui(21)}px; font-weight: 600;"
        )
        self._words.setStyleSheet(f"font-size: {look.ui(15)}px; color: {look.name_of('muted')};")
        for link in self._links:
            link.setIcon(self._icons.icon("chevron-right", look, role, 16, ratio))

    @Slot()
    def _on_link(self) -> None:
        address: Address = TopicAddress(self.sender().property("topic"))
        self.address_chosen.emit(address, self._door.audience)


class _QuestionCard(_Card):
    """A question with where its answer is; the whole card can be pressed."""

    def __init__(self, question: Question, icons: IconShelf, parent: QWidget) -> None:
        super().__init__(parent)
        self._question, self._icons = question, icons
        self._look: Look | None = None
        words = {
            "is-it": (self.tr("Is it CRMO?"), self.tr("When to think of it")),
            "urgent": (self.tr("When is it urgent?"), self.tr("Signs that need help fast")),
            "helps": (self.tr("What helps?"), self.tr("Treatment at a glance")),
            "where": (self.tr("Where does it strike?"), self.tr("The bone map")),
        }
        title, under = words[question.name]
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(title)
        self.setAccessibleDescription(under)
        self._icon = QLabel(self)
        self._title = QLabel(title, self)
        self._under = QLabel(under, self)
        self._under.setProperty("kind", "muted")
        text = QVBoxLayout()
        text.setSpacing(1)
        text.addWidget(self._title)
        text.addWidget(self._under)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 8, 12, 8)
        layout.setSpacing(12)
        layout.addWidget(self._icon)
        layout.addLayout(text, 1)

    def set_look(self, look: Look) -> None:
        self._look = look
        name, role = _QUESTION_LOOK[self._question.name]
        self._icon.setPixmap(self._icons.pixmap(name, look.name_of(role), look.ui(22), self.devicePixelRatioF()))
        self._title.setStyleSheet(f"font-size: {look.ui(15.5)}px; font-weight: 600;")
        self._under.setStyleSheet(f"font-size: {look.ui(14)}px; color: {look.name_of('muted')};")
        edge = look.name_of("border_strong" if look.is_high_contrast else "border")
        self.setStyleSheet(
            f"_QuestionCard {{ background: {look.name_of('card')}; border: 1px solid {edge}; border-radius: 8px; }}"
            f"_QuestionCard:hover {{ background: {look.name_of('row_hover')}; }}"
            f"_QuestionCard:focus {{ border: {look.focus_width:g}px solid {look.name_of('focus')}; }}"
        )

    def _choose(self) -> None:
        self.address_chosen.emit(TopicAddress(self._question.topic.id), None)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._choose()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose()
            return
        super().keyPressEvent(event)


class _RecentCard(_Card):
    """The pages read last."""

    _MOST = 3

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Carry on reading"))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(14, 10, 12, 10)
        self._layout.setSpacing(2)
        self._look: Look | None = None
        self._rows: list[tuple[QPushButton, QLabel]] = []

    def has_pages(self) -> bool:
        """Whether anything has been read yet."""
        return bool(self._rows)

    def set_pages(self, pages: list[LastRead]) -> None:
        """Show the first three of `pages`."""
        while (item := self._layout.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._rows = []
        for page in pages[: self._MOST]:
            link = QPushButton(page.title, self)
            link.setProperty("kind", "link")
            link.setProperty("address", page.address)
            link.clicked.connect(self._on_link)
            when = QLabel(page.when, self)
            self._layout.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)
            self._layout.addWidget(when)
            self._rows.append((link, when))
        self._layout.addStretch(1)
        if self._look is not None:
            self.set_look(self._look)

    def set_look(self, look: Look) -> None:
        super().set_look(look)
        self._look = look
        for _, when in self._rows:
            when.setStyleSheet(f"font-size: {look.ui(14)}px; color: {look.name_of('muted')}; padding-left: 5px;")

    @Slot()
    def _on_link(self) -> None:
        from crmo_desktop.domain.identifiers import parse_address

        self.address_chosen.emit(parse_address(str(self.sender().property("address"))), None)
