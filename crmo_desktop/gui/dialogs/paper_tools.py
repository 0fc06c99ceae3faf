"""What windows about paper work with."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtGui import QColor, QPageSize

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import TopicId
from crmo_desktop.domain.publication import OwnList, PaperLook, PaperSize, Publication, TypeSize
from crmo_desktop.gui import printing
from crmo_desktop.gui.dialogs.book_making import Make
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Appearance, Look
from crmo_desktop.services.preferences import Preferences
from crmo_desktop.services.publishing import topic_publication
from crmo_desktop.services.reading import ReadingService

if TYPE_CHECKING:
    from crmo_desktop.gui.dialogs.book_making import Progress
    from crmo_desktop.gui.drawing.drawer import Drawer
    from crmo_desktop.gui.paper.book import Book, BookMakers
    from crmo_desktop.services.handouts import Handouts
    from crmo_desktop.services.own import Own


class PaperTools(NamedTuple):
    """What windows about paper work with.

    Attributes:
        make: makes the pages of a publication.
        paper: the colour of a sheet.
    """

    reading: ReadingService
    preferences: Preferences
    handouts: "Handouts"
    make: Make
    look: Look
    icons: IconShelf
    paper: QColor


class Shown(NamedTuple):
    """What the reader has before them.

    Attributes:
        topic: that is read; None for none.
        selected: the words selected on its page, in its own markup; "" for none.
        found: all that a search found, or the reader's own things, where these are listed.
        notes: what the reader has made in the topic; None for nothing.
    """

    topic: TopicId | None
    audience: Audience
    selected: str = ""
    found: Publication | None = None
    notes: OwnList | None = None


def paper_tools(
    reading: ReadingService,
    preferences: Preferences,
    own: "Own",
    appearance: Appearance,
    icons: IconShelf,
    make_drawer: "Callable[[], Drawer]",
) -> PaperTools:
    """The tools of a window about paper, as things look now."""
    from crmo_desktop.gui.paper.book import BookMakers

    makers = BookMakers(reading, icons, make_drawer, appearance.folder)
    return PaperTools(
        reading=reading,
        preferences=preferences,
        handouts=own.handouts,
        make=partial(_make, makers),
        look=appearance.look,
        icons=icons,
        paper=QColor(appearance.theme("print").colours["page"]),
    )


def _make(makers: "BookMakers", publication: Publication, progress: "Progress") -> "Book | None":
    from crmo_desktop.gui.paper.book import make_book

    return make_book(publication, makers, progress)


def preferred_look(preferences: Preferences) -> PaperLook:
    """Paper and type as the reader had them last; at first the sheet that people here use."""
    kept = preferences.paper_size
    is_letter = printing.paper().id() == QPageSize.PageSizeId.Letter
    usual = PaperSize.LETTER if is_letter else PaperSize.A4
    size = PaperSize(kept) if kept in set(PaperSize) else usual
    return PaperLook(size=size, type_size=TypeSize(preferences.paper_type))


def keep_look(preferences: Preferences, publication: Publication) -> None:
    """Remember paper, type and clinic of `publication`, where they are not what is remembered."""
    before, look = preferred_look(preferences), publication.look
    if look.size != before.size:
        preferences.paper_size = look.size.value
    if look.type_size != before.type_size:
        preferences.paper_type = look.type_size.value
    if publication.clinic != preferences.clinic:
        preferences.clinic = publication.clinic


def plain_publication(tools: PaperTools, shown: Shown) -> Publication | None:
    """What is shown, as it is printed where nothing else is chosen; None where that is nothing."""
    usual: dict[str, Any] = {"look": preferred_look(tools.preferences), "clinic": tools.preferences.clinic}
    if shown.found is not None:
        return replace(shown.found, **usual)
    if shown.topic is None:
        return None
    publication = topic_publication(tools.reading, shown.topic, (shown.audience,))
    return replace(publication, **usual)
