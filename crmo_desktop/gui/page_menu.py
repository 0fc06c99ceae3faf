"""What can be done with the words on a page, in the menu that comes up over them."""

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QPoint, Qt, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from crmo_desktop.export.clean import cleaned
from crmo_desktop.gui.desk import Desk

if TYPE_CHECKING:
    from crmo_desktop.gui.page_document import Link
    from crmo_desktop.gui.widgets.page_view import PageView

_MOST: Final = 30  # letters of the selected words that the menu names
_HIGHLIGHTS: Final = ("highlight_1", "highlight_2", "highlight_3", "highlight_4")


class PageMenu(QObject):
    """Offers the window's own actions, with their keys, and no others."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk.window)
        self._desk = desk
        self._address = ""

    def show(self, view: "PageView", place: QPoint, link: "Link | None") -> QMenu:
        """Open the menu over `view` at `place`, in global coordinates; `link` is what stands there."""
        menu = self.make(view, link)
        menu.popup(place)
        return menu

    def make(self, view: "PageView", link: "Link | None") -> QMenu:
        """The menu, which goes when it is closed."""
        menu, table = QMenu(view), self._desk.table
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName(self.tr("Page"))
        for name in ("copy", "copy_with_source"):
            menu.addAction(table[name])
        if link is not None and link.href.startswith(("crmo://", "https://", "http://")):
            self._address = link.href
            menu.addAction(self.tr("Copy the &address of the link")).triggered.connect(self._on_copy_address)
        menu.addSeparator()
        colours = menu.addMenu(table.highlight_title)
        colours.addActions([table[name] for name in _HIGHLIGHTS])
        colours.setEnabled(any(action.isEnabled() for action in colours.actions()))
        for name in ("bookmark", "note"):
            menu.addAction(table[name])
        menu.addSeparator()
        menu.addAction(table["select_all"])
        find = menu.addAction(self._find_words(view))
        find.setEnabled(table["find"].isEnabled())
        find.triggered.connect(table["find"].trigger)
        return menu

    def _find_words(self, view: "PageView") -> str:
        cursor = view.textCursor()
        words = "" if cursor.hasComplexSelection() else cleaned(cursor.selectedText())
        if not words or "\u2029" in words:
            return self._desk.table["find"].text()
        shown = words if len(words) <= _MOST else f"{words[: _MOST - 1].rstrip()}…"
        return self.tr("&Find “{words}” in this page").format(words=shown.replace("&", "&&"))

    @Slot()
    def _on_copy_address(self) -> None:
        QGuiApplication.clipboard().setText(self._address)
        self._desk.say(self.tr("Address copied"))
