"""The pictures of an edition, listed and placed."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.bone_map import BoneMap
from crmo_desktop.domain.identifiers import PictureId, TopicId
from crmo_desktop.library.pack import open_pack
from crmo_desktop.services.pictures import is_for_clinicians, listed_pictures, place_of, sources_of
from crmo_desktop.services.reading import ReadingService


@pytest.fixture
def edition(pack_path: Path) -> Iterator[ReadingService]:
    with closing(open_pack(pack_path)) as pack:
        yield ReadingService(pack)


def test_pictures_are_listed_chapter_by_chapter(edition: ReadingService) -> None:
    listed = listed_pictures(edition, Audience.CLINICIAN)

    assert {row.id for row in listed} == {
        picture.id for picture in edition.pictures() if picture.audience != Audience.PATIENT
    }
    titles = [chapter.title for chapter in edition.chapters()]
    places = [titles.index(row.chapter) for row in listed]
    assert places == sorted(places)
    assert all(row.title and row.caption for row in listed)


def test_families_are_not_offered_what_is_for_clinicians(edition: ReadingService) -> None:
    listed = listed_pictures(edition, Audience.PATIENT)

    assert {row.id for row in listed} == {
        picture.id for picture in edition.pictures() if not is_for_clinicians(picture)
    }
    assert not any(row.is_for_clinicians for row in listed)
    everything = listed_pictures(edition, Audience.CLINICIAN)
    assert any(row.is_for_clinicians for row in everything)


def test_a_picture_belongs_to_a_topic_of_a_chapter(edition: ReadingService) -> None:
    picture = edition.figure(PictureId("bone-map"))

    assert place_of(edition, picture) == ("Bones and the body", edition.entry(picture.topic).title)
    assert place_of(edition, replace(picture, topic=TopicId("no-such-topic"))) == ("", "")


def test_a_bone_map_has_the_sources_of_the_groups_that_are_shown(edition: ReadingService) -> None:
    picture = edition.figure(PictureId("bone-map"))
    assert isinstance(picture.drawing, BoneMap)
    first, second = picture.drawing.groups[:2]

    assert sources_of(picture, ()) == (first.source,)
    assert sources_of(picture, (second.id,)) == (second.source,)
    both = sources_of(picture, (first.id, second.id))
    assert set(both) == {first.source, second.source}


def test_all_other_pictures_have_all_their_sources(edition: ReadingService) -> None:
    picture = edition.figure(PictureId("response-to-nsaids"))

    assert sources_of(picture, ()) == picture.sources


def test_each_source_comes_with_the_facts_taken_from_it(edition: ReadingService) -> None:
    picture = edition.figure(PictureId("response-to-nsaids"))

    cited = edition.cited_in(picture)

    assert [citation.number for citation in cited] == list(range(1, len(picture.sources) + 1))
    assert tuple(citation.source.id for citation in cited) == picture.sources
    for citation in cited:
        assert citation.facts
        for fact in citation.facts:
            assert fact.id in picture.facts
            assert citation.source.id in fact.sources


def test_an_edition_knows_its_pictures_unread(edition: ReadingService, small_pack: Path) -> None:
    assert edition.has_figure(PictureId("bone-map"))
    assert not edition.has_figure(PictureId("bone"))
    with closing(open_pack(small_pack)) as pack:
        assert not ReadingService(pack).has_figure(PictureId("bone-map"))
