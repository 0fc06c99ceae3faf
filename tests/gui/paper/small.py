"""Small texts, set."""

from PySide6.QtCore import QSizeF

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.language import ENGLISH
from crmo_desktop.gui.paper.book import BookMakers
from crmo_desktop.gui.paper.galley import Galley
from crmo_desktop.gui.paper.inline import InlinePictures
from crmo_desktop.gui.paper.paper_style import UNITS, paper_css, print_look
from crmo_desktop.gui.paper.setting import Text

WIDTH = 480 * UNITS
ROOM = 700 * UNITS


class Places(dict[str, str]):
    """Words for addresses; "(page 8)" for those that are not known yet."""

    def __missing__(self, address: str) -> str:
        return "(page 8)"


def inline(makers: BookMakers, places: Places | None = None, *, highest: float = ROOM) -> InlinePictures:
    return InlinePictures(
        makers.reading,
        makers.icons,
        makers.make_drawer,
        print_look(makers.themes, 10.5, ENGLISH),
        width=WIDTH,
        highest=highest,
        audience=Audience.PATIENT,
        page_of=(Places() if places is None else places).__getitem__,
    )


def galley(html: str, makers: BookMakers, places: Places | None = None, language: str = ENGLISH) -> Galley:
    look = print_look(makers.themes, 10.5, ENGLISH)
    return Galley(html, paper_css(look), look, WIDTH, inline(makers, places), language)


def text(html: str = "", **more: object) -> Text:
    return Text(html=html, language=ENGLISH, audience=Audience.PATIENT, **more)  # type: ignore[arg-type]  # as named


def points(width: float, height: float) -> QSizeF:
    return QSizeF(width * UNITS, height * UNITS)
