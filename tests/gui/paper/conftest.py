"""What books are made with: the real edition, the bundled faces."""

from collections.abc import Callable

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import TopicId
from crmo_desktop.domain.publication import Extract, PaperLook, Publication
from crmo_desktop.gui.drawing.drawer import Drawer, Tools
from crmo_desktop.gui.icons import IconShelf
from crmo_desktop.gui.paper.book import BookMakers
from crmo_desktop.services.reading import ReadingService
from tests.gui.conftest import RESOURCES

MakePublication = Callable[..., Publication]


@pytest.fixture(scope="session")
def makers(reading: ReadingService, icons: IconShelf) -> BookMakers:
    def art(name: str) -> str:
        data = reading.picture(name)
        return "" if data is None else data.decode("utf-8")

    drawer = Drawer(Tools(RESOURCES / "pictures", icons, art))
    return BookMakers(reading, icons, lambda: drawer, RESOURCES / "themes")


@pytest.fixture(scope="session")
def topic_of() -> MakePublication:
    """`topic_of("bone-pain", "patient")` publishes one topic; what else is named goes along."""

    def make(
        topic: str, audience: str = "patient", look: PaperLook = PaperLook(), **more: object
    ) -> Publication:
        extract = Extract(topic=TopicId(topic), audience=Audience(audience))
        return Publication(title=topic, contents=(extract,), look=look, **more)  # type: ignore[arg-type]  # as named

    return make
