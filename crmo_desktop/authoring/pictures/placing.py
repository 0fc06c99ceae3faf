"""Puts the pictures of the edition where topics show them: `<figure data-picture="id"/>`."""

from dataclasses import replace
from typing import Final

from crmo_desktop.authoring.content_folder import ContentFolder
from crmo_desktop.authoring.markup import Element
from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.picture import Picture
from crmo_desktop.domain.picture_audience import caption_line, read_by

ATTRIBUTE: Final = "data-picture"
CLASS: Final = "picture"
ADDRESS: Final = "figure:"  # before the id, as the source of the image that the window draws itself


def placed(folder: ContentFolder) -> dict[str, list[str]]:
    """The topics that show each picture, by its id."""
    found: dict[str, list[str]] = {}
    for topic in folder.topics.values():
        for element in topic.root.walk():
            if id := element.attributes.get(ATTRIBUTE):
                found.setdefault(id, []).append(topic.id)
    return found


def with_pictures(folder: ContentFolder, pictures: dict[str, Picture]) -> ContentFolder:
    """`folder` with every figure filled: title and caption to be read, all of it said for who cannot see."""
    topics = {
        id: replace(topic, root=_filled(topic.root, pictures))
        if any(ATTRIBUTE in element.attributes for element in topic.root.walk())
        else topic
        for id, topic in folder.topics.items()
    }
    return replace(folder, topics=topics)


def _filled(element: Element, pictures: dict[str, Picture], audience: str = "both") -> Element:
    audience = element.attributes.get("data-audience", audience)
    picture = pictures.get(element.attributes.get(ATTRIBUTE, ""))
    if picture is not None:
        reader = Audience.CLINICIAN if audience == Audience.CLINICIAN else Audience.PATIENT
        return figure(read_by(picture, reader), element.line)
    filled = Element(element.tag, element.attributes, element.line)
    filled.children = [
        child if isinstance(child, str) else _filled(child, pictures, audience) for child in element.children
    ]
    return filled


def figure(picture: Picture, line: int) -> Element:
    """`picture` as a block of a page."""
    told = {"alt": " ".join(picture.said), "title": picture.title}
    image = Element("img", {"src": f"{ADDRESS}{picture.id}", **told}, line)
    title = Element("strong", {}, line, [picture.title])
    rest = caption_line(picture).removeprefix(picture.title)
    caption = Element("figcaption", {}, line, [title, rest])
    attributes = {"class": CLASS, "data-facts": " ".join(picture.facts)}
    return Element("figure", attributes, line, [caption, image])
