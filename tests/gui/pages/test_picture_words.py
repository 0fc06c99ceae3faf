"""What stands round a picture in words."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject

from crmo_desktop.domain.bone_map import BoneMap
from crmo_desktop.domain.identifiers import PictureId
from crmo_desktop.gui.drawing.scene import View
from crmo_desktop.gui.pages.picture_words import PictureWords
from crmo_desktop.services.pictures import PicturePlace
from crmo_desktop.services.reading import ReadingService
from tests.gui.sample_pictures import picture_of_rows, picture_of_steps


@pytest.fixture
def words(qapp: QObject) -> PictureWords:
    return PictureWords(None)


def test_the_way_has_what_there_is(words: PictureWords) -> None:
    assert words.way(PicturePlace("Bones", "Map")) == "Bones › Map"
    assert words.way(PicturePlace("", "")) == ""


def test_whom_it_is_for_is_said_of_pictures_for_clinicians(words: PictureWords) -> None:
    assert words.audience(picture_of_rows()) == ""
    assert words.audience(picture_of_steps()) == "For clinicians"
    assert words.audience(replace(picture_of_rows(), audience="patient")) == "For families"


def test_links_say_which_source_they_are(words: PictureWords, reading: ReadingService) -> None:
    links = words.links(reading.cited_in(picture_of_rows()))

    assert [link.value for link in links] == ["eular-acr-2025", "gosh-uveitis-review-2022"]
    assert links[0].text.endswith("2025 [1]")
    assert links[0].name.startswith("Source 1: ")
    assert (words.before_links(1), words.before_links(2)) == ("Source:", "Sources:")


def test_few_sources_go_along_in_full_and_many_in_short(words: PictureWords, reading: ReadingService) -> None:
    picture = picture_of_rows()
    cited = reading.cited_in(picture)

    few = words.on_sheet(picture, cited, View(), reading.edition)
    assert few.sources == "Sources: " + " ".join(each.source.reference for each in cited)
    assert "Information, not medical advice" in few.edition
    assert reading.edition.made_on.isoformat() in few.edition
    assert "crmo://picture/sample" in few.edition
    assert "Not yet reviewed by a physician" in few.edition
    many = reading.figure(PictureId("path-to-diagnosis"))
    told = words.on_sheet(many, reading.cited_in(many), View(), reading.edition).sources
    assert told.count(";") >= 3
    reviewed = reading.edition._replace(reviewed_by="Dr A")
    assert "Reviewed by Dr A" in words.on_sheet(picture, cited, View(), reviewed).edition
    assert words.on_sheet(picture, (), View(), reading.edition).sources == ""


def test_a_bone_map_goes_with_the_source_of_the_group_that_is_seen(
    words: PictureWords, reading: ReadingService
) -> None:
    picture = reading.figure(PictureId("bone-map"))
    assert isinstance(picture.drawing, BoneMap)
    cited = reading.cited_in(picture)
    for group in picture.drawing.groups[:3]:
        told = words.on_sheet(picture, cited, View(groups=(group.id,)), reading.edition).sources
        own = next(each.source for each in cited if each.source.id == group.source)
        assert told == f"Source: {own.reference}"
