"""What the reader makes: bookmarks, highlights, notes, folders, finished topics."""

import uuid
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from crmo_desktop.domain.own_things import (
    LONGEST_NAME,
    Colour,
    Folder,
    FolderId,
    Kind,
    Quote,
    Removed,
    Spot,
    Thing,
    ThingId,
)
from crmo_desktop.store.own_things import OwnThingRepository

if TYPE_CHECKING:
    from crmo_desktop.domain.errors import UserError


class OwnThings:
    """The reader's own things; each change stands in the file when its method returns."""

    def __init__(
        self,
        things: OwnThingRepository,
        *,
        now: Callable[[], datetime],
        edition: str,
        trouble: "Callable[[], UserError | None]",
    ) -> None:
        """Wrap the repository.

        Args:
            things: where they are kept.
            now: gives the time with its zone.
            edition: date of the edition that is read, as YYYY-MM-DD.
            trouble: what is wrong with the reader's file now; None when all is well.
        """
        self._things, self._now, self._edition = things, now, edition
        self.trouble = trouble
        self._seen: tuple[int, int] | None = None

    # --- things

    def all(self) -> tuple[Thing, ...]:
        """Every thing, the latest made first."""
        return self._things.all()

    def on_page(self, page: str) -> tuple[Thing, ...]:
        """The things on a page, which is an address without its section, the first made first."""
        return self._things.on_page(page)

    def get(self, id: ThingId) -> Thing | None:
        """The thing of this number; None if it is there no longer."""
        return self._things.get(id)

    def bookmark_at(self, page: str, section: str | None) -> Thing | None:
        """The bookmark of a page, or of a section of it; None if there is none."""
        return next(
            (
                thing
                for thing in self.on_page(page)
                if thing.kind is Kind.BOOKMARK and thing.spot.section == section
            ),
            None,
        )

    def bookmark(self, spot: Spot) -> Thing:
        """Bookmark `spot`; a place that is bookmarked already keeps its bookmark."""
        return self.bookmark_at(spot.page, spot.section) or self._add(Kind.BOOKMARK, spot)

    def highlight(self, spot: Spot, quote: Quote, colour: Colour, words: str = "") -> Thing:
        """Highlight `quote` at `spot`, with the reader's own `words` beside it."""
        return self._add(Kind.HIGHLIGHT, spot, quote=quote, colour=colour, words=words)

    def note(self, spot: Spot, words: str) -> Thing:
        """Keep `words` about `spot`."""
        return self._add(Kind.NOTE, spot, words=words)

    def write(self, id: ThingId, words: str) -> None:
        """Have `words` stand at a thing in place of those before."""
        self._things.set_words(id, words, self._now())

    def colour(self, id: ThingId, colour: Colour) -> None:
        """Give a highlight another colour."""
        self._things.set_colour(id, colour, self._now())

    def lay(self, ids: Iterable[ThingId], folder: FolderId | None) -> None:
        """Lay things into a folder; None takes them out of any."""
        self._things.lay(ids, folder, self._now())

    def delete(self, ids: Iterable[ThingId]) -> Removed:
        """Keep these no longer; what is returned brings them back."""
        found = tuple(thing for thing in (self.get(id) for id in ids) if thing is not None)
        self._things.delete(found)
        return Removed(things=found)

    def restore(self, removed: Removed) -> None:
        """Bring back what was deleted, as it was."""
        self._things.restore(removed)

    # --- folders

    def folders(self) -> tuple[Folder, ...]:
        """Every folder, by name."""
        return self._things.folders()

    def add_folder(self, name: str) -> Folder:
        """The folder called `name`, made if there is none.

        Raises:
            ValueError: `name` is empty.
        """
        return self._things.add_folder(str(uuid.uuid4()), _checked(name))

    def rename_folder(self, id: FolderId, name: str) -> bool:
        """Call a folder `name`; false, and nothing done, if another is called so.

        Raises:
            ValueError: `name` is empty.
        """
        return self._things.rename_folder(id, _checked(name))

    def delete_folder(self, id: FolderId) -> Removed:
        """Have the folder no longer, while what lay in it stays; what is returned undoes it."""
        folders = tuple(folder for folder in self.folders() if folder.id == id)
        within = tuple((thing.id, id) for thing in self.all() if thing.folder == id)
        self._things.delete_folder(id)
        return Removed(folders=folders, emptied=within)

    # --- finished topics

    def finished(self) -> frozenset[str]:
        """Ids of the topics that the reader is done with."""
        return self._things.finished()

    def set_finished(self, topic: str, *, is_finished: bool) -> None:
        """Tell whether the reader is done with `topic`."""
        if is_finished:
            self._things.finish(topic, self._now())
        else:
            self._things.unfinish(topic)

    # --- the file

    def changed_elsewhere(self) -> bool:
        """Whether another window has written since this was last asked; true when first asked."""
        stamp = self._things.stamp()
        changed = stamp != self._seen
        self._seen = stamp
        return changed

    def _add(
        self,
        kind: Kind,
        spot: Spot,
        *,
        quote: Quote | None = None,
        colour: Colour | None = None,
        words: str = "",
    ) -> Thing:
        now = self._now()
        thing = Thing(
            id=ThingId(0),
            uid=str(uuid.uuid4()),
            kind=kind,
            spot=spot,
            folder=None,
            colour=colour,
            quote=quote,
            words=words,
            edition=self._edition,
            made=now,
            changed=now,
        )
        return self._things.add(thing)


def _checked(name: str) -> str:
    name = " ".join(name.split())[:LONGEST_NAME]
    if not name:
        raise ValueError("a folder without a name")
    return name
