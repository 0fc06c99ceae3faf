"""What the reader's own things do as a whole: shown, kept, brought back, forgotten."""

from functools import cached_property
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QObject, Slot

from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.identifiers import OwnAddress, OwnPart, parse_address
from crmo_desktop.domain.own_things import Thing
from crmo_desktop.gui.desk import Desk
from crmo_desktop.gui.undo import undo_typing

if TYPE_CHECKING:
    from crmo_desktop.gui.dialogs.forget import ForgetDialog
    from crmo_desktop.gui.own_signal import OwnSignal
    from crmo_desktop.gui.pages.own_editing import NameWanted
    from crmo_desktop.gui.pages.own_things import OwnThingsPage
    from crmo_desktop.gui.things_out import ThingsOut
    from crmo_desktop.gui.widgets.status import StatusLine
    from crmo_desktop.services.journal import ReadVisit


class Searching(Protocol):
    """What searching shows of the reader's own."""

    def offer_recent(self) -> None:
        """Tell wherever recent searches are offered which there are."""


class Frame(Protocol):
    """What of the window these commands need beside the desk."""

    status: "StatusLine"

    @property
    def searching(self) -> "Searching":
        """What fields, keys and results of searching do."""

    @property
    def own_signal(self) -> "OwnSignal":
        """Tells of changes."""

    def focus_page(self) -> None:
        """Put the keyboard into what is shown."""


class ThingCommands(QObject):
    """What the reader's own things do as a whole: shown, kept, brought back, forgotten.

    Attributes:
        no_history: why there is no history on this computer; "" where there is.
    """

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._frame = cast("Frame", desk.window)
        self.no_history = ""

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
        page.listing.no_history = self.no_history
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

    @cached_property
    def out(self) -> "ThingsOut":
        """Things as files."""
        from crmo_desktop.gui.things_out import ThingsOut

        out = ThingsOut(self._desk)
        out.imported.connect(self._on_much_changed)
        return out

    def export_things(self) -> None:
        """Ask where everything is to be written."""
        self.out.ask_export()

    def import_things(self) -> None:
        """Ask for a file of things to bring together with those here."""
        self.out.ask_import()

    @Slot()
    def _on_much_changed(self) -> None:
        """Not only things are others, but searches, too."""
        self._frame.own_signal.changed.emit()
        self._frame.searching.offer_recent()
        if self._desk.stack.is_home():
            self._desk.navigator.show_home()

    def backups(self) -> None:
        """Show the backups of all this, to look into and to put back."""
        self._desk.dialogs.own_file.show_backups()

    # --- forgetting

    def forget_history(self) -> None:
        """Ask whether the history is to be forgotten."""
        from crmo_desktop.gui.dialogs.forget import ForgetHistoryDialog

        desk, own = self._desk, self._desk.services.own
        self._ask(
            ForgetHistoryDialog(
                own.forget_history, desk.appearance.look, desk.window, has_backups=bool(self._backups())
            )
        )

    def forget_everything(self) -> None:
        """Ask, twice, whether all that the reader has made and read is to be forgotten."""
        from crmo_desktop.gui.dialogs.forget import ForgetEverythingDialog, Made

        desk, own = self._desk, self._desk.services.own
        sessions, slide_notes, polls, rounds = own.counts()
        made = Made(
            things=len(own.things.all()),
            folders=len(own.things.folders()),
            finished=len(own.things.finished()),
            questions=len(desk.services.kept_questions().all()),
            handouts=len(own.handouts.all()),
            backups=self._backups(),
            sessions=sessions,
            slide_notes=slide_notes,
            polls=polls,
            quiz_rounds=rounds,
        )
        dialog = ForgetEverythingDialog(made, own.forget_everything, desk.appearance.look, desk.window)
        dialog.export_wanted.connect(desk.table["export_things"].trigger)
        self._ask(dialog)

    def _ask(self, dialog: "ForgetDialog") -> None:
        dialog.forgotten.connect(self._on_forgotten)
        self._desk.dialogs.open(dialog)

    def _backups(self) -> int:
        """How many backups there are."""
        return len(self._desk.services.own.backups.all())

    @Slot()
    def _on_forgotten(self) -> None:
        """Nothing of it comes back, and nothing tells of it."""
        desk = self._desk
        desk.undo().forget()
        desk.navigator.trail.forget_others()
        self._on_much_changed()
        desk.say(self.tr("Forgotten"))
