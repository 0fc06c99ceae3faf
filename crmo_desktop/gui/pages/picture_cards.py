"""The cards of a picture's sources: what it takes from each."""

from PySide6.QtCore import QObject, QPoint, QRect, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from crmo_desktop.domain.page import Citation
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.pages.card_words import CardWords
from crmo_desktop.gui.pages.open_card import OpenCard
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.card import Card


class PictureCards(QObject):
    """Opens the card of a source beside the link that was pressed."""

    said = Signal(str)  # what was done
    outside_wanted = Signal(str)  # a https:// address

    def __init__(self, page: QWidget, icons: IconShelf) -> None:
        super().__init__(page)
        self._words = CardWords(self)
        self._place = _Place(page)
        self._cards = OpenCard(page, self._place, icons)
        self._cards.action_chosen.connect(self._on_action)
        self._citation: Citation | None = None

    def open(self, citation: Citation, link: QWidget, look: Look) -> None:
        """Show what the picture takes from one source; the keyboard comes back to `link`."""
        self._citation = citation
        self._place.link = link
        place = QRect(link.mapToGlobal(QPoint(0, 0)), link.size())
        self._cards.open(self._words.citation((citation,)), place, look)

    @Slot()
    def close(self) -> None:
        """Close the card, if one is open."""
        self._cards.close()

    def card(self) -> Card | None:
        """The card that is open."""
        return self._cards.card()

    @Slot(str)
    def _on_action(self, name: str) -> None:
        if self._citation is None:
            return
        source = self._citation.source
        if name == "copy":
            QGuiApplication.clipboard().setText(source.reference)
            self.said.emit(self.tr("Citation copied"))
        elif name == "address" and source.address:
            self.outside_wanted.emit(source.address)


class _Place:
    """The page as what cards stand beside: as wide as it is."""

    def __init__(self, page: QWidget) -> None:
        self._page = page
        self.link = page  # that was pressed

    def viewport(self) -> QWidget:
        return self._page

    def column_width(self) -> float:
        return float(self._page.width())

    def setFocus(self, reason: Qt.FocusReason, /) -> None:
        self.link.setFocus(reason)
