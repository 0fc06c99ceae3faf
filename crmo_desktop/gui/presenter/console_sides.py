"""The console's two columns: what the wall shows, with notes; what comes next, with all slides."""

from typing import Final

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.presenter.console_button import KeyButton
from crmo_desktop.gui.presenter.console_live import HandCounts, LiveButtons
from crmo_desktop.gui.presenter.console_notes import NORMAL, NotesPane
from crmo_desktop.gui.presenter.slide_picture import SlidePicture
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.flow_row import FlowRow
from crmo_desktop.gui.widgets.slide_list import SlideList

_FOR_NOTES: Final = 300  # pixels at 100% below the slide on the wall
_AT_LEAST: Final = 0.36  # of its column that the slide takes
_NEXT_AT_LEAST: Final = 220  # pixels wide beside the buttons


def scrolling(body: QWidget, parent: QWidget) -> QScrollArea:
    """`body` in what scrolls it where it is too high."""
    area = QScrollArea(parent)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(body)
    return area


class WallSide(QWidget):
    """What the wall shows, and the notes on it.

    Attributes:
        place: "Slide 4 of 7".
        cover: what hides the slide on the wall; hidden while nothing does.
    """

    def __init__(self, look: Look, icons: IconShelf, parent: QWidget, *, notes_size: int = NORMAL) -> None:
        super().__init__(parent)
        self._look = look
        heading = QLabel(self.tr("On the wall"), self)
        heading.setProperty("kind", "heading")
        self.place, self.cover = QLabel(self), QLabel(self)
        self.place.setProperty("kind", "muted")
        self.cover.setProperty("kind", "covered")
        self.cover.hide()
        self.picture = SlidePicture(look, self)
        self.picture.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.picture.setMouseTracking(True)
        self.picture.setAccessibleName(heading.text())
        body = QWidget(self)
        body.setObjectName("consoleSide")
        self.notes = NotesPane(look, icons, body, size=notes_size)
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.addWidget(self.notes)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(heading)
        head.addWidget(self.cover)
        head.addStretch(1)
        head.addWidget(self.place)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.picture)
        layout.addWidget(scrolling(body, self), 1)

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self._look = look
        self.picture.set_look(look)
        self.notes.set_look(look)
        self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The slide takes what the notes can spare."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Give the slide its height."""
        most = max(self.height() - self._look.ui(_FOR_NOTES), self.height() * _AT_LEAST)
        self.picture.setFixedHeight(max(68, min(self.picture.height_for(self.width()), round(most))))

    def minimumSizeHint(self) -> QSize:
        """Little: its slide gives way."""
        return QSize(240, 200)


class NextSide(QWidget):
    """What comes next, the buttons, and the list of slides.

    Attributes:
        next_name: "Next", or that this is the last.
        pace: how the time stands.
    """

    def __init__(
        self, look: Look, icons: IconShelf, parent: QWidget, *, beside: SlidePicture | None = None
    ) -> None:
        """`beside` is the picture of what the wall shows."""
        super().__init__(parent)
        self._look = look
        body = QWidget(self)
        body.setObjectName("consoleSide")
        self.next_name = _label(body, "heading")
        self.picture = SlidePicture(look, body, like=beside)
        self.picture.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.buttons = self._make_buttons(look, icons, body)
        self._beside, self._rows = self._two_homes(body)
        self.hands = HandCounts(look, icons, body)
        self.live = LiveButtons(look, icons, body)
        self.hands.hide()
        self.live.hide()
        self._slides = _label(body, "heading")
        self._slides.setText(self.tr("Slides"))
        self.pace = _label(body, "muted")
        self.pace.setWordWrap(True)
        self.pace.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.list = SlideList(look, body)
        self.list.setAccessibleName(self.tr("Slides"))
        self._lay_out(body)
        self.set_look(look)

    def _make_buttons(self, look: Look, icons: IconShelf, body: QWidget) -> dict[str, KeyButton]:
        words = {
            "black": (self.tr("Black"), "eye-off", "B"),
            "pointer": (self.tr("Pointer"), "current-location", "P"),
            "draw": (self.tr("Draw"), "pencil", "D"),
            "all": (self.tr("All slides"), "layout-grid", "O"),
            "swap": (self.tr("Swap screens"), "device-tv", "X"),
        }
        return {
            name: KeyButton(*each, look, icons, body, can_be_on=name != "swap")
            for name, each in words.items()
        }

    def _two_homes(self, body: QWidget) -> tuple[QWidget, QWidget]:
        """Where the buttons are: in a column beside what comes next, or in rows below it."""
        beside, rows = QWidget(body), QWidget(body)
        column = QVBoxLayout(beside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        FlowRow(rows)
        return beside, rows

    def _lay_out(self, body: QWidget) -> None:
        top = QHBoxLayout()
        top.setSpacing(20)
        top.addWidget(self.picture, 1, Qt.AlignmentFlag.AlignTop)
        top.addWidget(self._beside, 0, Qt.AlignmentFlag.AlignTop)
        self._over_list = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._over_list.setSpacing(8)
        self._over_list.addWidget(self._slides)
        self._over_list.addWidget(self.pace, 1)
        inner = QVBoxLayout(body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(8)
        inner.addWidget(self.next_name)
        inner.addLayout(top)
        inner.addWidget(self._rows)
        inner.addWidget(self.hands)
        inner.addWidget(self.live)
        inner.addLayout(self._over_list)
        inner.addWidget(self.list, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(body, self))

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self._look = look
        for button in self.buttons.values():
            button.set_look(look)
        for part in (self.picture, self.hands, self.live, self.list):
            part.set_look(look)
        self.arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Buttons beside what comes next where there is room for both."""
        super().resizeEvent(event)
        self.arrange()

    def arrange(self) -> None:
        """Put the buttons where they have room."""
        wide = max(button.sizeHint().width() for button in self.buttons.values())
        is_beside = self.width() - wide - 20 >= self._look.ui(_NEXT_AT_LEAST)
        home = self._beside if is_beside else self._rows
        layout = home.layout()
        assert layout is not None
        for button in self.buttons.values():
            if button.parentWidget() is not home:
                layout.addWidget(button)
        self._beside.setVisible(is_beside)
        self._rows.setVisible(not is_beside)
        room = self.width() - wide - 20 if is_beside else self.width()
        most = self.height() * (0.45 if is_beside else 0.3)
        self.picture.setFixedHeight(max(68, min(self.picture.height_for(room), round(most))))


def _label(parent: QWidget, kind: str) -> QLabel:
    label = QLabel(parent)
    label.setProperty("kind", kind)
    return label
