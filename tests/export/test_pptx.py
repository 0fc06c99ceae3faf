"""A file of slides, read back by python-pptx."""

import zipfile
from dataclasses import replace
from io import BytesIO
from typing import Any

import pptx as reader
from pptx.util import Emu

from crmo_desktop.domain.slides import Strand
from crmo_desktop.export.pptx import pptx
from crmo_desktop.export.pptx_values import SlideFile, WordsShape
from tests.export.slide_samples import BODY, PICTURE, SLIDE, STAMP, TABLE_SLIDE, TITLE, slide_file


def read(file: SlideFile) -> Any:
    return reader.Presentation(BytesIO(pptx(file)))


def texts(slide: Any) -> list[str]:
    return [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame and shape.text_frame.text]


def test_words_are_words_in_the_order_of_reading() -> None:
    slide = read(slide_file()).slides[0]

    assert slide.shapes.title.text == "What a scan shows"
    assert texts(slide) == [
        "What a scan shows",
        "Not sand2\nthird\ndeeper\nto tick",
        "In short\nBring a book.",
        "1",
        STAMP,
    ]


def test_looks_of_words_are_kept() -> None:
    slide = read(slide_file()).slides[0]
    body = next(shape for shape in slide.placeholders if shape.placeholder_format.idx == 1)
    runs = body.text_frame.paragraphs[0].runs

    assert [(run.text, run.font.bold) for run in runs] == [("Not ", None), ("sand", True), ("2", None)]
    assert runs[0].font.size.pt == 27  # 36 of 720 units, on a slide 7.5 inches high
    assert body.text_frame.paragraphs[2].level == 0  # its indent is its own


def test_a_table_is_a_table_with_a_head() -> None:
    slide = read(slide_file()).slides[1]
    table = next(shape.table for shape in slide.shapes if shape.has_table)

    assert table.first_row
    cells = [[cell.text_frame.text for cell in row.cells] for row in table.rows]
    assert cells == [["Bone", "Share"], ["Shin", "64%"], ["Thigh", ""]]
    assert [column.width for column in table.columns] == [800 * 9525, 348 * 9525]


def test_a_picture_says_what_it_shows() -> None:
    slide = read(slide_file()).slides[1]
    picture = next(shape for shape in slide.shapes if shape.name.startswith("Picture"))

    assert picture.image.blob == PICTURE.png
    assert picture._element.nvPicPr.cNvPr.get("descr") == "A dot"


def test_the_same_picture_is_in_the_file_once() -> None:
    data = pptx(slide_file(TABLE_SLIDE, TABLE_SLIDE))

    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert [name for name in archive.namelist() if "media" in name] == ["ppt/media/image1.png"]


def test_notes_are_notes() -> None:
    first, second = read(slide_file()).slides

    assert first.notes_slide.notes_text_frame.text == "Ask first.\nThen wait."
    assert not second.has_notes_slide


def test_every_slide_names_its_edition() -> None:
    assert all(STAMP in texts(slide) for slide in read(slide_file()).slides)


def test_what_is_asked_has_a_layout_of_its_own() -> None:
    first, second = read(slide_file()).slides

    assert (first.slide_layout.name, second.slide_layout.name) == ("Slide", "Question")


def test_the_file_knows_what_it_is() -> None:
    made = read(slide_file())

    assert (made.core_properties.title, made.core_properties.language) == ("Scans", "en")
    assert (made.slide_width, made.slide_height) == (Emu(1280 * 9525), Emu(720 * 9525))


def test_parts_of_a_session_are_sections_of_the_file() -> None:
    parts = [replace(SLIDE, part=part) for part in ("Welcome", "Scans & <more>", "Scans & <more>")]

    made = read(slide_file(*parts))
    sections = [each for each in made.part._element.iter() if str(each.tag).endswith("}section")]

    assert [section.get("name") for section in sections] == ["Welcome", "Scans & <more>"]
    assert [len(section[0]) for section in sections] == [1, 2]
    numbers = [each.get("id") for section in sections for each in section[0]]
    assert numbers == [str(slide.slide_id) for slide in made.slides]
    assert len({section.get("id") for section in sections}) == 2


def test_without_parts_there_are_no_sections() -> None:
    with zipfile.ZipFile(BytesIO(pptx(slide_file()))) as archive:
        assert b"sectionLst" not in archive.read("ppt/presentation.xml")


def test_the_same_slides_make_the_same_file() -> None:
    assert pptx(slide_file()) == pptx(slide_file())


def test_signs_that_xml_cannot_hold_are_left_out() -> None:
    line = replace(BODY.lines[0], words=(Strand("bell\x07 & <b>"),))
    title = WordsShape(area=TITLE.area, lines=(line,), part="title")

    slide = read(slide_file(replace(SLIDE, shapes=(title,), notes=("\x00no\ud800",)))).slides[0]

    assert slide.shapes.title.text == "bell & <b>"
    assert slide.notes_slide.notes_text_frame.text == "no"


def test_words_that_run_from_right_to_left_do_so() -> None:
    slide = read(slide_file(is_rtl=True)).slides[0]
    looks = [
        paragraph._p.pPr
        for shape in slide.placeholders
        for paragraph in shape.text_frame.paragraphs
        if paragraph._p.pPr is not None
    ]

    assert looks
    assert all(look.get("rtl") == "1" for look in looks)


def test_all_parts_are_named_and_there() -> None:
    with zipfile.ZipFile(BytesIO(pptx(slide_file()))) as archive:
        names = set(archive.namelist())
        types = archive.read("[Content_Types].xml").decode()

    for name in names - {"[Content_Types].xml"}:
        if not name.endswith((".rels", ".png")):
            assert f'PartName="/{name}"' in types
