"""A deck as a file of slides, read back by python-pptx."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pypdf
import pytest

from crmo_desktop.domain.talk import Talk
from crmo_desktop.export.pptx import pptx
from crmo_desktop.gui.handing_out.handed import Handed, handed
from crmo_desktop.gui.handing_out.shots import placed_in, shots_of
from crmo_desktop.gui.handing_out.slide_file import slide_file
from crmo_desktop.gui.slides.deck import SlideMakers
from crmo_desktop.gui.slides.figures_slide import FigureSlide
from crmo_desktop.gui.slides.slide import Room
from tests.gui.handing_out.samples import NOON, read_back, texts


@pytest.fixture(scope="session")
def read(session_out: Handed) -> Any:
    return read_back(session_out)


def test_every_word_of_every_slide_is_a_word(session_out: Handed, topic_out: Handed) -> None:
    for out in (session_out, topic_out):
        for shot, made in zip(shots_of(out.deck), read_back(out).slides, strict=True):
            placed = [each.words for each in placed_in(shot) if each.words and each.kind != "option"]
            if isinstance(shot.slide, FigureSlide):
                placed = [words.text for words in shot.slide.scene_of(shot.state).written()]
            said = " ".join(texts(made))
            for words in placed:
                assert _plain(words) in _plain(said)


def _plain(words: str) -> str:
    """Without what the file has as marks: numbers of points, blanks."""
    return "".join(words.lstrip("0123456789. ").split())


def test_every_slide_has_a_title_its_edition_and_its_number(read: Any) -> None:
    for slide in read.slides:
        assert slide.shapes.title.text
        assert any("Information, not medical advice." in words for words in texts(slide))
        assert any(shape.name.startswith("Slide number") for shape in slide.shapes)


def test_sources_stand_at_the_foot(session_out: Handed, read: Any) -> None:
    for shot, slide in zip(shots_of(session_out.deck), read.slides, strict=True):
        line = shot.slide.source_line
        if line and not isinstance(shot.slide, FigureSlide) and not shot.state.step < shot.slide.steps - 1:
            assert line in texts(slide)


def test_notes_go_along_the_trainer_s_own_first(topic_out: Handed) -> None:
    first, second, *_ = read_back(topic_out).slides

    assert first.notes_slide.notes_text_frame.text.startswith("My own note.")
    own = topic_out.deck.slides[1].notes
    assert not own or second.notes_slide.notes_text_frame.text == "\n".join(own)


def test_answers_can_stay_here(session_out: Handed) -> None:
    with_answers, without = read_back(session_out), read_back(session_out, has_answers=False)

    assert len(without.slides) < len(with_answers.slides)
    said = " ".join(words for slide in without.slides for words in texts(slide))
    assert "✓" not in said


def test_questions_have_their_colour(session_out: Handed, read: Any) -> None:
    layouts = [slide.slide_layout.name for slide in read.slides]

    assert layouts.count("Question") >= 4
    assert layouts.count("Slide") >= 4


def test_no_letters_are_smaller_than_the_last_row_can_read(read: Any) -> None:
    sizes = {
        run.font.size.pt
        for slide in read.slides
        for shape in slide.shapes
        if shape.has_text_frame and not shape.name.startswith("Footer")
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
    }

    assert min(sizes) >= 540 / 24  # points; a slide is 540 high


def test_nothing_stands_over_the_edge(read: Any) -> None:
    for slide in read.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= read.slide_width
            assert shape.top + shape.height <= read.slide_height


@pytest.mark.slow
@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs LibreOffice")
def test_impress_opens_it(session_out: Handed, read: Any, tmp_path: Path) -> None:
    path = tmp_path / "slides.pptx"
    path.write_bytes(pptx(slide_file(session_out, NOON)))
    own = f"-env:UserInstallation=file://{tmp_path}/office"

    subprocess.run(
        ["soffice", own, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, path],
        capture_output=True,
        timeout=120,
        check=False,
    )

    if not path.with_suffix(".pdf").exists():
        pytest.skip("LibreOffice is here without Impress")
    pages = pypdf.PdfReader(path.with_suffix(".pdf")).pages
    assert len(pages) == len(read.slides)
    assert "Who is here?" in " ".join(" ".join(page.extract_text() for page in pages).split())


def test_colours_and_shape_are_those_of_the_room(topic: Talk, makers: SlideMakers) -> None:
    out = handed(topic, Room(theme="dark", width=960, builds=False), makers, {})

    made = slide_file(out, NOON)

    assert made.width == 960
    assert made.colours["page"] == out.look.look.name_of("page")
    assert made.colours["question"] == out.look.look.name_of("aud_trainer")
    assert made.made == "2026-11-26T12:00:00Z"
