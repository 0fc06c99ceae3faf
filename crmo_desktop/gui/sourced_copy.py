"""A copy that can stand by itself: the words, what they rest on, and where they are to be found."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple
from xml.etree.ElementTree import Element

from PySide6.QtCore import QObject

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.content import Edition
from crmo_desktop.domain.identifiers import SectionId, TopicAddress
from crmo_desktop.domain.page import Citation, Page
from crmo_desktop.gui.clean_copy import Copied, as_copied
from crmo_desktop.gui.edition_stamp import edition_stamp


class Place(NamedTuple):
    """Where on a page something stands.

    Attributes:
        section: its id; "" above the first.
        title: of the section; "" above the first.
    """

    page: Page
    section: str = ""
    title: str = ""

    @property
    def address(self) -> TopicAddress:
        """The address that leads there."""
        return TopicAddress(self.page.topic.id, SectionId(self.section) if self.section else None)


def place_of(page: Page, section: str) -> Place:
    """The section called `section`; what is none of the page's own is its beginning."""
    title = next((one.title for one in page.sections if one.id == section), "")
    return Place(page, section if title else "", title)


class SourcedCopy(QObject):
    """Puts words and what they rest on together."""

    def copy(
        self, root: Element, place: Place, cited: Iterable[Citation], edition: Edition, day: date
    ) -> Copied:
        """The blocks in `root`, their sources, topic, section, address, edition and day.

        Args:
            root: what is copied.
            place: where it stands.
            cited: what its marks rest on.
            edition: of the reference.
            day: today.
        """
        lines = self.sources(cited)
        lines += [self.heading(place), str(place.address)]
        copied = self.tr("Copied on {date}.").format(date=day.isoformat())
        return as_copied(root).below([*lines, f"{edition_stamp(edition)} {copied}"])

    def sources(self, cited: Iterable[Citation]) -> list[str]:
        """Each source once, in full, by its number on the page; below a heading, and a blank line after."""
        by_number = {citation.number: citation.source for citation in cited}
        listed = [f"[{number}] {by_number[number].reference}" for number in sorted(by_number)]
        return [self.tr("Sources"), *listed, ""] if listed else []

    def heading(self, place: Place) -> str:
        """Topic, section and for whom it is written."""
        page = place.page
        title = f"{page.topic.title}: {place.title}" if place.title else page.topic.title
        if page.topic.is_help:
            return title
        families = page.audience is Audience.PATIENT
        return f"{title} ({self.tr('for families') if families else self.tr('for clinicians')})"
