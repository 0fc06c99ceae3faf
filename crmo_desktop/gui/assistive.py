"""Gives assistive programs, such as screen readers, what Qt alone would not: pages with all their parts."""

from functools import partial
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAbstractItemView, QAbstractScrollArea, QAccessibleWidget, QWidget

from crmo_desktop.gui.pages.stack import PageStack
from crmo_desktop.gui.widgets.page_accessible import PageAccessible
from crmo_desktop.gui.widgets.page_view import PageView

if TYPE_CHECKING:
    from crmo_desktop.gui.widgets.picture_canvas import PictureCanvas

_CANVAS: Final = "PictureCanvas"
_SHEETS: Final = "SheetView"  # pages to print: its name says which, its description what stands on it
_SLIDES: Final = "SlidePicture"  # its description is what is told of the slide
_DOCUMENTS: Final = (_SHEETS, "Wall")  # and the wall of a talk tells its slide in the same way
_installed: list["PageFactory"] = []  # Qt takes no factory back


class _Plain(QAccessibleWidget):
    """What Qt would give another role: to it a stack of pages is a "layered pane", and readers say so."""


class PageFactory:
    """Makes the interfaces of pages when Qt asks for them, which it does only for an assistive program."""

    def __init__(self) -> None:
        self._is_asking = False

    def __call__(self, key: str, asked: QObject) -> QAccessibleInterface | None:
        """The interface of `asked`, one of whose classes is called `key`; None leaves it to Qt."""
        if key == PageStack.__name__ and isinstance(asked, PageStack):
            return _Plain(asked, QAccessible.Role.Client)
        if key == _CANVAS and type(asked).__name__ == _CANVAS:
            return _picture(asked)
        if key in _DOCUMENTS and isinstance(asked, QWidget):
            return _Plain(asked, QAccessible.Role.Document)
        if key == _SLIDES and isinstance(asked, QWidget):
            return _Plain(asked, QAccessible.Role.Graphic)
        if self._is_asking or key != PageView.__name__ or not isinstance(asked, PageView):
            return None
        self._is_asking = True
        try:  # Qt keeps both by the view, and asks for the one that came last
            qt_own = QAccessible.queryAccessibleInterface(asked)
        finally:
            self._is_asking = False
        asked.shown.accessible = made = PageAccessible(asked, asked.shown, qt_own)
        return made


def _picture(asked: QObject) -> QAccessibleInterface | None:
    # only here: a start draws no pictures
    from crmo_desktop.gui.widgets.picture_accessible import PictureAccessible
    from crmo_desktop.gui.widgets.picture_canvas import PictureCanvas

    if not isinstance(asked, PictureCanvas):
        return None
    asked.accessible = made = PictureAccessible(asked)
    return made


def _tell_current_row(view: QAbstractItemView) -> None:
    row = QAccessible.queryAccessibleInterface(view).focusChild() if view.hasFocus() else None
    if row is not None:
        QAccessible.updateAccessibility(QAccessibleEvent(row, QAccessible.Event.Focus))


def follow_focus(_old: QWidget | None, new: QWidget | None) -> None:
    """Qt tells of the row that the keyboard comes to, but not of the one it is on when a list is entered."""
    if isinstance(new, QAbstractItemView) and new.currentIndex().isValid() and QAccessible.isActive():
        QTimer.singleShot(0, new, partial(_tell_current_row, new))  # after the list itself was told


def install(window: QWidget) -> None:
    """Let Qt ask us first, from now on and for the pages that `window` shows already."""
    if not _installed:
        _installed.append(PageFactory())
        QAccessible.installFactory(_installed[0])
    if QAccessible.isActive():
        views = [view for view in window.findChildren(PageView) if view.shown.accessible is None]
        canvases = [canvas for canvas in _canvases(window) if canvas.accessible is None]
        for widget in (
            *views,
            *canvases,
            *window.findChildren(PageStack),
        ):  # Qt may have answered for them before
            QAccessible.deleteAccessibleInterface(
                QAccessible.uniqueId(QAccessible.queryAccessibleInterface(widget))
            )
            QAccessible.queryAccessibleInterface(widget)


def take_back(window: QWidget) -> None:
    """Take what pages of `window` are made of back from Qt, before they go."""
    for view in window.findChildren(PageView):
        view.shown.close()
    for canvas in _canvases(window):
        if canvas.accessible is not None:
            canvas.accessible.forget()
            canvas.accessible = None


def _canvases(window: QWidget) -> "list[PictureCanvas]":
    """Those there are, without loading what draws pictures."""
    found = window.findChildren(QAbstractScrollArea, "pictureCanvas")
    return cast("list[PictureCanvas]", [part for part in found if type(part).__name__ == _CANVAS])
