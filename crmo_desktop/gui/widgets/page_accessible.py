"""A page as assistive programs see it: a document with headings, lists, tables, boxes, links and pictures.

Qt shows a text browser as one run of text. This adds what the text is made of, and leaves the text itself to
Qt: reading by character, word and line, the caret and the selection are Qt's own interface, passed on.
docs/decisions/accessibility.md tells why it is made this way, and what PySide cannot pass on.
"""

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleAttributesInterface,
    QAccessibleEvent,
    QAccessibleInterface,
    QAccessibleStateChangeEvent,
    QAccessibleTableCellInterface,
    QGuiApplication,
)
from PySide6.QtWidgets import QAccessibleWidget, QTextBrowser
from shiboken6 import Shiboken

from crmo_desktop.gui.page_structure import Kind, Part, walked
from crmo_desktop.gui.widgets.shown_page import ShownPage

_ROLES: Final = {
    Kind.HEADING: QAccessible.Role.Heading,
    Kind.PARAGRAPH: QAccessible.Role.Paragraph,
    Kind.LIST: QAccessible.Role.List,
    Kind.ITEM: QAccessible.Role.ListItem,
    Kind.TABLE: QAccessible.Role.Table,
    Kind.ROW: QAccessible.Role.Row,
    Kind.HEADER: QAccessible.Role.ColumnHeader,
    Kind.CELL: QAccessible.Role.Cell,
    Kind.CALL_OUT: QAccessible.Role.Grouping,
    Kind.LINK: QAccessible.Role.Link,
    Kind.PICTURE: QAccessible.Role.Graphic,
    Kind.MARK: QAccessible.Role.Note,
}

_WITHOUT_AT_SPI: Final = ("windows", "cocoa")
# PySide crashes where an interface_cast gives the number that its types name, or None: it wants a pointer.
_NOTHING: Final = Shiboken.VoidPtr(0)


class PageAccessible(QAccessibleWidget):
    """The page itself, in the place of Qt's interface for the view."""

    def __init__(self, view: QTextBrowser, page: ShownPage, qt_own: QAccessibleInterface) -> None:
        """`qt_own` is Qt's interface of the same view, which knows its text."""
        super().__init__(view, QAccessible.Role.Document)
        self._page = page
        self._text = _as_pointer(qt_own.interface_cast(QAccessible.InterfaceType.TextInterface))
        # Qt deletes its interface with the view, and PySide does not learn of it: what is made later at the
        # same place in memory would be taken for it.
        Shiboken.invalidate(qt_own)
        self._attributes = _Attributes({QAccessible.Attribute.Locale: page.language})
        self._shelf = _Shelf(self, page)
        self._told: Part | None = None

    def forget(self) -> None:
        """Another page is shown: its parts are no longer there."""
        self._told = None
        self._shelf.forget()

    def take_back(self, parts: list[Part]) -> None:
        """These are on the page no longer."""
        if self._told in parts:
            self._told = None
        self._shelf.take_back(parts)

    def tell(self, part: Part) -> bool:
        """Tell those who listen that the reader has come to `part`; False if they have to be told in words.

        On Linux the page keeps the keyboard on the bus while the part is told: an event of focus would take
        it away there, and Orca would then pass over what the arrow keys read. Windows and macOS know that a
        link has the keyboard, and nothing of the kind for a heading.
        """
        if QGuiApplication.platformName() in _WITHOUT_AT_SPI:
            if part.kind is Kind.LINK:
                event = QAccessibleEvent(self._shelf.accessible_of(part), QAccessible.Event.Focus)
                QAccessible.updateAccessibility(event)
            return part.kind is Kind.LINK
        before, self._told = self._told, part
        for changed in (before, part):
            if changed is not None:
                self._tell_changed(changed)
        return True

    def _tell_changed(self, part: Part) -> None:
        state = QAccessible.State()
        state.focused = True  # which of the states has changed; how it is now is asked for
        event = QAccessibleStateChangeEvent(self._shelf.accessible_of(part), state)
        QAccessible.updateAccessibility(event)

    def accessible_of(self, part: Part) -> "PartAccessible":
        """The interface of `part`."""
        return self._shelf.accessible_of(part)

    def childCount(self) -> int:
        """How many parts the page has at its top level."""
        return len(self._page.parts())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # none is a null pointer
        """The part at `index`."""
        parts = self._page.parts()
        return self._shelf.accessible_of(parts[index]) if 0 <= index < len(parts) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Which of the parts `child` is, from 0; -1 for none."""
        return next((n for n, part in enumerate(self._page.parts()) if self._shelf.is_of(child, part)), -1)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # none is a null pointer
        """The innermost part at a place on the screen."""
        found = None
        for part in walked(self._page.parts()):
            if self._page.place_of(part.start, part.end).contains(QPoint(x, y)):
                found = part
        return None if found is None else self._shelf.accessible_of(found)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # none is a null pointer
        """The part that the keyboard has reached."""
        part = self._page.reached()
        return None if part is None else self._shelf.accessible_of(part)

    def state(self) -> QAccessible.State:
        """As any widget's, and: it is read, not written."""
        state = super().state()
        state.readOnly = state.multiLine = state.selectableText = True
        return state

    def interface_cast(self, t: QAccessible.InterfaceType) -> Shiboken.VoidPtr:  # type: ignore[override]  # an int would crash
        """The text is Qt's own, the language is ours."""
        if t == QAccessible.InterfaceType.TextInterface:
            return self._text
        if t == QAccessible.InterfaceType.AttributesInterface:
            return _pointer(self._attributes)
        return _as_pointer(super().interface_cast(t))


class PartAccessible(QAccessibleInterface):
    """One part of the page."""

    def __init__(self, part: Part, shelf: "_Shelf") -> None:
        super().__init__()
        self._part, self._shelf = part, shelf
        self._further: dict[QAccessible.InterfaceType, Shiboken.VoidPtr] = {}
        self._kept: list[object] = []  # Qt holds no reference to what it is given
        kind = QAccessible.InterfaceType
        if part.kind is Kind.HEADING:
            level = _Attributes({QAccessible.Attribute.Level: lambda: part.level})
            self._offer(kind.AttributesInterface, level)
        elif part.kind in (Kind.LINK, Kind.MARK):
            self._offer(kind.ActionInterface, _Following(part, shelf.page))
        elif part.kind in (Kind.CELL, Kind.HEADER):
            self._offer(kind.TableCellInterface, _Cell(part, shelf))

    def _offer(self, kind: QAccessible.InterfaceType, given: Shiboken.Object) -> None:
        self._kept.append(given)
        self._further[kind] = _pointer(given)

    @property
    def part(self) -> Part:
        """What it stands for."""
        return self._part

    def isValid(self) -> bool:
        """Whether the page with this part is still shown."""
        return self._shelf.has(self)

    def object(self) -> None:  # type: ignore[override]  # none is a null pointer
        """No widget: only words of one."""

    def parent(self) -> QAccessibleInterface:
        """What it stands in."""
        holder = self._part.parent
        return self._shelf.root if holder is None else self._shelf.accessible_of(holder)

    def childCount(self) -> int:
        """How many parts are directly within."""
        return len(self._part.children)

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # none is a null pointer
        """The part within at `index`."""
        parts = self._part.children
        return self._shelf.accessible_of(parts[index]) if 0 <= index < len(parts) else None

    def indexOfChild(self, arg__1: QAccessibleInterface) -> int:
        """Which of the parts within it is, from 0; -1 for none."""
        return next((n for n, p in enumerate(self._part.children) if self._shelf.is_of(arg__1, p)), -1)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # none is a null pointer
        """The part within at a place on the screen."""
        for part in self._part.children:
            if self._shelf.page.place_of(part.start, part.end).contains(QPoint(x, y)):
                return self._shelf.accessible_of(part)
        return None

    def focusChild(self) -> None:  # type: ignore[override]  # none is a null pointer
        """Only the page knows what the keyboard has reached."""

    def rect(self) -> QRect:
        """Where it stands on the screen, or would if it were scrolled to."""
        return self._shelf.page.place_of(self._part.start, self._part.end)

    def role(self) -> QAccessible.Role:
        """What kind of part it is."""
        if self._part.kind is Kind.HEADER and self._part.row > 0:
            return QAccessible.Role.RowHeader
        return _ROLES[self._part.kind]

    def text(self, t: QAccessible.Text) -> str:
        """Its words, and what is to be said beside them."""
        if t == QAccessible.Text.Name:
            return self._shelf.page.spoken(self._part).name
        if t == QAccessible.Text.Description:
            return self._shelf.page.spoken(self._part).description
        return ""

    def setText(self, t: QAccessible.Text, text: str) -> None:
        """Nothing here can be written."""

    def state(self) -> QAccessible.State:
        """A link can be reached; everything may be out of sight."""
        state = QAccessible.State()
        state.readOnly = True
        state.linked = self._part.kind is Kind.LINK
        state.focused = self._part is self._shelf.page.reached()
        state.focusable = state.linked or state.focused
        root = self._shelf.root.rect()
        state.offscreen = not root.intersects(self.rect())
        return state

    def interface_cast(self, arg__1: QAccessible.InterfaceType) -> Shiboken.VoidPtr:  # type: ignore[override]  # an int would crash
        """What kinds of part can do beside: a heading has a level, a link is pressed, a cell has a place."""
        return self._further.get(arg__1, _NOTHING)


class _Shelf:
    """The interfaces of a page's parts, made when first asked for, and kept until the page goes."""

    def __init__(self, root: PageAccessible, page: ShownPage) -> None:
        self.root, self.page = root, page
        self._made: dict[int, PartAccessible] = {}  # by the part's own id, as parts compare by it

    def accessible_of(self, part: Part) -> PartAccessible:
        found = self._made.get(id(part))
        if found is None:
            found = self._made[id(part)] = PartAccessible(part, self)
            QAccessible.registerAccessibleInterface(found)
        return found

    def has(self, accessible: PartAccessible) -> bool:
        return self._made.get(id(accessible.part)) is accessible

    def is_of(self, accessible: QAccessibleInterface, part: Part) -> bool:
        return isinstance(accessible, PartAccessible) and accessible.part is part

    def take_back(self, parts: list[Part]) -> None:
        """Take some of the parts back from Qt."""
        for part in parts:
            accessible = self._made.pop(id(part), None)
            if accessible is not None:
                QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(accessible))

    def forget(self) -> None:
        """Take the parts back from Qt, which deletes what it was given."""
        made, self._made = self._made, {}
        for accessible in made.values():
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(accessible))


class _Attributes(QAccessibleAttributesInterface):
    """Attributes, each with what tells it."""

    def __init__(self, tellers: dict[QAccessible.Attribute, Callable[[], object]]) -> None:
        super().__init__()
        self._tellers = tellers

    def attributeKeys(self) -> list[QAccessible.Attribute]:
        return list(self._tellers)

    def attributeValue(self, key: QAccessible.Attribute) -> object:
        teller = self._tellers.get(key)
        return None if teller is None else teller()


class _Following(QAccessibleActionInterface):
    """What can be done with a link."""

    def __init__(self, part: Part, page: ShownPage) -> None:
        super().__init__()
        self._part, self._page = part, page

    def actionNames(self) -> list[str]:
        return [QAccessibleActionInterface.pressAction()]

    def doAction(self, name: str, /) -> None:
        if name == QAccessibleActionInterface.pressAction():
            self._page.follow(self._part)

    def keyBindingsForAction(self, name: str, /) -> list[str]:
        return []


class _Cell(QAccessibleTableCellInterface):
    """Where a cell stands in its table, and under which words."""

    def __init__(self, part: Part, shelf: _Shelf) -> None:
        super().__init__()
        self._part, self._shelf = part, shelf

    def table(self) -> QAccessibleInterface:
        table = self._part.holder(Kind.TABLE)
        return self._shelf.root if table is None else self._shelf.accessible_of(table)

    def rowIndex(self) -> int:
        return self._part.row

    def columnIndex(self) -> int:
        return self._part.column

    def rowExtent(self) -> int:
        return 1

    def columnExtent(self) -> int:
        return 1

    def isSelected(self) -> bool:
        return False

    def columnHeaderCells(self) -> list[QAccessibleInterface]:
        return self._heads(row=0, column=self._part.column) if self._part.row > 0 else []

    def rowHeaderCells(self) -> list[QAccessibleInterface]:
        return self._heads(row=self._part.row, column=0) if self._part.row > 0 else []

    def _heads(self, *, row: int, column: int) -> list[QAccessibleInterface]:
        table = self._part.holder(Kind.TABLE)
        return [
            self._shelf.accessible_of(cell)
            for cell in (() if table is None else table.cells())
            if cell.kind is Kind.HEADER
            and (cell.row, cell.column) == (row, column)
            and cell is not self._part
        ]


def _as_pointer(cast: object) -> Shiboken.VoidPtr:
    """What an interface_cast gave: a pointer or None, whatever its types say."""
    return cast if isinstance(cast, Shiboken.VoidPtr) else _NOTHING


def _pointer(given: Shiboken.Object) -> Shiboken.VoidPtr:
    """Where Qt finds what was made here."""
    return Shiboken.VoidPtr(Shiboken.getCppPointer(given)[0])
