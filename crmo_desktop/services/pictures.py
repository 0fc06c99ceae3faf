"""The pictures of an edition as a reader looks for them."""

from typing import NamedTuple

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.bone_map import BoneMap
from crmo_desktop.domain.identifiers import PictureId
from crmo_desktop.domain.picture import Picture
from crmo_desktop.services.reading import ReadingService


class ListedPicture(NamedTuple):
    """One picture in a list.

    Attributes:
        chapter, topic: the titles of where it belongs; both "" in an edition without that topic.
        is_for_clinicians: it is not written for families.
    """

    id: PictureId
    title: str
    caption: str
    chapter: str
    topic: str
    is_for_clinicians: bool


class PicturePlace(NamedTuple):
    """Where a picture belongs; both titles are empty in an edition without its topic."""

    chapter: str
    topic: str


def listed_pictures(reading: ReadingService, audience: Audience) -> tuple[ListedPicture, ...]:
    """The pictures that `audience` is offered, chapter by chapter in the order of the reference."""
    chapters = [chapter.title for chapter in reading.chapters()]
    rows = [
        ListedPicture(
            picture.id,
            picture.title,
            picture.caption,
            *place_of(reading, picture),
            is_for_clinicians(picture),
        )
        for picture in reading.pictures(audience)
    ]
    order = {title: place for place, title in enumerate(chapters)}
    return tuple(sorted(rows, key=lambda row: order.get(row.chapter, len(order))))


def place_of(reading: ReadingService, picture: Picture) -> PicturePlace:
    """The chapter and the topic that `picture` belongs to."""
    if not reading.has(picture.topic):
        return PicturePlace("", "")
    entry = reading.entry(picture.topic)
    chapter = next((each.title for each in reading.chapters() if each.id == entry.chapter), "")
    return PicturePlace(chapter, entry.title)


def is_for_clinicians(picture: Picture) -> bool:
    """Whether it is for clinicians only."""
    return picture.audience == Audience.CLINICIAN


def sources_of(picture: Picture, groups: tuple[str, ...]) -> tuple[str, ...]:
    """The ids of the sources whose figures are seen: of a bone map those of the groups that are shown."""
    drawing = picture.drawing
    if not isinstance(drawing, BoneMap):
        return tuple(picture.sources)
    shown = [group.source for group in drawing.groups if group.id in groups]
    return tuple(dict.fromkeys(shown or [group.source for group in drawing.groups[:1]]))
