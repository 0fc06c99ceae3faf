"""The page in place of results where there are none: what is near, and a way to keep the question."""

import itertools
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from crmo_desktop.gui.widgets.link_flow import FlowLink, LinkFlow


@dataclass(frozen=True, slots=True, kw_only=True)
class Nothing:
    """What is said and offered.

    Attributes:
        words: why there is nothing.
        offers: other queries, the likeliest first.
        topics: (address, title) of the nearest topics.
        terms: (word, meaning) of glossary words that resemble something typed.
        question: what can be kept for the trainer; "" where there is nothing to keep.
        is_filtered: a filter hides what there is.
    """

    words: str
    offers: Sequence[str] = ()
    topics: Sequence[tuple[str, str]] = ()
    terms: Sequence[tuple[str, str]] = ()
    question: str = ""
    is_filtered: bool = False


class NothingFound(QScrollArea):
    """Says that there is nothing, and what else there is."""

    query_chosen = Signal(str)  # search for this
    address_chosen = Signal(str)  # of a topic
    everything_wanted = Signal()  # without the filter
    keep_wanted = Signal(str)  # the question
    kept_wanted = Signal()  # show the questions that are kept
    left = Signal()  # Escape

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("No results"))
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._nothing = Nothing(words="")
        self._body = QWidget()
        self._body.setObjectName("outlineBody")
        self._words = self._label("question")
        self._offers = LinkFlow(self._body)
        self._show_all = self._button(self.tr("Show everything"), "link")
        self._keep = self._button(self.tr("Keep this question for the trainer"), "plain")
        self._state = self._label("muted")
        self._kept = self._button(self.tr("Show the questions kept"), "link")
        self._near = QVBoxLayout()
        self._near.setSpacing(2)
        layout = QVBoxLayout(self._body)
        layout.setContentsMargins(20, 18, 20, 18)
        layout.setSpacing(10)
        left = Qt.AlignmentFlag.AlignLeft
        layout.addWidget(self._words)
        layout.addWidget(self._offers)
        layout.addWidget(self._show_all, 0, left)
        layout.addLayout(self._near)
        layout.addSpacing(8)
        layout.addWidget(self._keep, 0, left)
        layout.addWidget(self._state)
        layout.addWidget(self._kept, 0, left)
        layout.addStretch(1)
        self.setWidget(self._body)
        self._offers.chosen.connect(self.query_chosen)
        self._show_all.clicked.connect(self.everything_wanted)
        self._keep.clicked.connect(self._on_keep)
        self._kept.clicked.connect(self.kept_wanted)

    def _label(self, kind: str, words: str = "") -> QLabel:
        label = QLabel(words, self._body)
        label.setProperty("kind", kind)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        return label

    def _button(self, words: str, kind: str) -> QPushButton:
        button = QPushButton(words, self._body)
        button.setProperty("kind", kind)
        return button

    def set_nothing(self, nothing: Nothing, *, is_kept: bool) -> None:
        """Show this, without reporting it; `is_kept` tells whether the question is kept already."""
        self._nothing = nothing
        self._words.setText(nothing.words)
        links = [FlowLink(words, words, self._search_for(words)) for words in nothing.offers]
        self._offers.set_links(self.tr("Search for:"), links)
        self._offers.setVisible(bool(links))
        self._show_all.setVisible(nothing.is_filtered)
        self._fill_near()
        for before, after in itertools.pairwise(self._in_order()):
            QWidget.setTabOrder(before, after)
        self._keep.setVisible(bool(nothing.question) and not is_kept)
        self.set_state(self.tr("This question is kept for the trainer.") if is_kept else "", is_kept=is_kept)
        self.verticalScrollBar().setValue(0)

    def set_state(self, words: str, *, is_kept: bool) -> None:
        """Say what became of keeping the question."""
        has_keyboard = self._keep.hasFocus()
        self._state.setText(words)
        self._state.setVisible(bool(words))
        self._kept.setVisible(is_kept)
        if is_kept:
            self._keep.hide()
            if has_keyboard:
                self._kept.setFocus(Qt.FocusReason.OtherFocusReason)

    def enter(self) -> None:
        """Put the keyboard to the first thing that is offered."""
        first = next((part for part in self._in_order() if part.isVisible()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _in_order(self) -> list[QPushButton]:
        """All that can be chosen, as the eye goes."""
        near = [self._near.itemAt(place) for place in range(self._near.count())]
        parts = [item.widget() for item in near if item is not None]
        links = [part for part in parts if isinstance(part, QPushButton)]
        return [*self._offers.buttons(), self._show_all, *links, self._keep, self._kept]

    def words(self) -> str:
        """All that is said, for a screen reader."""
        return " ".join(label.text() for label in (self._words, self._state) if label.text())

    def _search_for(self, words: str) -> str:
        return self.tr("Search for {words}").format(words=words)

    def _fill_near(self) -> None:
        while (item := self._near.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        left = Qt.AlignmentFlag.AlignLeft
        if self._nothing.topics:
            self._near.addWidget(self._label("heading", self.tr("Nearest topics")))
        for address, title in self._nothing.topics:
            link = self._button(title, "link")
            link.setProperty("address", address)
            link.clicked.connect(self._on_topic)
            self._near.addWidget(link, 0, left)
        if self._nothing.topics and self._nothing.terms:
            self._near.addSpacing(8)
        if self._nothing.terms:
            self._near.addWidget(self._label("heading", self.tr("Words in the glossary")))
        for word, meaning in self._nothing.terms:
            link = self._button(word, "link")
            link.setProperty("query", word)
            link.setAccessibleName(self._search_for(word))
            link.setAccessibleDescription(meaning)
            link.clicked.connect(self._on_term)
            self._near.addWidget(link, 0, left)
            self._near.addWidget(self._label("under", meaning))

    @Slot()
    def _on_topic(self) -> None:
        self.address_chosen.emit(str(self.sender().property("address")))

    @Slot()
    def _on_term(self) -> None:
        self.query_chosen.emit(str(self.sender().property("query")))

    @Slot()
    def _on_keep(self) -> None:
        self.keep_wanted.emit(self._nothing.question)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
