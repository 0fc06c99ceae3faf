"""The pages read last, in words: what they are called, and how long ago that was."""

from collections.abc import Iterable

from PySide6.QtCore import QObject

from crmo_desktop.gui.pages.home_cards import LastRead
from crmo_desktop.services.journal import ReadPage


class LastReadWords(QObject):
    """Says when a page was read."""

    def words_for(self, pages: Iterable[ReadPage]) -> list[LastRead]:
        """`pages` as the start page offers them."""
        return [LastRead(page.address, page.title, self._when(page.days_ago)) for page in pages]

    def _when(self, days: int) -> str:
        if days == 0:
            return self.tr("today")
        return self.tr("yesterday") if days == 1 else self.tr("{n} days ago", None, days).format(n=days)
