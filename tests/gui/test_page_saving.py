"""A topic saved as HTML from the window."""

from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtWidgets import QFileDialog

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.errors import NoFolderError
from crmo_desktop.domain.identifiers import TopicAddress, TopicId
from crmo_desktop.domain.page import Page
from crmo_desktop.export.words import ExportWords
from crmo_desktop.gui.main_window import MainWindow
from crmo_desktop.gui.page_saving import PageSaving
from tests.gui.conftest import Desk

XHTML = "{http://www.w3.org/1999/xhtml}"


@pytest.fixture
def window(desk: Desk) -> MainWindow:
    window = desk.open(audience=Audience.CLINICIAN)
    window.navigator.go(TopicAddress(TopicId("nsaids")))
    return window


@pytest.fixture
def saving(window: MainWindow) -> PageSaving:
    return PageSaving(window._desk())


@pytest.fixture
def page(window: MainWindow) -> Page:
    page = window.reader.page()
    assert page is not None
    return page


Answer = Callable[[MainWindow, Path], None]


@pytest.fixture
def answer() -> Answer:
    """Chooses a place in the dialog that is open."""

    def choose(window: MainWindow, path: Path) -> None:
        (dialog,) = (one for one in window.findChildren(QFileDialog) if one.isVisible())
        dialog.fileSelected.emit(str(path))
        dialog.close()

    return choose


def test_the_page_is_a_file_with_its_drawings_inside(
    saving: PageSaving, page: Page, window: MainWindow, tmp_path: Path
) -> None:
    saving.save(page, tmp_path / "page.html")

    root = ElementTree.fromstring((tmp_path / "page.html").read_text(encoding="utf-8"))
    drawing = root.find(".//{http://www.w3.org/2000/svg}svg")
    assert drawing is not None
    assert (
        drawing.findtext("{http://www.w3.org/2000/svg}title") == "Response to an NSAID alone, study by study"
    )
    assert len(list(drawing.iter("{http://www.w3.org/2000/svg}use"))) > 50
    assert root.findtext(f".//{XHTML}h1") == "NSAIDs"
    ids = [part.get("id") for part in root.iter() if part.get("id")]
    assert len(ids) == len(set(ids))
    assert window.reader.page() is page


def test_its_words_are_those_that_english_has_without_a_window(saving: PageSaving) -> None:
    assert saving.words("en") == ExportWords()


def test_the_reader_says_where(
    saving: PageSaving, page: Page, window: MainWindow, tmp_path: Path, answer: Answer
) -> None:
    saving.ask(page)
    (dialog,) = window.findChildren(QFileDialog)
    edition = window.reading.edition.made_on.isoformat()
    assert Path(dialog.selectedFiles()[0]).name == f"NSAIDs ({edition}).html"

    answer(window, tmp_path / "mine.html")

    assert (tmp_path / "mine.html").is_file()
    assert window.status.said() == "Saved as “mine.html”"


def test_the_next_one_is_offered_in_the_same_folder(
    saving: PageSaving, page: Page, window: MainWindow, tmp_path: Path, answer: Answer
) -> None:
    saving.ask(page)
    answer(window, tmp_path / "mine.html")

    saving.ask(page)

    (dialog,) = (one for one in window.findChildren(QFileDialog) if one.isVisible())
    assert Path(dialog.selectedFiles()[0]).parent == tmp_path
    dialog.close()


def test_what_cannot_be_written_is_said(
    saving: PageSaving, page: Page, window: MainWindow, tmp_path: Path, answer: Answer
) -> None:
    with pytest.raises(NoFolderError):
        saving.save(page, tmp_path / "gone" / "mine.html")

    saving.ask(page)
    answer(window, tmp_path / "gone" / "mine.html")

    assert "There is no folder" in window.notice.words()
    assert list(tmp_path.glob("*.html")) == []
