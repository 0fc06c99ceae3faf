"""Slides into files without a window."""

from pathlib import Path

import pypdf
import pytest

from crmo_desktop.domain.slide_paper import SlidePaper
from crmo_desktop.domain.talk import Talk
from crmo_desktop.gui.handing_out.exporting import export_slides
from crmo_desktop.gui.handing_out.handed import SlidesWanted
from crmo_desktop.gui.slides.slide import Room
from crmo_desktop.services.reading import ReadingService
from tests.gui.conftest import RESOURCES
from tests.gui.handing_out.samples import NOON


@pytest.mark.parametrize("is_pptx", [False, True])
def test_slides_are_written(reading: ReadingService, session: Talk, tmp_path: Path, is_pptx: bool) -> None:
    wanted, path = SlidesWanted(session, Room(builds=False), SlidePaper()), tmp_path / "slides"

    export_slides(wanted, reading, RESOURCES, path, now=NOON, is_pptx=is_pptx)

    if is_pptx:
        assert path.read_bytes().startswith(b"PK")
    else:
        assert pypdf.PdfReader(path).metadata.title == "Evening"  # type: ignore[union-attr]  # it has some
