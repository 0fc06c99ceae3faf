from xml.etree import ElementTree

from crmo_desktop.domain.identifiers import PictureId
from crmo_desktop.export.drawn import figure_html, table_html, with_names
from crmo_desktop.export.words import ExportWords
from crmo_desktop.services.reading import ReadingService
from tests.export.conftest import drawn

WORDS = ExportWords()
PICTURE = PictureId("response-to-nsaids")


def test_names_are_those_of_the_file_and_not_of_the_drawing(reading: ReadingService) -> None:
    svg = with_names(f'<?xml version="1.0"?>\n{drawn(reading.figure(PICTURE))}', "a.pic-1-")

    assert svg.startswith("<svg ")
    assert 'aria-labelledby="a.pic-1-title a.pic-1-desc"' in svg
    for name in ('<title id="a.pic-1-title">', 'id="a.pic-1-g1"', 'href="#a.pic-1-g1"', "url(#a.pic-1-g1)"):
        assert name in svg


def test_a_picture_comes_with_its_words_and_its_table(reading: ReadingService) -> None:
    picture = reading.figure(PICTURE)

    html = figure_html(picture, "<figcaption>What</figcaption>", drawn, WORDS, prefix="p-")

    root = ElementTree.fromstring(html)
    assert root.tag == "figure"
    assert [part.tag.rpartition("}")[2] for part in root] == ["figcaption", "svg", "details", "details"]
    assert [part.findtext("summary") for part in root.iter("details")] == [WORDS.in_words, WORDS.as_table]
    assert len(root.findall(".//tbody/tr")) == len(picture.table.rows)


def test_what_cannot_be_drawn_is_told(reading: ReadingService) -> None:
    picture = reading.figure(PICTURE)

    root = ElementTree.fromstring(figure_html(picture, "", None, WORDS, prefix=""))

    assert [part.text for part in root.findall("p")] == list(picture.said)
    assert [part.findtext("summary") for part in root.iter("details")] == [WORDS.as_table]


def test_the_heads_of_the_table_are_heads_of_columns(reading: ReadingService) -> None:
    picture = reading.figure(PICTURE)

    root = ElementTree.fromstring(table_html(picture))

    heads = root.findall(".//thead/tr/th")
    assert [head.text for head in heads] == list(picture.table.columns)
    assert {head.get("scope") for head in heads} == {"col"}
    assert [head.get("class") == "numeric" for head in heads] == list(picture.table.numeric)
    assert root.findtext(".//caption") == picture.title
