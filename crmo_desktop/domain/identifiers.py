"""The names by which parts of the reference are known, and the addresses that lead to them."""

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, NewType

from crmo_desktop.domain.errors import AddressError

ChapterId = NewType("ChapterId", str)
TopicId = NewType("TopicId", str)
SectionId = NewType("SectionId", str)
FactId = NewType("FactId", str)
SourceId = NewType("SourceId", str)
TermId = NewType("TermId", str)
PictureId = NewType("PictureId", str)

SCHEME: Final = "crmo"
_ID: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def is_id(text: str) -> bool:
    """Whether `text` can be the id of a topic or section: small letters, digits and single hyphens."""
    return _ID.fullmatch(text) is not None


@dataclass(frozen=True)
class TopicAddress:
    """A topic, or one section of it: `crmo://topic/<id>#<section>`.

    Attributes:
        topic: the topic's id.
        section: the section to scroll to; None for the top.
    """

    topic: TopicId
    section: SectionId | None = None

    def __str__(self) -> str:
        return f"{SCHEME}://topic/{self.topic}" + (f"#{self.section}" if self.section else "")


@dataclass(frozen=True)
class SearchAddress:
    """A search: `crmo://search?q=<query>`."""

    query: str

    def __str__(self) -> str:
        from urllib.parse import quote  # loaded late, as most addresses are plain ids

        return f"{SCHEME}://search?q={quote(self.query, safe='', errors='replace')}"


@dataclass(frozen=True)
class PictureAddress:
    """A picture, or one way to see it: `crmo://picture/<id>#<view>`.

    Attributes:
        picture: the picture's id.
        view: "table" for the same as a table, or a group of people or a step that the picture has; None for
            the picture as it opens.
    """

    picture: PictureId
    view: str | None = None

    def __str__(self) -> str:
        return f"{SCHEME}://picture/{self.picture}" + (f"#{self.view}" if self.view else "")


class OwnPart(StrEnum):
    """A part of what the reader has made or read."""

    EVERYTHING = ""
    BOOKMARKS = "bookmarks"
    HIGHLIGHTS = "highlights"
    NOTES = "notes"
    HISTORY = "history"


@dataclass(frozen=True)
class OwnAddress:
    """What the reader has made, or has read: `crmo://mine#<part>`.

    Attributes:
        part: of it; `EVERYTHING` is all that the reader has made.
    """

    part: OwnPart = OwnPart.EVERYTHING

    def __str__(self) -> str:
        return f"{SCHEME}://mine" + (f"#{self.part}" if self.part else "")


@dataclass(frozen=True)
class HomeAddress:
    """The start page: `crmo://home`."""

    def __str__(self) -> str:
        return f"{SCHEME}://home"


Address = TopicAddress | SearchAddress | PictureAddress | OwnAddress | HomeAddress


def parse_address(text: str) -> Address:
    """The address that `text` writes, as `crmo://…`, `topic` or `topic#section`.

    Raises:
        AddressError: `text` is none of these.
    """
    stripped = text.strip()
    if "://" not in stripped:
        topic, _, section = stripped.partition("#")
        return _topic_address(topic, section, written=text)
    from urllib.parse import parse_qs, unquote, urlsplit

    try:
        parts = urlsplit(stripped)
    except ValueError as error:  # a bracket without its other half, letters that only look like others
        raise AddressError(text) from error
    if parts.scheme.lower() != SCHEME:
        raise AddressError(text)
    path = unquote(parts.path).strip("/")
    match parts.netloc.lower():
        case "topic":
            return _topic_address(path, unquote(parts.fragment), written=text)
        case "picture":
            return _picture_address(path, unquote(parts.fragment), written=text)
        case "search" if not path:
            query = parse_qs(parts.query, keep_blank_values=True).get("q", [""])[0]
            return SearchAddress(query)
        case "home" if not path:
            return HomeAddress()
        case "mine" if not path:
            return _own_address(unquote(parts.fragment), written=text)
        case _:
            raise AddressError(text)


def _topic_address(topic: str, section: str, *, written: str) -> TopicAddress:
    if not is_id(topic) or (section and not is_id(section)):
        raise AddressError(written)
    return TopicAddress(TopicId(topic), SectionId(section) if section else None)


def _picture_address(picture: str, view: str, *, written: str) -> PictureAddress:
    if not is_id(picture) or (view and not is_id(view)):
        raise AddressError(written)
    return PictureAddress(PictureId(picture), view or None)


def _own_address(part: str, *, written: str) -> OwnAddress:
    if part not in set(OwnPart):
        raise AddressError(written)
    return OwnAddress(OwnPart(part))
