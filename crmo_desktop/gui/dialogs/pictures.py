"""Go > Pictures: lists the pictures of the edition, and leads to one."""

from collections.abc import Sequence
from itertools import groupby

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from crmo_desktop.gui.announcing import announce
from crmo_desktop.gui.dialogs.parts import PlainDialog
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.picture_list import PictureList, PictureRow
from crmo_desktop.services.pictures import ListedPicture


class PicturesDialog(PlainDialog):
    """Chapter by chapter; typing narrows the list."""

    picture_chosen = Signal(str)  # its id

    def __init__(self, pictures: Sequence[ListedPicture], look: Look, parent: QWidget | None) -> None:
        super().__init__(self.tr("Pictures"), look, parent, width=640)
        self._pictures = pictures
        self._filter = QLineEdit(self)
        self._filter.setPlaceholderText(self.tr("Type to narrow the list"))
        self._filter.setAccessibleName(self.tr("Narrow the list"))
        self._filter.setClearButtonEnabled(True)
        self._filter.installEventFilter(self)
        self.body.addWidget(self._filter)
        self._list = PictureList(look, self)
        room = self.screen().availableGeometry().height() - 48 - look.ui(150)
        self._list.setMinimumHeight(max(look.ui(60), min(look.ui(420), room)))  # it scrolls, not the dialog
        self.body.addWidget(self._list, 1)
        self._nothing = QLabel(self)
        self._nothing.setProperty("kind", "muted")
        self._nothing.setWordWrap(True)
        self.body.addWidget(self._nothing)
        self.body.addStretch(0)
        close = self.add_button(self.tr("Close"))
        opened = self.add_button(self.tr("&Open the picture"), primary=True)
        close.clicked.connect(self.reject)
        opened.clicked.connect(self._on_open)
        self._opened = opened
        self._list.chosen.connect(self._choose)
        self._filter.textChanged.connect(self._on_filter)
        self._fill()
        self._filter.setFocus()
        self.fit()

    def _fill(self) -> None:
        words = self._filter.text().lower().split()
        found = [one for one in self._pictures if all(word in _told_of(one) for word in words)]
        rows = []
        for chapter, pictures in groupby(found, key=_chapter_of):
            if chapter:
                rows.append(PictureRow("", chapter))
            for picture in pictures:
                note = self.tr("For clinicians") if picture.is_for_clinicians else ""
                rows.append(PictureRow(picture.id, picture.title, picture.caption, note))
        self._list.set_pictures(rows)
        self._list.setAccessibleName(self.tr("Pictures ({n})").format(n=len(found)))
        none_found, none_at_all = (
            self.tr("No picture has these words."),
            self.tr("This edition has no pictures."),
        )
        self._nothing.setText(none_found if words else none_at_all)
        self._nothing.setVisible(not found)
        self._list.setVisible(bool(found))
        self._opened.setEnabled(bool(found))

    @Slot(str)
    def _on_filter(self, _words: str) -> None:
        self._fill()
        announce(self._list, self._list.accessibleName())

    @Slot()
    def _on_open(self) -> None:
        row = self._list.current()
        if row is not None:
            self._choose(row.id)

    @Slot(str)
    def _choose(self, id: str) -> None:
        self.accept()
        self.picture_chosen.emit(id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down go through the list while one types."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            if event.key() in steps:
                self._list.step(steps[Qt.Key(event.key())])
                announce(self._list, self._list.spoken())
                return True
        return False


def _told_of(picture: ListedPicture) -> str:
    """What a reader may type to find it; its id has its plainest name."""
    parts = (picture.title, picture.caption, picture.chapter, picture.topic, picture.id.replace("-", " "))
    return " ".join(parts).lower()


def _chapter_of(picture: ListedPicture) -> str:
    return picture.chapter
