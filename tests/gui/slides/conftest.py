"""What slides are made with: the real edition, the bundled faces."""

import pytest

from crmo_desktop.gui.drawing.drawer import Drawer, Tools
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.slides.deck import SlideMakers
from crmo_desktop.services.reading import ReadingService
from tests.gui.conftest import RESOURCES


@pytest.fixture(scope="session")
def makers(reading: ReadingService, icons: IconShelf) -> SlideMakers:
    def art(name: str) -> str:
        data = reading.picture(name)
        return "" if data is None else data.decode("utf-8")

    drawer = Drawer(Tools(RESOURCES / "pictures", icons, art))
    return SlideMakers(reading, icons, lambda: drawer, RESOURCES / "themes")
