"""Go > Headings, links and more: lists what a page is made of, and leads there."""

from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QWidget

from crmo_desktop.gui.announcing import announce
from crmo_desktop.gui.dialogs.parts import PlainDialog
from crmo_desktop.gui.page_structure import Kind, Part
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.part_list import PartList
from crmo_desktop.gui.widgets.shown_page import ShownPage

_LONG: Final = 70  # characters of the sentence before a mark


class PagePartsDialog(PlainDialog):
    """One kind of part at a time; typing narrows the list."""

    part_chosen = Signal(object)  # a Part, which the reader wants to go to

    def __init__(self, page: ShownPage, here: int, look: Look, parent: QWidget | None) -> None:
        """`here` is where the reader is, as a position in the document."""
        super().__init__(self.tr("Headings, links and more"), look, parent, width=620)
        self._page, self._here = page, here
        self._kinds = [
            (kind, parts)
            for kind in (Kind.HEADING, Kind.LINK, Kind.TABLE, Kind.CALL_OUT, Kind.PICTURE, Kind.MARK)
            if (parts := page.all(kind))
        ]
        self._kind = QComboBox(self)
        self._kind.setAccessibleName(self.tr("What is listed"))
        self._kind.addItems([self._title(kind, len(parts)) for kind, parts in self._kinds])
        label = self.add_words(self.tr("&Show"))
        label.setTextFormat(Qt.TextFormat.AutoText)
        label.setBuddy(self._kind)
        self.body.addWidget(self._kind)
        self._filter = QLineEdit(self)
        self._filter.setPlaceholderText(self.tr("Type to narrow the list"))
        self._filter.setAccessibleName(self.tr("Narrow the list"))
        self._filter.setClearButtonEnabled(True)
        self._filter.installEventFilter(self)
        self.body.addWidget(self._filter)
        self._list = PartList(look, self)
        room = self.screen().availableGeometry().height() - 48 - look.ui(170)
        self._list.setMinimumHeight(max(look.ui(60), min(look.ui(360), room)))  # it scrolls, not the dialog
        self.body.addWidget(self._list, 1)
        self._nothing = QLabel(self.tr("Nothing on this page has these words."), self)
        self._nothing.setProperty("kind", "muted")
        self.body.addWidget(self._nothing)
        close = self.add_button(self.tr("Close"))
        go = self.add_button(self.tr("&Go there"), primary=True)
        close.clicked.connect(self.reject)
        go.clicked.connect(self._on_go)
        self._list.chosen.connect(self._choose)
        self._kind.currentIndexChanged.connect(self._on_kind)
        self._filter.textChanged.connect(self._on_filter)
        self._fill()
        self._list.setFocus()
        self.fit()

    def _title(self, kind: Kind, count: int) -> str:
        words = {
            Kind.HEADING: self.tr("Headings ({n})"),
            Kind.LINK: self.tr("Links and marks ({n})"),
            Kind.TABLE: self.tr("Tables ({n})"),
            Kind.CALL_OUT: self.tr("Boxes ({n})"),
            Kind.PICTURE: self.tr("Pictures ({n})"),
            Kind.MARK: self.tr("Highlights and notes ({n})"),
        }
        return words[kind].format(n=count)

    def _fill(self) -> None:
        kind, parts = self._kinds[self._kind.currentIndex()] if self._kinds else (Kind.HEADING, [])
        wanted = self._filter.text().strip().lower()
        rows = [(part, *self._words(part)) for part in parts]
        rows = [row for row in rows if wanted in row[2].lower()]
        behind = [n for n, (part, _, _) in enumerate(rows) if part.start <= self._here]
        self._list.set_parts(rows, behind[-1] if behind else 0)
        self._list.setAccessibleName(self._title(kind, len(rows)))
        self._nothing.setVisible(not rows)

    def _words(self, part: Part) -> tuple[str, str]:
        """What a row shows and what is said of it."""
        name, description = self._page.spoken(part)
        if part.kind is Kind.LINK:
            around = self._around(part)
            shown = f"{name}: {around}" if part.href.startswith("cite:") and around else name
            return shown, ", ".join(filter(None, (shown, description)))
        if part.kind is Kind.HEADING:
            return name, self.tr("{words}, level {level}").format(words=name, level=part.level)
        if part.kind is Kind.CALL_OUT:
            words = self._page.said_on_arrival(part)
            return words, words
        if part.kind is Kind.MARK:
            return ". ".join(filter(None, (name, description))), self._page.said_on_arrival(part)
        return name, name

    def _around(self, link: Part) -> str:
        """The beginning of what a mark stands behind."""
        holder = link.parent
        words = holder.name if holder is not None else ""
        return words if len(words) <= _LONG else words[:_LONG].rsplit(" ", 1)[0] + "…"

    @Slot(int)
    def _on_kind(self, _index: int) -> None:
        self._fill()

    @Slot(str)
    def _on_filter(self, _words: str) -> None:
        self._fill()
        announce(self._list, self._list.accessibleName())

    @Slot()
    def _on_go(self) -> None:
        part = self._list.current()
        if part is not None:
            self._choose(part)

    @Slot(object)
    def _choose(self, part: Part) -> None:
        self.accept()
        self.part_chosen.emit(part)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Up and Down go through the list while one types."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            if event.key() in steps:
                self._list.step(steps[Qt.Key(event.key())])
                return True
        return False
