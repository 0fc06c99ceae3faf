"""Makes the window's pages when each is first shown, and connects them."""

from functools import cached_property, partial
from typing import TYPE_CHECKING, Protocol

from PySide6.QtWidgets import QWidget

from crmo_desktop.domain.depth import Depth
from crmo_desktop.gui.announcing import is_heard

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

    from crmo_desktop.domain.errors import UserError
    from crmo_desktop.gui.actions import ActionTable
    from crmo_desktop.gui.commands import Commands
    from crmo_desktop.gui.drawing.drawer import Drawer
    from crmo_desktop.gui.icons import IconShelf
    from crmo_desktop.gui.late_commands import LateCommands
    from crmo_desktop.gui.navigator import Navigator
    from crmo_desktop.gui.page_document import Link
    from crmo_desktop.gui.pages.all_passages import AllPassagesPage
    from crmo_desktop.gui.pages.own_things import OwnThingsPage
    from crmo_desktop.gui.pages.page_pictures import PagePictures
    from crmo_desktop.gui.pages.picture import PicturePage
    from crmo_desktop.gui.pages.reader import ReaderPage
    from crmo_desktop.gui.pages.search_results import SearchPage
    from crmo_desktop.gui.search_commands import SearchCommands
    from crmo_desktop.gui.theme import Appearance
    from crmo_desktop.gui.widgets.page_view import PageView
    from crmo_desktop.gui.widgets.panes import Panes
    from crmo_desktop.gui.window_parts import Dialogs, WindowServices


class Frame(Protocol):
    """What pages are connected to: the window, which they stand below."""

    commands: "Commands"
    dialogs: "Dialogs"
    late: "LateCommands"
    navigator: "Navigator"
    panes: "Panes"
    table: "ActionTable"

    @property
    def searching(self) -> "SearchCommands":
        """What fields, keys and results of searching do."""

    def say(self, words: str) -> None:
        """Tell something that was done."""

    def has_narrow_tables(self) -> bool:
        """Whether wide tables are written as blocks."""

    def show_error(self, error: "UserError") -> None:
        """Tell what went wrong."""


class PageMakers:
    """What a start does not pay for: each page's class is loaded with its first page."""

    def __init__(
        self,
        frame: Frame,
        parent: QWidget,
        services: "WindowServices",
        icons: "IconShelf",
        appearance: "Appearance",
    ) -> None:
        """`frame` is what pages are connected to, `parent` the same as the widget that they belong to."""
        self._frame, self._parent = frame, parent
        self._services, self._icons, self._appearance = services, icons, appearance

    def reader(self) -> "ReaderPage":
        """The page that shows a topic."""
        from crmo_desktop.gui.pages.reader import ReaderPage

        if is_heard():  # before anybody asks for the view; else there is time after the first paint
            from crmo_desktop.gui.assistive import install

            install(self._parent)
        frame = self._frame
        reading, look = self._services.reading, self._appearance.look
        reader = ReaderPage(reading, self._icons, look, self._parent, pictures=self._pictures())
        self._prepare(reader)
        reader.set_narrow(frame.has_narrow_tables())
        reader.address_wanted.connect(frame.navigator.go_to_text)
        reader.query_wanted.connect(frame.navigator.search_for)
        self._prepare_depth(reader)
        return reader

    def _prepare_depth(self, reader: "ReaderPage") -> None:
        frame, actions = self._frame, {depth: self._frame.table[f"depth_{depth}"] for depth in Depth}
        reader.easy.set_keys({depth: action.shortcut().toString() for depth, action in actions.items()})
        reader.set_depth(self._services.preferences.depth)
        reader.view.addActions(list(actions.values()))
        reader.depth_wanted.connect(frame.commands.set_depth)
        reader.opened_whole.connect(frame.commands.check_depth)

    def passages(self) -> "AllPassagesPage":
        """The page of all that a search found."""
        from crmo_desktop.gui.pages.all_passages import AllPassagesPage

        frame = self._frame
        passages = AllPassagesPage(self._services.reading, self._icons, self._appearance.look, self._parent)
        self._prepare(passages)
        passages.set_outline_button(True)
        passages.address_wanted.connect(frame.navigator.open_passage)
        return passages

    def results(self) -> "SearchPage":
        """The page that shows what a search found."""
        from crmo_desktop.gui.pages.search_results import SearchPage

        frame, questions = self._frame, self._services.kept_questions()
        results = SearchPage(
            self._services.reading, questions, self._icons, self._appearance.look, self._parent
        )
        results.set_look(self._appearance.look)
        results.preview.view.menu_wanted.connect(partial(self._on_menu, results.preview.view))
        frame.searching.connect_results(results)
        frame.panes.set_left(results.filters)
        return results

    def _pictures(self) -> "PagePictures":
        from crmo_desktop.gui.pages.page_pictures import PagePictures

        return PagePictures(self._services.reading, self._icons, self.make_drawer)

    def make_drawer(self) -> "Drawer":
        """What draws pictures; the same each time."""
        return self.drawer

    @cached_property
    def drawer(self) -> "Drawer":
        """What draws pictures, on their own page and in topics."""
        from crmo_desktop.gui.drawing.drawer import Drawer, Tools

        return Drawer(Tools(self._services.pictures, self._icons, self._art))

    def _art(self, name: str) -> str:
        data = self._services.reading.picture(name)
        return "" if data is None else data.decode("utf-8")

    def picture(self) -> "PicturePage":
        """The page that shows a picture."""
        from crmo_desktop.gui.pages.picture import PicturePage
        from crmo_desktop.gui.pages.picture_out import PictureOut

        frame, services = self._frame, self._services
        page = PicturePage(services.reading, self._icons, self._appearance.look, self.drawer, self._parent)
        page.set_look(self._appearance.look)
        page.out = PictureOut(self.drawer, self._appearance.theme, self._parent)
        page.out.said.connect(frame.say)
        page.out.failed.connect(frame.show_error)
        page.said.connect(frame.say)
        page.address_wanted.connect(frame.navigator.go_to_text)
        page.outside_wanted.connect(frame.dialogs.show_outside_address)
        return page

    def mine(self) -> "OwnThingsPage":
        """The page of what the reader has made and read."""
        from crmo_desktop.gui.pages.own_listing import OwnSources
        from crmo_desktop.gui.pages.own_things import OwnThingsPage

        frame, services = self._frame, self._services
        own, asked = services.own, (services.journal, services.preferences, services.keeping)
        sources = OwnSources(services.reading, own.things, *asked, own.backups)
        page = OwnThingsPage(sources, self._icons, self._appearance.look, self._parent)
        page.set_look(self._appearance.look)
        frame.panes.set_left(page.side)
        frame.late.things.connect_page(page)
        return page

    def _prepare(self, page: "ReaderPage") -> None:
        frame = self._frame
        page.set_look(self._appearance.look)
        page.view.set_caret(bool(self._services.preferences.caret))
        page.said.connect(frame.say)
        page.outside_wanted.connect(frame.dialogs.show_outside_address)
        page.view.zoom_wanted.connect(frame.commands.zoom)
        frame.commands.aid(page.view)
        page.view.menu_wanted.connect(partial(self._on_menu, page.view))

    def _on_menu(self, view: "PageView", place: "QPoint", link: "Link | None") -> None:
        self._frame.late.show_page_menu(view, place, link)
