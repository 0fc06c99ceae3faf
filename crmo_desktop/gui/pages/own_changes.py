"""What is done with the reader's own things: each change is told, each deletion can be had back."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from crmo_desktop.domain.own_things import Colour, Folder, FolderId, Removed, Thing, ThingId
from crmo_desktop.gui.pages.own_words import ThingWords, shortened
from crmo_desktop.services.journal import Journal, ReadVisit
from crmo_desktop.services.own_things import OwnThings


class OwnChanges(QObject):
    """Changes things, folders and history."""

    changed = Signal()
    deleted = Signal(str, object)  # what, in words; what has it back when called

    def __init__(
        self, things: OwnThings, history: Journal, words: ThingWords, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._things, self._history, self._words = things, history, words

    def delete(self, things: Sequence[Thing]) -> None:
        """Delete things."""
        removed = self._things.delete([thing.id for thing in things])
        self._tell(self._words.deleted(tuple(things)), partial(self._things.restore, removed))

    def delete_visits(self, visits: Sequence[ReadVisit]) -> None:
        """Delete visits."""
        deleted = self._history.delete(visits)
        words = self._words.deleted_visits([visit.title for visit in visits])
        self._tell(words, partial(self._history.restore, deleted))

    def delete_folder(self, folder: Folder) -> None:
        """Delete a folder; what lies in it stays."""
        removed: Removed = self._things.delete_folder(folder.id)
        words = self.tr("Folder “{name}” deleted; what lay in it is kept")
        self._tell(words.format(name=shortened(folder.name)), partial(self._things.restore, removed))

    def _tell(self, words: str, bring_back: Callable[[], object]) -> None:
        self.changed.emit()
        self.deleted.emit(words, partial(self._have_back, bring_back))

    def _have_back(self, bring_back: Callable[[], object]) -> None:
        bring_back()
        self.changed.emit()

    def lay(self, ids: Sequence[ThingId], folder: FolderId | None) -> None:
        """Lay things into a folder; None takes them out of any."""
        self._things.lay(ids, folder)
        self.changed.emit()

    def colour(self, id: ThingId, colour: int) -> None:
        """Give a highlight another colour, 1 to 4."""
        self._things.colour(id, Colour(colour))
        self.changed.emit()

    def write(self, id: ThingId, words: str) -> None:
        """Have `words` stand at a thing."""
        self._things.write(id, words)
        self.changed.emit()

    def new_folder(self, name: str) -> Folder:
        """The folder called `name`, made if there is none.

        Raises:
            ValueError: `name` is empty.
        """
        folder = self._things.add_folder(name)
        self.changed.emit()
        return folder

    def rename(self, folder: FolderId, name: str) -> bool:
        """Call a folder `name`; false, and nothing done, where another is called so.

        Raises:
            ValueError: `name` is empty.
        """
        is_done = self._things.rename_folder(folder, name)
        self.changed.emit()
        return is_done
