"""What commands work with: the window and what stands in it."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QMainWindow

    from crmo_desktop.domain.errors import UserError
    from crmo_desktop.gui.actions import ActionTable
    from crmo_desktop.gui.drawing.drawer import Drawer
    from crmo_desktop.gui.icons import IconShelf
    from crmo_desktop.gui.navigator import Navigator
    from crmo_desktop.gui.pages.stack import PageStack
    from crmo_desktop.gui.theme import Appearance
    from crmo_desktop.gui.undo import Undo
    from crmo_desktop.gui.window_parts import Dialogs, WindowServices


class Desk(NamedTuple):
    """What commands work with.

    Attributes:
        window: that dialogs stand over.
        make_drawer: what draws pictures; the same each time.
        say: tells something that was done.
        show_error: tells what went wrong.
        undo: what has deleted things back; the same each time.
    """

    window: "QMainWindow"
    table: "ActionTable"
    navigator: "Navigator"
    stack: "PageStack"
    dialogs: "Dialogs"
    services: "WindowServices"
    appearance: "Appearance"
    icons: "IconShelf"
    make_drawer: "Callable[[], Drawer]"
    say: "Callable[[str], None]"
    show_error: "Callable[[UserError], None]"
    undo: "Callable[[], Undo]"
