"""What the reader's own things do as a whole: shown, kept, brought back, forgotten."""

from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QObject, Slot

from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.identifiers import OwnAddress, OwnPart, parse_address
from crmo_desktop.domain.own_things import Thing
from crmo_desktop.gui.desk import Desk
from crmo_desktop.gui.undo import undo_typing

if TYPE_CHECKING:
    from crmo_desktop.gui.own_signal import OwnSignal
    from crmo_desktop.gui.pages.own_editing import NameWanted
    from crmo_desktop.gui.pages.own_things import OwnThingsPage
    from crmo_desktop.gui.widgets.status import StatusLine
    from crmo_desktop.services.journal import ReadVisit


class Frame(Protocol):
    """What of the window these commands need beside the desk."""

    status: "StatusLine"

    @property
    def own_signal(self) -> "OwnSignal":
        """Tells of changes."""

    def focus_page(self) -> None:
        """Put the keyboard into what is shown."""


class ThingCommands(QObject):
    """What the reader's own things do as a whole: shown, kept, brought back, forgotten."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._frame = cast("Frame", desk.window)

    def undo(self) -> None:
        """Have back what was deleted last; in a field, what was typed."""
        if not undo_typing():
            self._desk.undo().take_back()

    # --- the page

    def my_things(self) -> None:
        """Show everything that the reader has made."""
        self._show(OwnPart.EVERYTHING)

    def history(self) -> None:
        """Show what the reader has read."""
        self._show(OwnPart.HISTORY)

    def _show(self, part: OwnPart) -> None:
        self._desk.navigator.go(OwnAddress(part))
        self._desk.stack.mine.enter()

    def connect_page(self, page: "OwnThingsPage") -> None:
        """Have the page do what it says."""
        desk, editing, signal = self._desk, page.editing, self._frame.own_signal
        page.said.connect(desk.say)
        page.side_wanted.connect(desk.table["left_pane"].trigger)
        page.settings_wanted.connect(desk.table["settings"].trigger)
        page.forget_wanted.connect(desk.table["forget_history"].trigger)
        page.export_wanted.connect(desk.table["export_things"].trigger)
        page.backups_wanted.connect(desk.table["backups"].trigger)
        page.shown_changed.connect(self._on_shown_changed)
        page.side.list_wanted.connect(self._on_chosen)
        editing.said.connect(desk.say)
        editing.opened.connect(self.open)
        editing.name_wanted.connect(self._on_name_wanted)
        editing.changes.changed.connect(signal.changed)
        editing.changes.deleted.connect(desk.undo().offer)
        signal.changed.connect(page.refresh)

    @Slot()
    def _on_shown_changed(self) -> None:
        """Another part is shown, or there are more things: title and status line tell."""
        desk, page = self._desk, self._desk.stack.mine
        if not desk.stack.is_mine():
            return
        desk.navigator.trail.note(title=page.title())
        desk.window.setWindowTitle(self.tr("{title} – CRMO Desktop").format(title=page.title()))
        self._frame.status.set_page(page.status())

    @Slot()
    def _on_chosen(self) -> None:
        """Enter in the choice: on to the list, from which a drawer goes away."""
        page = self._desk.stack.mine
        if not page.has_side_beside():
            self._desk.table["left_pane"].trigger()
        page.enter()

    @Slot(object)
    def open(self, row: "Thing | ReadVisit") -> None:
        """Open the page that a thing or a visit is of, at its place."""
        if isinstance(row, Thing):
            text, audience = row.spot.address, row.spot.audience
        else:
            text, audience = row.address, row.audience
        try:
            address = parse_address(text)
        except UserError as error:
            self._desk.show_error(error)
            return
        self._desk.navigator.choose_from_home(address, audience)
        if self._desk.stack.is_mine():
            return  # there is no such page, and why has been told
        if isinstance(row, Thing):
            self._show_quote(row)
        self._frame.focus_page()

    def _show_quote(self, thing: Thing) -> None:
        """Scroll to the words that a highlight is on."""
        stack = self._desk.stack
        if thing.quote is None or not stack.is_reading():
            return
        from crmo_desktop.gui.quotable import Quotable

        reader = stack.reader
        found = Quotable(reader.view.contents()).find(thing.quote, thing.spot.section)
        if found is None and reader.easy.applies():
            reader.open_whole()
            found = Quotable(reader.view.contents()).find(thing.quote, thing.spot.section)
        if found is not None:
            reader.view.show_range(*found)

    @Slot(object)
    def _on_name_wanted(self, wanted: "NameWanted") -> None:
        from crmo_desktop.gui.dialogs.folder_name import FolderNameDialog

        desk = self._desk
        desk.dialogs.open(FolderNameDialog(wanted.name, wanted.take, desk.appearance.look, desk.window))

    # --- in and out

    def export_things(self) -> None:
        """To be written."""
        raise NotImplementedError

    def import_things(self) -> None:
        """To be written."""
        raise NotImplementedError

    def backups(self) -> None:
        """Show the backups of all this, to look into and to put back."""
        self._desk.dialogs.own_file.show_backups()

    def forget_history(self) -> None:
        """To be written."""
        raise NotImplementedError

    def forget_everything(self) -> None:
        """To be written."""
        raise NotImplementedError
