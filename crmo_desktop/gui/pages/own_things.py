"""My notes and marks, and the history: what the reader has made and read, to look through and to change."""

from dataclasses import replace
from typing import Final, NamedTuple

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from crmo_desktop.domain.identifiers import OwnAddress, OwnPart
from crmo_desktop.domain.own_things import Colour, Folder, FolderId, Thing
from crmo_desktop.domain.publication import Publication
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.mirroring import margins
from crmo_desktop.gui.pages.own_editing import OwnEditing
from crmo_desktop.gui.pages.own_listing import OwnListing, OwnSources
from crmo_desktop.gui.pages.own_table import OwnTable, key_of
from crmo_desktop.gui.theme import Look
from crmo_desktop.gui.widgets.flow_row import FlowRow
from crmo_desktop.gui.widgets.own_detail import OwnDetail
from crmo_desktop.gui.widgets.own_head import OwnHead
from crmo_desktop.gui.widgets.own_pane import OwnPane
from crmo_desktop.services.own_view import Order, Wanted

_DETAIL_FROM: Final = 820  # pixels of this page at 100% from which the detail has room beside the list
_WITH_COLOUR: Final = (OwnPart.EVERYTHING, OwnPart.HIGHLIGHTS)


class Seen(NamedTuple):
    """How the page was left, to be found again."""

    wanted: Wanted
    key: object


class OwnThingsPage(QWidget):
    """List in the middle, choice at the left, one thing in full at the right, or in the list's place.

    Attributes:
        side: stands beside the page, wherever the window has room for it.
        middle: what is in the middle of the window.
        detail: what is chosen, in full.
        editing: what is done with it.
    """

    said = Signal(str)  # what a choice has left
    side_wanted = Signal()  # the pane, where it is not beside
    settings_wanted = Signal()
    forget_wanted = Signal()  # the history
    export_wanted = Signal()
    backups_wanted = Signal()
    shown_changed = Signal()  # another part is shown, or there are more things or fewer

    def __init__(
        self, sources: OwnSources, icons: IconShelf, look: Look, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.listing = OwnListing(sources, self)
        self._wanted, self._status = Wanted(), ""
        self._is_stale, self._is_over, self._has_side_beside = True, False, True
        self.side = OwnPane(look, icons, self)
        self.side.hide()
        self.middle = QWidget(self)
        words = self.listing.words
        self._head = OwnHead({order.value: words.order(order) for order in Order}, icons, self.middle)
        self._table = OwnTable(self.listing.row, self.listing.look_up, look, icons, self.middle)
        self._foot = QWidget(self.middle)
        self._summary = QLabel(self._foot)
        self._summary.setProperty("kind", "muted")
        self._to_detail = self._link(self.tr("Details"))
        self._forget = self._link(self.tr("Forget the history…"))
        self._export, self._restore = self._link(self.tr("Export…")), self._link(self.tr("Restore…"))
        self.detail = OwnDetail(look, icons, self)
        self.editing = OwnEditing(sources, self.listing, self._table, self.detail, self)
        self._lay_out()
        self._connect()

    def _link(self, words: str) -> QPushButton:
        link = QPushButton(words, self._foot)
        link.setProperty("kind", "link")
        return link

    def _lay_out(self) -> None:
        foot = FlowRow(self._foot, gap=12)
        for part in (self._summary, self._to_detail, self._forget, self._export, self._restore):
            foot.addWidget(part)
        found = QVBoxLayout(self.middle)
        found.setContentsMargins(*margins(12, 14, 12, 4))
        found.setSpacing(8)
        head = QHBoxLayout()
        head.setContentsMargins(*margins(6, 0, 6, 0))
        head.addWidget(self._head)
        found.addLayout(head)
        found.addWidget(self._table, 1)
        below = QHBoxLayout()
        below.setContentsMargins(*margins(8, 0, 8, 0))
        below.addWidget(self._foot)
        found.addLayout(below)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.middle, 62)
        layout.addWidget(self.detail, 46)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFocusProxy(self._table.list)

    def _connect(self) -> None:
        self._head.words_changed.connect(self._on_words)
        self._head.order_chosen.connect(self._on_order)
        self._head.list_wanted.connect(self.enter)
        self._head.side_wanted.connect(self.side_wanted)
        self._table.typing_wanted.connect(self._head.field.setFocus)
        self._table.link_wanted.connect(self._on_link)
        self._to_detail.clicked.connect(self.look_beside)
        self._forget.clicked.connect(self.forget_wanted)
        self._export.clicked.connect(self.export_wanted)
        self._restore.clicked.connect(self.backups_wanted)
        self.detail.left.connect(self._on_detail_left)
        side = self.side
        side.part_chosen.connect(self._on_part)
        side.folder_chosen.connect(self._on_folder)
        side.colour_chosen.connect(self._on_colour)
        side.everything_wanted.connect(self.show_everything)
        side.new_folder_wanted.connect(self.editing.new_folder)
        side.rename_wanted.connect(self._on_rename)
        side.delete_wanted.connect(self._on_delete_folder)

    # --- what is shown

    def show_part(self, part: OwnPart, seen: object = None) -> None:
        """Show a part of the things from its beginning, or all as it was `seen` when it was left."""
        self._is_over = False
        order = self._wanted.order
        self._wanted = seen.wanted if isinstance(seen, Seen) else Wanted(part=part, order=order)
        self._read()
        self._show(stays=False)
        if isinstance(seen, Seen):
            self._table.choose(seen.key)

    def seen(self) -> Seen:
        """How it is shown now."""
        here = self._table.current()
        return Seen(self._wanted, None if here is None else key_of(here))

    def address(self) -> OwnAddress:
        """The address of what is shown."""
        return OwnAddress(self._wanted.part)

    def title(self) -> str:
        """What is shown, for the window's title."""
        return self.listing.words.title(self._wanted.part)

    def publication(self) -> Publication | None:
        """What is listed, as it is printed; None where nothing is."""
        self.detail.note.finish()
        self._read()
        return self.listing.publication(self._wanted)

    def wanted(self) -> Wanted:
        """What is shown of the things."""
        return self._wanted

    def summary(self) -> str:
        """How many rows there are, or why there is none; for screen readers."""
        nothing = self.listing.nothing(self._wanted)[0] if self._table.is_empty() else ""
        return nothing or self._summary.text()

    def status(self) -> str:
        """How many things there are, for the status line."""
        return self._status

    def show_thing(self, thing: Thing) -> None:
        """Choose `thing`, whatever has to be shown for that."""
        self.show_part(OwnPart.EVERYTHING)
        self._table.choose(thing.uid)

    @Slot()
    def refresh(self) -> None:
        """Something has changed: show it, and leave the reader where that was."""
        if self.isVisible():
            self.detail.note.finish()
            self._read()
            self._show(stays=True)
        else:
            self._is_stale = True

    def forget(self) -> None:
        """Another reader comes: nothing is typed, chosen or narrowed."""
        self.editing.forget()
        self.listing.forget()
        self._wanted = Wanted()
        self.show_part(OwnPart.EVERYTHING)

    def _read(self) -> None:
        self.listing.read()
        if self._wanted.folder is not None and self._wanted.folder not in self.listing.names():
            self._wanted = Wanted(order=self._wanted.order)
        self._is_stale = False

    def _show(self, *, stays: bool) -> None:
        wanted, listing = self._wanted, self.listing
        is_history = wanted.part is OwnPart.HISTORY
        rows = listing.rows(wanted)
        chosen = listing.words.chosen(wanted, listing.names())
        self._table.set_sources(rows, stays=stays)
        self._table.set_name(chosen)
        self._table.show_nothing(*(listing.nothing(wanted) if not rows else ("", "")))
        self._summary.setText(listing.summary(rows, wanted) if rows else "")
        self._status = listing.status(rows, wanted)
        name = self.tr("Search the history") if is_history else self.tr("Search my notes and marks")
        self._head.set_shown(name, wanted.words, "" if is_history else wanted.order.value, chosen)
        self._forget.setVisible(is_history and bool(rows))
        self._export.setVisible(not is_history and bool(listing.view.things))
        self._restore.setVisible(not is_history and not listing.is_shared)
        self.side.set_shown(listing.choice(wanted))
        self._place_detail()
        self.shown_changed.emit()

    def set_look(self, look: Look) -> None:
        """Draw with another look."""
        self._look = look
        for part in (self.side, self._head, self._table, self.detail):
            part.set_look(look)
        self._place_detail()

    # --- what is wanted

    def _want(self, wanted: Wanted) -> None:
        if wanted != self._wanted:
            self._wanted = wanted
            self._show(stays=False)
            self.said.emit(self.summary())

    @Slot(str)
    def _on_words(self, words: str) -> None:
        self._want(replace(self._wanted, words=words))

    @Slot(str)
    def _on_order(self, order: str) -> None:
        self._want(replace(self._wanted, order=Order(order)))

    @Slot(str)
    def _on_part(self, part: str) -> None:
        chosen = OwnPart(part)
        colour = self._wanted.colour if chosen in _WITH_COLOUR else None
        self._want(replace(self._wanted, part=chosen, folder=None, colour=colour))

    @Slot(str)
    def _on_folder(self, folder: str) -> None:
        self._want(replace(self._wanted, part=OwnPart.EVERYTHING, folder=FolderId(int(folder))))

    @Slot(int)
    def _on_colour(self, colour: int) -> None:
        part = self._wanted.part if self._wanted.part in _WITH_COLOUR else OwnPart.HIGHLIGHTS
        self._want(replace(self._wanted, part=part, colour=Colour(colour) if colour else None))

    @Slot()
    def show_everything(self) -> None:
        """Leave nothing out; of the history none of it."""
        part = OwnPart.HISTORY if self._wanted.words and self._wanted.part is OwnPart.HISTORY else None
        self._want(Wanted(part=part or OwnPart.EVERYTHING, order=self._wanted.order))

    @Slot()
    def _on_link(self) -> None:
        if self.listing.leads_to_settings(self._wanted):
            self.settings_wanted.emit()
        else:
            self.show_everything()
            self.enter()

    def _folder(self, value: str) -> Folder | None:
        return next((one for one in self.listing.view.folders if str(one.id) == value), None)

    @Slot(str)
    def _on_rename(self, value: str) -> None:
        folder = self._folder(value)
        if folder is not None:
            self.editing.rename(folder)

    @Slot(str)
    def _on_delete_folder(self, value: str) -> None:
        folder = self._folder(value)
        if folder is not None:
            self.editing.changes.delete_folder(folder)

    # --- where the keyboard is, and what has room

    @Slot()
    def enter(self) -> None:
        """Put the keyboard into the list; where it is empty, to what is offered instead."""
        self._table.enter()

    def rows(self) -> QWidget:
        """What holds the rows, above the line that counts them."""
        return self._table

    def select_all(self) -> None:
        """Choose every row, where the keyboard is in the list."""
        if self._table.list.hasFocus():
            self._table.select_all()

    @Slot()
    def look_beside(self) -> None:
        """Put the keyboard into the detail; where both have no room, it takes the place of the list."""
        self.editing.show_detail()
        if self.detail.shown() is not None:
            self._is_over = not self._has_room()
            self._place_detail()
            self.detail.enter()

    @Slot()
    def _on_detail_left(self) -> None:
        self._is_over = False
        self._place_detail()
        self.enter()

    def is_over(self) -> bool:
        """Whether the detail stands in the place of the list."""
        return self._is_over

    def set_side_beside(self, beside: bool) -> None:
        """Where the pane stands beside, no button is needed that opens it."""
        self._has_side_beside = beside
        self._head.set_side_beside(beside)

    def has_side_beside(self) -> bool:
        """Whether the pane stands beside, not over the page."""
        return self._has_side_beside

    def _has_room(self) -> bool:
        return self.width() >= self._look.ui(_DETAIL_FROM)

    def _place_detail(self) -> None:
        has_room = self._has_room()
        self._is_over = self._is_over and not has_room and not self._table.is_empty()
        self.middle.setVisible(not self._is_over)
        self.detail.setVisible(has_room or self._is_over)
        self.detail.set_way_back(shown=self._is_over)
        self._to_detail.setVisible(not has_room and not self._table.is_empty())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The detail stands beside where there is room."""
        super().resizeEvent(event)
        self._place_detail()

    def showEvent(self, event: QShowEvent) -> None:
        """What has changed meanwhile is shown."""
        super().showEvent(event)
        if self._is_stale:
            self.refresh()
