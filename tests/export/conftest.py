"""The edition made from content/, and what exports of it are made of."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from crmo_desktop.domain.picture import Picture
from crmo_desktop.export.style import css_of
from crmo_desktop.export.supply import Supply
from crmo_desktop.library.pack import open_pack
from crmo_desktop.services.reading import ReadingService
from tests.house.tree import ROOT

DRAWN = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" role="img" '
    'aria-labelledby="title desc"><title id="title">{title}</title><desc id="desc">what</desc>'
    '<defs><path id="g1" d="M0 0L1 1"/></defs><use xlink:href="#g1"/><path fill="url(#g1)" d="M0 0"/></svg>\n'
)


@pytest.fixture(scope="session")
def reading(pack_path: Path) -> Iterator[ReadingService]:
    pack = open_pack(pack_path)
    yield ReadingService(pack)
    pack.close()


def drawn(picture: Picture) -> str:
    """Stands in for what draws."""
    return DRAWN.format(title=picture.id)


@pytest.fixture(scope="session")
def supply(reading: ReadingService) -> Supply:
    return Supply(reading.edition, reading.page, reading.figure, reading.term, reading.picture, drawn)


def colours(theme: str) -> dict[str, str]:
    """The colours of a theme by their roles."""
    data = json.loads((ROOT / "resources" / "themes" / f"{theme}.json").read_text(encoding="utf-8"))
    found: dict[str, str] = data["colours"]
    return found


@pytest.fixture(scope="session")
def css() -> str:
    return css_of(colours("light"), colours("dark"))
