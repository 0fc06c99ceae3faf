"""What is said of bookmarks, highlights and notes."""

from typing import Final

from PySide6.QtCore import QDate, QLocale, QObject, Qt

from crmo_desktop.domain.own_things import Colour, Spot
from crmo_desktop.gui.widgets.card import CardContent

_MOST: Final = 90  # characters of what is told in a few words
_WIDTH: Final = 340  # pixels of a card at 100%


class MarkWords(QObject):
    """Puts the reader's own things into words."""

    def highlighted(self, colour: Colour, words: str) -> str:
        """That words are highlighted now."""
        said = {
            Colour.YELLOW: self.tr("Highlighted in yellow, 1: {words}"),
            Colour.GREEN: self.tr("Highlighted in green, 2: {words}"),
            Colour.BLUE: self.tr("Highlighted in blue, 3: {words}"),
            Colour.PINK: self.tr("Highlighted in pink, 4: {words}"),
        }
        return said[colour].format(words=shortened(words))

    def spot(self, spot: Spot) -> str:
        """A place: its topic, and its section if it is one."""
        if not spot.section_title:
            return spot.title
        return self.tr("{topic}, {section}").format(topic=spot.title, section=spot.section_title)

    def highlight_card(self, words: str, edition: str) -> CardContent:
        """The card of a highlight made in `edition`."""
        return CardContent(
            kind=self.tr("Your highlight"),
            icon="highlight",
            role="accent",
            title=f"“{shortened(words)}”",
            subtitle=self.tr("Made in the edition of {date}").format(date=_day(edition)),
            statements=(),
            rows=(),
            actions=(
                ("copy", self.tr("Copy"), "copy"),
                ("delete", self.tr("Delete the highlight"), "trash"),
            ),
            width=_WIDTH,
        )

    def note_card(self, title: str, *, is_kept: bool) -> CardContent:
        """The card of a note on the topic `title`; one that `is_kept` can be deleted."""
        return CardContent(
            kind=self.tr("Your note on this topic"),
            icon="note",
            role="accent",
            title=title,
            subtitle="",
            statements=(),
            rows=(),
            actions=(("delete", self.tr("Delete the note"), "trash"),) if is_kept else (),
            width=_WIDTH,
        )


def shortened(words: str) -> str:
    """`words` in one line, cut between two of them where they are many."""
    words = " ".join(words.split())
    return words if len(words) <= _MOST else words[:_MOST].rsplit(" ", 1)[0] + "…"


def _day(edition: str) -> str:
    """The date of an edition, as it is read."""
    day = QDate.fromString(edition, Qt.DateFormat.ISODate)
    return QLocale().toString(day, "d MMMM yyyy") if day.isValid() else edition
