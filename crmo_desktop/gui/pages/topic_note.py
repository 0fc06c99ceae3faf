"""The note on a topic while its card is open: kept as it is written, gone once it is left empty."""

from PySide6.QtCore import QObject, Signal, Slot

from crmo_desktop.domain.own_things import Removed, Spot, Thing
from crmo_desktop.gui.widgets.mark_card import MarkCard
from crmo_desktop.services.own_things import OwnThings


class TopicNote(QObject):
    """One card, one note. A field emptied on the way to other words deletes nothing; left empty it does."""

    wrote = Signal()
    removed = Signal(object)  # a Removed, which brings it back

    def __init__(self, card: MarkCard, things: OwnThings, spot: Spot, kept: Thing | None) -> None:
        """Keep what is written on `card` as the note on `spot`, in place of the one `kept` there, if any."""
        super().__init__(card)
        self._card, self._things, self._spot, self._kept = card, things, spot, kept
        card.words_changed.connect(self._on_words)
        card.left.connect(self._on_left)

    def empty(self) -> None:
        """Empty the field; leaving the card then deletes the note."""
        self._card.tell()
        self._card.note.field.clear()

    @Slot(str)
    def _on_words(self, words: str) -> None:
        if not words:
            return
        if self._kept is None:
            self._kept = self._things.note(self._spot, words)
        else:
            if self._things.get(self._kept.id) is None:  # deleted elsewhere: who writes on wants to keep it
                self._things.restore(Removed(things=(self._kept,)))
            self._things.write(self._kept.id, words)
        self.wrote.emit()

    @Slot()
    def _on_left(self) -> None:
        if self._kept is not None and not self._card.words():
            self.removed.emit(self._things.delete([self._kept.id]))
            self._kept = None
