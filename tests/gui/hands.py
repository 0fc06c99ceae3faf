"""A reader's hands and eyes: keys that go where the keyboard is, clicks on words, colours on the screen."""

from array import array
from collections import Counter
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QElapsedTimer, QEvent, QEventLoop, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QImage, QKeySequence, QMouseEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton, QWidget

if TYPE_CHECKING:
    from crmo_desktop.gui.main_window import MainWindow

Button = TypeVar("Button", QPushButton, QToolButton)
NO_KEY = Qt.KeyboardModifier.NoModifier


def press(widget: QWidget, key: Qt.Key, modifiers: Qt.KeyboardModifier = NO_KEY) -> None:
    """Press a key in the window of `widget`: it reaches whatever has the keyboard, shortcuts first."""
    QTest.keyClick(widget.window().windowHandle(), key, modifiers)


def press_keys(widget: QWidget, keys: str) -> None:
    """Press keys written as in a menu, such as "Ctrl+K"."""
    QTest.keySequence(widget.window().windowHandle(), QKeySequence(keys))


def type_words(widget: QWidget, words: str) -> None:
    """Type `words` into whatever has the keyboard in the window of `widget`."""
    for letter in words:
        QTest.keyClicks(widget.window().focusWidget() or widget, letter)


def wait_for_results(window: "MainWindow", query: str) -> None:
    """Wait until what `query` finds is shown, and the panes beside it are where they belong."""
    go, waited = window.navigator, QElapsedTimer()
    waited.start()
    while go.is_waiting() or go.query() != query:
        assert not waited.hasExpired(5000), f"“{go.query()}” is shown, not “{query}”"
        QApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 10)
    QApplication.processEvents()


def click(
    widget: QWidget, place: QPoint | None = None, button: Qt.MouseButton = Qt.MouseButton.LeftButton
) -> None:
    """Click where a mouse would: into the window, at `place` in `widget` or its middle."""
    window = widget.window()
    point = widget.mapTo(window, widget.rect().center() if place is None else place)
    QTest.mouseClick(window.windowHandle(), button, NO_KEY, point)


def wheel(widget: QWidget, turned: int, modifiers: Qt.KeyboardModifier = NO_KEY) -> None:
    """Turn the wheel over the middle of `widget`: 120 is one notch away from the reader."""
    middle = QPointF(widget.rect().center())
    event = QWheelEvent(
        middle,
        QPointF(widget.mapToGlobal(middle)),
        QPoint(0, 0),
        QPoint(0, turned),
        Qt.MouseButton.NoButton,
        modifiers,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(widget, event)


def move_mouse(widget: QWidget, place: QPoint) -> None:
    """Move the mouse over `place` in `widget`, no button held."""
    point = QPointF(place)
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        point,
        QPointF(widget.mapToGlobal(point)),
        Qt.MouseButton.NoButton,
        Qt.MouseButton.NoButton,
        NO_KEY,
    )
    QApplication.sendEvent(widget, event)


def button_called(parent: QWidget, words: str, kind: type[Button]) -> Button:
    """The one button in `parent` whose accessible name or text is `words`.

    Raises:
        ValueError: there is none, or more than one.
    """
    found = [
        button
        for button in parent.findChildren(kind)
        if words in (button.accessibleName(), button.text().replace("&", "").strip())
    ]
    if len(found) != 1:
        raise ValueError(f"{len(found)} buttons called “{words}”")
    return found[0]


def picture_of(widget: QWidget, part: QRect | None = None) -> QImage:
    """What `widget` paints, as it would be seen."""
    grabbed = widget.grab() if part is None else widget.grab(part)
    return grabbed.toImage().convertToFormat(QImage.Format.Format_RGB32)


def colours_in(image: QImage) -> Counter[str]:
    """How many pixels of each colour there are, by "#rrggbb"."""
    pixels = array("I", bytes(image.convertToFormat(QImage.Format.Format_RGB32).constBits()))
    counts = Counter(pixels)
    return Counter({f"#{pixel & 0xFFFFFF:06x}": n for pixel, n in counts.items()})


def has_colour(image: QImage, colour: QColor, *, least: int = 1) -> bool:
    """Whether at least `least` pixels have exactly this colour."""
    return colours_in(image)[colour.name()] >= least
