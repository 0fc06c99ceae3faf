"""The screens there are: which may be the wall, and when one is plugged in or pulled out."""

from typing import Final, NamedTuple, Protocol

from PySide6.QtCore import QObject, QRect, Qt, Signal, SignalInstance, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

OTHER: Final = "other"
SAME: Final = "same"


class Place(NamedTuple):
    """A screen of its own: those that show the same picture are one.

    Attributes:
        rect: where it is among all screens.
        screen: as Qt knows it; None in a test.
    """

    name: str
    rect: QRect
    screen: QScreen | None = None


class Screens(Protocol):
    """What is known of the screens."""

    @property
    def changed(self) -> SignalInstance:
        """One was plugged in or pulled out, or is arranged otherwise."""

    def places(self) -> tuple[Place, ...]:
        """All of them, never none; the system's main one first."""


class SystemScreens(QObject):
    """Those that the system has."""

    changed = Signal()

    def __init__(self, application: QGuiApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._application = application
        application.screenAdded.connect(self._on_added)
        application.screenRemoved.connect(self._on_changed)
        application.primaryScreenChanged.connect(self._on_changed)
        for screen in application.screens():
            screen.geometryChanged.connect(self._on_changed)

    def places(self) -> tuple[Place, ...]:
        """All of them, never none; the system's main one first."""
        main = self._application.primaryScreen()
        screens = sorted(self._application.screens(), key=lambda screen: screen is not main)
        return apart([Place(screen.name(), screen.geometry(), screen) for screen in screens])

    @Slot(QScreen)
    def _on_added(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._on_changed)
        self.changed.emit()

    @Slot()
    def _on_changed(self) -> None:
        self.changed.emit()


def apart(places: list[Place]) -> tuple[Place, ...]:
    """`places` without those that show what one before them shows already, as mirrored screens do."""
    found: list[Place] = []
    for place in places:
        if not any(place.rect.intersects(other.rect) for other in found):
            found.append(place)
    return tuple(found)


class Placing(NamedTuple):
    """Who is where.

    Attributes:
        console: None where there is one screen: it is the wall's.
    """

    wall: Place
    console: Place | None


def placing(places: tuple[Place, ...], window: QRect, choice: str) -> Placing:
    """Wall and console among `places`.

    Args:
        places: never none.
        window: where the program's window is.
        choice: "other" puts the wall where the window is not, "same" where it is.
    """
    if len(places) == 1:
        return Placing(places[0], None)
    own = max(places, key=lambda place: _area(place.rect.intersected(window)))
    other = next(place for place in places if place is not own)
    return Placing(own, other) if choice == SAME else Placing(other, own)


def _area(rect: QRect) -> int:
    return rect.width() * rect.height() if rect.isValid() else 0


def put(window: QWidget, place: Place, *, is_active: bool) -> None:
    """Fill a screen with `window`, which is seen nowhere else; with `is_active` it gets the keyboard."""
    if is_on(window, place) and window.geometry() == place.rect:
        return
    window.hide()  # or it would be seen on its way
    window.setWindowFlag(Qt.WindowType.FramelessWindowHint)
    window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not is_active)
    window.winId()  # so that it has a handle
    if place.screen is None:
        window.setGeometry(place.rect)
        window.show()
        return
    window.windowHandle().setScreen(place.screen)
    window.setGeometry(place.rect)
    window.showFullScreen()


def is_on(window: QWidget, place: Place) -> bool:
    """Whether `window` is seen on that screen."""
    return window.isVisible() and (place.screen is None or window.windowHandle().screen() is place.screen)
