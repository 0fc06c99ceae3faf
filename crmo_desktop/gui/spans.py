"""Spans of time as they are shown: "7:40", "1:02:10", "3 min"."""

from PySide6.QtCore import QCoreApplication


def clock_face(seconds: float) -> str:
    """Minutes and seconds, with hours where there are any: "07:40", "1:02:10"; below 0 as far above it."""
    whole = abs(int(seconds))
    hours, minutes, left = whole // 3600, whole // 60 % 60, whole % 60
    return f"{hours}:{minutes:02}:{left:02}" if hours else f"{minutes:02}:{left:02}"


def short_face(seconds: float) -> str:
    """The same without a nought at its beginning: "7:40"."""
    face = clock_face(seconds)
    return face[1:] if face.startswith("0") else face


def in_minutes(minutes: float) -> str:
    """Planned minutes: "3 min", "2.5 min"."""
    return QCoreApplication.translate("Spans", "{minutes} min").format(minutes=f"{minutes:g}")


def spoken(seconds: float) -> str:
    """As it is read aloud: "7 minutes 40 seconds"."""
    whole = abs(int(seconds))
    if whole < 60:
        return _seconds(whole)
    return _minutes(whole // 60) if whole % 60 == 0 else f"{_minutes(whole // 60)} {_seconds(whole % 60)}"


def _minutes(many: int) -> str:
    if many == 1:
        return QCoreApplication.translate("Spans", "1 minute")
    return QCoreApplication.translate("Spans", "{n} minutes", None, many).format(n=many)


def _seconds(many: int) -> str:
    if many == 1:
        return QCoreApplication.translate("Spans", "1 second")
    return QCoreApplication.translate("Spans", "{n} seconds", None, many).format(n=many)
