"""Tells assistive programs what happened where the focus did not move."""

from PySide6.QtWidgets import QWidget


def is_heard() -> bool:
    """Whether an assistive program, such as a screen reader, is listening."""
    from PySide6.QtGui import QAccessible

    return QAccessible.isActive()


def announce(source: QWidget, words: str) -> None:
    """Have a screen reader say `words`; without one nothing is done."""
    if not words:
        return
    # Loaded when first needed: its many roles and events would cost a start time that most readers never use.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, words))
