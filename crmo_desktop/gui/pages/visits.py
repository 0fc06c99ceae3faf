"""Stops of the trail whose pages tell themselves how they are shown: pictures, and what the reader made."""

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import Address, OwnAddress, PictureAddress, TopicAddress
from crmo_desktop.gui.pages.picture_visit import PictureVisit
from crmo_desktop.gui.pages.stack import PageStack
from crmo_desktop.services.journal import Journal
from crmo_desktop.services.reading import ReadingService

VisitedAddress = PictureAddress | OwnAddress


class Visits:
    """What the navigator does where an address leads to such a page.

    Attributes:
        pictures: those of pictures.
    """

    def __init__(self, reading: ReadingService, journal: Journal, stack: PageStack) -> None:
        self.pictures = PictureVisit(reading, journal, stack)
        self._reading, self._stack = reading, stack

    def check(self, address: Address) -> None:
        """See whether this edition has what `address`, of whatever kind, leads to.

        Raises:
            UnknownTopicError: it has no such topic.
            UnknownPictureError: it has no such picture.
        """
        if isinstance(address, TopicAddress):
            self._reading.entry(address.topic)
        elif isinstance(address, PictureAddress):
            self._reading.figure(address.picture)

    def show(self, address: VisitedAddress, audience: Audience, seen: object) -> str:
        """Show what is there, as it was `seen` before if it was; returns its title.

        Raises:
            UnknownPictureError: this edition has no such picture.
        """
        if isinstance(address, PictureAddress):
            return self.pictures.show(address, audience, seen)
        mine = self._stack.mine
        mine.show_part(address.part, seen)
        self._stack.setCurrentWidget(mine)
        return mine.title()

    def seen(self, here: VisitedAddress) -> object:
        """How the page on the screen is shown; None where it is another one than that of `here`."""
        if isinstance(here, PictureAddress):
            return self.pictures.seen()
        return self._stack.mine.seen() if self._stack.is_mine() else None

    def address(self, here: VisitedAddress) -> Address:
        """The address of what is on the screen, down to what is chosen in it."""
        if isinstance(here, PictureAddress):
            return self.pictures.address()
        return self._stack.mine.address()
