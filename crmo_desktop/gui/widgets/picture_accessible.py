"""A picture as assistive programs see it: a graphic with a name and words, in it all that has a name."""

from PySide6.QtCore import QPoint, QRect, QRectF
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget
from shiboken6 import Shiboken

from crmo_desktop.gui.drawing.scene import Mark
from crmo_desktop.gui.widgets.picture_canvas import PictureCanvas

# PySide crashes where an interface_cast gives the number that its types name, or None: it wants a pointer.
_NOTHING = Shiboken.VoidPtr(0)


class PictureAccessible(QAccessibleWidget):
    """The picture itself, in the place of Qt's interface for what scrolls."""

    def __init__(self, canvas: PictureCanvas) -> None:
        super().__init__(canvas, QAccessible.Role.Graphic)
        self.canvas = canvas
        self._made: dict[str, MarkAccessible] = {}

    def forget(self) -> None:
        """Another picture is drawn: its marks are no longer there. Qt deletes what it was given."""
        made, self._made = self._made, {}
        for accessible in made.values():
            QAccessible.deleteAccessibleInterface(QAccessible.uniqueId(accessible))

    def tell(self, mark: Mark) -> bool:
        """Tell those who listen that the keyboard has come to `mark`; whether anybody listens."""
        if not QAccessible.isActive():
            return False
        QAccessible.updateAccessibility(QAccessibleEvent(self.accessible_of(mark), QAccessible.Event.Focus))
        return True

    def accessible_of(self, mark: Mark) -> "MarkAccessible":
        """The interface of `mark`."""
        found = self._made.get(mark.id)
        if found is None:
            found = self._made[mark.id] = MarkAccessible(mark, self)
            QAccessible.registerAccessibleInterface(found)
        return found

    def has(self, accessible: "MarkAccessible") -> bool:
        """Whether `accessible` belongs to the picture that is drawn now."""
        return self._made.get(accessible.mark.id) is accessible

    def _marks(self) -> list[Mark]:
        """The places in the order of reading, without those that only repeat what another one says."""
        marks = self.canvas.scene().marks
        reached = {mark.name for mark in marks if mark.is_reached}
        return [mark for mark in marks if mark.is_reached or mark.name not in reached]

    def childCount(self) -> int:
        """How many places have a name."""
        return len(self._marks())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]  # none is a null pointer
        """The place at `index`, in the order of reading."""
        marks = self._marks()
        return self.accessible_of(marks[index]) if 0 <= index < len(marks) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Which of the places `child` is, from 0; -1 for none."""
        mark = child.mark if isinstance(child, MarkAccessible) else None
        return next((n for n, own in enumerate(self._marks()) if own is mark), -1)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]  # none is a null pointer
        """The place at a point of the screen."""
        mark = self.canvas.mark_at(self.canvas.viewport().mapFromGlobal(QPoint(x, y)).toPointF())
        name = "" if mark is None else mark.name
        own = next((own for own in self._marks() if own is mark or own.name == name), None)
        return None if own is None else self.accessible_of(own)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]  # none is a null pointer
        """The place that keys have come to."""
        mark = self.canvas.reached()
        return None if mark is None else self.accessible_of(mark)


class MarkAccessible(QAccessibleInterface):
    """One place of a picture that has a name."""

    def __init__(self, mark: Mark, picture: PictureAccessible) -> None:
        super().__init__()
        self.mark, self._picture = mark, picture
        self._pressing = _Pressing(mark, picture.canvas) if mark.is_reached else None

    def isValid(self) -> bool:
        """Whether the picture with this place is still shown."""
        return self._picture.has(self)

    def object(self) -> None:  # type: ignore[override]  # none is a null pointer
        """No widget: only a part of one."""

    def parent(self) -> QAccessibleInterface:
        """The picture."""
        return self._picture

    def childCount(self) -> int:
        """Nothing is within."""
        return 0

    def child(self, index: int) -> None:  # type: ignore[override]  # none is a null pointer
        """Nothing is within."""

    def indexOfChild(self, arg__1: QAccessibleInterface) -> int:
        """Nothing is within."""
        return -1

    def childAt(self, x: int, y: int) -> None:  # type: ignore[override]  # none is a null pointer
        """Nothing is within."""

    def focusChild(self) -> None:  # type: ignore[override]  # none is a null pointer
        """Only the picture knows what keys have come to."""

    def rect(self) -> QRect:
        """Where it is on the screen, or would be if the picture were moved to it."""
        canvas = self._picture.canvas
        area: QRectF = canvas.place_of(self.mark.ring)
        return QRect(canvas.viewport().mapToGlobal(area.topLeft().toPoint()), area.size().toSize())

    def role(self) -> QAccessible.Role:
        """A link where it leads somewhere; else a part of the picture."""
        return QAccessible.Role.Link if self.mark.target else QAccessible.Role.Graphic

    def text(self, t: QAccessible.Text) -> str:
        """Its name."""
        return self.mark.name if t == QAccessible.Text.Name else ""

    def setText(self, t: QAccessible.Text, text: str) -> None:
        """Nothing here can be written."""

    def state(self) -> QAccessible.State:
        """Whether keys go there, and are there."""
        state = QAccessible.State()
        state.readOnly = True
        state.linked = bool(self.mark.target)
        state.focusable = self.mark.is_reached
        state.focused = self._picture.canvas.reached() is self.mark
        state.offscreen = not self._picture.rect().intersects(self.rect())
        return state

    def interface_cast(self, arg__1: QAccessible.InterfaceType) -> Shiboken.VoidPtr:  # type: ignore[override]  # an int would crash
        """What keys go to can be pressed."""
        if arg__1 == QAccessible.InterfaceType.ActionInterface and self._pressing is not None:
            return Shiboken.VoidPtr(Shiboken.getCppPointer(self._pressing)[0])
        return _NOTHING


class _Pressing(QAccessibleActionInterface):
    """What can be done with a place."""

    def __init__(self, mark: Mark, canvas: PictureCanvas) -> None:
        super().__init__()
        self._mark, self._canvas = mark, canvas

    def actionNames(self) -> list[str]:
        return [QAccessibleActionInterface.pressAction()]

    def doAction(self, name: str, /) -> None:
        if name == QAccessibleActionInterface.pressAction():
            self._canvas.choose(self._mark)

    def keyBindingsForAction(self, name: str, /) -> list[str]:
        return []
