"""A PDF without a window."""

from pathlib import Path
from typing import NamedTuple

import pypdf
import pytest

from crmo_desktop.domain.errors import UnknownTopicError, UserError
from crmo_desktop.gui.paper.exporting import export_pdf
from crmo_desktop.services.reading import ReadingService
from tests.gui.conftest import RESOURCES
from tests.gui.paper.conftest import MakePublication


class Reference(NamedTuple):
    reading: ReadingService


def test_a_topic_is_written(
    reading: ReadingService, topic_of: MakePublication, tmp_path: Path, qapp: object
) -> None:
    path = tmp_path / "pain.pdf"

    export_pdf(topic_of("bone-pain"), Reference(reading), RESOURCES, path)

    reader = pypdf.PdfReader(path, strict=True)
    assert "Bone pain" in reader.pages[0].extract_text()
    assert len(reader.outline) == 2  # the topic, and a list of its sections
    assert list(tmp_path.iterdir()) == [path]


def test_a_topic_that_is_not_there_writes_nothing(
    reading: ReadingService, topic_of: MakePublication, tmp_path: Path, qapp: object
) -> None:
    with pytest.raises(UnknownTopicError):
        export_pdf(topic_of("no-such"), Reference(reading), RESOURCES, tmp_path / "a.pdf")

    assert not list(tmp_path.iterdir())


def test_a_place_that_is_not_there_is_told(
    reading: ReadingService, topic_of: MakePublication, tmp_path: Path, qapp: object
) -> None:
    with pytest.raises(UserError, match="folder"):
        export_pdf(topic_of("bone-pain"), Reference(reading), RESOURCES, tmp_path / "none" / "a.pdf")
