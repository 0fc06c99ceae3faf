"""What stands on everything that leaves the program, in the window's language."""

from PySide6.QtCore import QCoreApplication

from crmo_desktop.domain.content import Edition


def edition_stamp(edition: Edition) -> str:
    """Which edition it is, whether a physician has looked at it, and what it is not."""
    reviewed = QCoreApplication.translate("Stamp", "Not yet reviewed by a physician")
    if edition.reviewed_by:
        reviewed = QCoreApplication.translate("Stamp", "Reviewed by {name}").format(name=edition.reviewed_by)
    words = QCoreApplication.translate(
        "Stamp", "{title}, edition {date}. {reviewed}. Information, not medical advice."
    )
    return words.format(title=edition.title, date=edition.made_on.isoformat(), reviewed=reviewed)


def stamp_of(title: str, edition: Edition) -> str:
    """The same in one line with what it is of: a topic, a search, a picture."""
    end = "" if title.endswith((".", "?", "!")) else "."
    return f"{title}{end} {edition_stamp(edition)}"
