"""Shows pictures as stops of the window's trail: from which view, how far moved, as the table or not."""

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import Address, HomeAddress, PictureAddress
from crmo_desktop.gui.pages.stack import PageStack
from crmo_desktop.services.journal import Journal
from crmo_desktop.services.reading import ReadingService


class PictureVisit:
    """What the navigator does where an address leads to a picture."""

    def __init__(self, reading: ReadingService, journal: Journal, stack: PageStack) -> None:
        self._reading, self._journal, self._stack = reading, journal, stack

    def show(self, address: PictureAddress, audience: Audience, seen: object) -> str:
        """Show it, as it was `seen` before if it was; returns its title.

        Raises:
            UnknownPictureError: this edition has no such picture.
        """
        picture = self._reading.figure(address.picture)
        self._stack.picture.show_picture(picture, audience, address.view)
        self._stack.picture.show_again(seen)
        self._stack.setCurrentWidget(self._stack.picture)
        self._journal.saw(picture, audience)
        return picture.title

    def set_audience(self, audience: Audience) -> None:
        """Show the picture on the screen to `audience`, in the view that it is seen in."""
        page = self._stack.picture
        here, seen = page.address(), page.shown()
        if here is not None:
            page.show_picture(self._reading.figure(here.picture), audience, here.view)
            page.show_again(seen)

    def seen(self) -> object:
        """How the picture on the screen is shown; None where none is."""
        return self._stack.picture.shown() if self._stack.is_picture() else None

    def address(self) -> Address:
        """The address of the picture on the screen, down to its view."""
        return self._stack.picture.address() or HomeAddress()
