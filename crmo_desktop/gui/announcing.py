"""Tells assistive programs what happened where the focus did not move."""

from PySide6.QtWidgets import QWidget


def announce(source: QWidget, words: str) -> None:
    """Have a screen reader say `words`; without one nothing is done."""
    if not words:
        return
    # Loaded when first needed: its many roles and events would cost a start time that most readers never use.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(source, words))
