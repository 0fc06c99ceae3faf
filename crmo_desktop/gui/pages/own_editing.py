"""What is done with the rows chosen: shown in full, written to, coloured, laid into folders, deleted."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QGuiApplication

from crmo_desktop.domain.own_things import Folder, FolderId, Thing
from crmo_desktop.gui.announcing import announce
from crmo_desktop.gui.errors import words_of
from crmo_desktop.gui.pages.own_changes import OwnChanges
from crmo_desktop.gui.pages.own_listing import OwnListing, OwnSources
from crmo_desktop.gui.pages.own_table import OwnTable
from crmo_desktop.gui.pages.own_words import Day
from crmo_desktop.gui.widgets.own_detail import NEW_FOLDER, Detail, OwnDetail
from crmo_desktop.services.journal import ReadVisit


class NameWanted(NamedTuple):
    """A folder is to get a name.

    Attributes:
        name: as it is called now; "" for one to be made.
        take: called with the new name; false where another folder is called so.
    """

    name: str
    take: Callable[[str], bool]


class OwnEditing(QObject):
    """Brings the rows chosen into the detail, and what is done there to the things.

    Attributes:
        changes: what is done with things.
    """

    opened = Signal(object)  # a Thing or a ReadVisit: its page is wanted
    said = Signal(str)  # something that was done
    name_wanted = Signal(object)  # a NameWanted

    def __init__(
        self, sources: OwnSources, listing: OwnListing, table: OwnTable, detail: OwnDetail, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._things, self._listing, self._table, self._detail = sources.things, listing, table, detail
        self.changes = OwnChanges(sources.things, sources.history, listing.words, self)
        self._open: list[Thing | ReadVisit] = []  # what the detail shows
        self._told_kept = ""  # of which thing it was said last that it is kept
        table.chosen.connect(self.show_detail)
        table.opened.connect(self.open)
        table.delete_wanted.connect(self.delete)
        detail.open_wanted.connect(self.open)
        detail.copy_wanted.connect(self.copy)
        detail.delete_wanted.connect(self.delete)
        detail.colour_chosen.connect(self._on_colour)
        detail.folder_chosen.connect(self._on_lay)
        detail.note.written.connect(self._on_written)
        detail.note.retry_wanted.connect(self._on_retry)

    # --- shown in full

    @Slot()
    def show_detail(self) -> None:
        """Show in full what is chosen."""
        chosen = [row for row in self._table.selected() if not isinstance(row, Day)]
        self._detail.note.finish()  # for the thing that it belongs to
        self._open = list(chosen)
        self._detail.set_detail(self._detail_of(chosen))

    def _detail_of(self, chosen: Sequence[Thing | ReadVisit]) -> Detail | None:
        if not chosen:
            return None
        things = [row for row in chosen if isinstance(row, Thing)]
        folders = [(str(folder.id), folder.name) for folder in self._listing.view.folders]
        if len(chosen) > 1:
            words = self._listing.words.chosen_number(len(chosen), visits=not things)
            within = {thing.folder for thing in things}
            alike = next(iter(within)) if len(within) == 1 else None
            folder = str(alike or "") if things else None
            return Detail(place="", state=words, folder=folder, folders=folders, can_open=False)
        row = chosen[0]
        if isinstance(row, Thing):
            return self._detail_of_thing(row, folders)
        return Detail(place=row.title, state=self._listing.words.read_on(row.when, row.audience))

    def _detail_of_thing(self, thing: Thing, folders: list[tuple[str, str]]) -> Detail:
        around = self._listing.places.surroundings(thing)
        parts = (around.chapter, thing.spot.title, thing.spot.section_title)
        return Detail(
            place=" › ".join(part for part in parts if part),
            state=self._listing.words.standing(around.standing, thing),
            before=around.before,
            quote=around.words,
            after=around.after,
            colour=int(thing.colour or 0),
            words=thing.words,
            folder=str(thing.folder or ""),
            folders=folders,
            can_open=self._listing.places.has_page(thing.spot),
        )

    def forget(self) -> None:
        """Show nothing in full; what is typed there is not kept."""
        self._open = []
        self._detail.set_detail(None)

    # --- done

    @Slot()
    def open(self) -> None:
        """Open the page of the row that the keyboard is on."""
        here = self._table.current()
        if here is not None and not isinstance(here, Day):
            self._detail.note.finish()
            self.opened.emit(here)

    @Slot()
    def delete(self) -> None:
        """Delete what is chosen."""
        self._detail.note.finish()
        chosen = self._table.selected()
        things = [row for row in chosen if isinstance(row, Thing)]
        visits = [row for row in chosen if not isinstance(row, (Thing, Day))]
        if things:
            self.changes.delete(things)
        elif visits:
            self.changes.delete_visits(visits)

    @Slot()
    def copy(self) -> None:
        """Copy what is chosen as plain text, with where it is from."""
        words = self._listing.words
        texts = [
            words.copied(row) if isinstance(row, Thing) else words.copied_visit(row) for row in self._open
        ]
        if not texts:
            return
        QGuiApplication.clipboard().setText("\n".join(texts))
        self.said.emit(self.tr("Copied"))

    @Slot(int)
    def _on_colour(self, colour: int) -> None:
        for row in self._open:
            if isinstance(row, Thing):
                self.changes.colour(row.id, colour)

    @Slot(str)
    def _on_lay(self, folder: str) -> None:
        if folder == NEW_FOLDER:
            self.name_wanted.emit(NameWanted("", self._lay_into_new))
        else:
            self._lay(FolderId(int(folder)) if folder else None)

    def _lay_into_new(self, name: str) -> bool:
        self._lay(self.changes.new_folder(name).id)
        return True

    def _lay(self, folder: FolderId | None) -> None:
        self.changes.lay([row.id for row in self._open if isinstance(row, Thing)], folder)
        name = self._listing.view.names.get(folder, "") if folder is not None else ""
        self.said.emit(
            self.tr("Now in the folder “{name}”").format(name=name) if name else self.tr("In no folder now")
        )

    @Slot(str)
    def _on_written(self, words: str) -> None:
        if len(self._open) == 1 and isinstance(self._open[0], Thing):
            self.changes.write(self._open[0].id, words)
            self._tell_kept()

    def _tell_kept(self) -> None:
        trouble, note = self._things.trouble(), self._detail.note
        words = self.tr("Saved") if trouble is None else " ".join(words_of(trouble))
        here = next((row.uid for row in self._open if isinstance(row, Thing)), "")
        if trouble is not None or here != self._told_kept:  # once for each thing is enough
            announce(note.field, words)
            self._told_kept = here
        note.set_kept(kept=trouble is None, words=words)

    @Slot()
    def _on_retry(self) -> None:
        self._on_written(self._detail.note.words())

    # --- folders

    def new_folder(self) -> None:
        """Ask for the name of a new folder."""
        self.name_wanted.emit(NameWanted("", self._make_folder))

    def _make_folder(self, name: str) -> bool:
        self.changes.new_folder(name)
        self.said.emit(self.tr("Folder “{name}” made").format(name=name))
        return True

    def rename(self, folder: Folder) -> None:
        """Ask for a new name of a folder."""

        def take(name: str) -> bool:
            return self.changes.rename(folder.id, name)

        self.name_wanted.emit(NameWanted(folder.name, take))
