"""Pictures inside exported pages: light colours, and as wide as the text round them."""

from dataclasses import replace
from pathlib import Path
from typing import Final

from crmo_desktop.domain.picture import Picture
from crmo_desktop.gui.drawing.drawer import Drawer, Tools
from crmo_desktop.gui.drawing.svg import svg_of
from crmo_desktop.gui.early import PAGES, START, load_fonts, qt_application
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.theme import Appearance, Look, Theme
from crmo_desktop.services.reading import ReadingService

WIDTH: Final = 680.0  # pixels at 100%: the column of an exported page


class InlineDrawings:
    """Draws pictures of one edition as SVG."""

    def __init__(self, drawer: Drawer, look: Look, light: Theme, *, language: str) -> None:
        """Know how to draw.

        Args:
            drawer: of the edition's pictures.
            look: whose faces are used.
            light: colours of files.
            language: BCP 47 tag of the edition.
        """
        self._drawer, self._language = drawer, language
        self._look = replace(look, theme=light, text_size=100)

    def svg(self, picture: Picture) -> str:
        """The picture as SVG, with its title and its caption."""
        scene = self._drawer.draw(picture, self._look, WIDTH)
        return svg_of(
            scene, self._look, title=picture.title, description=picture.caption, language=self._language
        )


class Alone:
    """What draws where there is no window: Qt, the faces and the colours, made for this.

    Attributes:
        light, dark: colours of files.
    """

    def __init__(self, resources: Path, reading: ReadingService) -> None:
        """Load what is needed from the folder `resources`; Qt must have been told to do without a screen.

        Raises:
            OSError: a resource is missing.
        """
        self._qt = qt_application()  # as long as anything is drawn
        load_fonts(resources / "fonts", START, PAGES)
        self._appearance = Appearance(resources / "themes", choice="light")
        self.light, self.dark = self._appearance.theme("light"), self._appearance.theme("dark")
        self._reading = reading
        tools = Tools(resources / "pictures", IconShelf(resources / "icons"), self._art)
        self.drawings = InlineDrawings(
            Drawer(tools), self._appearance.look, self.light, language=reading.edition.language
        )

    def _art(self, name: str) -> str:
        data = self._reading.picture(name)
        return "" if data is None else data.decode("utf-8")
