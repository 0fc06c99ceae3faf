"""A publication as JSON and back: how a handout is kept in the reader's file."""

import json
from dataclasses import asdict
from typing import Any, Final

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.identifiers import SectionId, TopicId
from crmo_desktop.domain.publication import (
    Content,
    Extract,
    OwnEntry,
    OwnList,
    OwnWords,
    PaperLook,
    PaperSize,
    Passage,
    Publication,
    TypeSize,
)

_KINDS: Final[dict[type[Content], str]] = {
    Extract: "extract",
    Passage: "passage",
    OwnWords: "own",
    OwnList: "own list",
}


def publication_to_json(publication: Publication) -> dict[str, Any]:
    """Every value of `publication`, as JSON has it."""
    plain = asdict(publication)
    kinds = [_KINDS[type(content)] for content in publication.contents]
    plain["contents"] = [
        {"kind": kind} | content for kind, content in zip(kinds, plain["contents"], strict=True)
    ]
    return json.loads(json.dumps(plain))  # type: ignore[no-any-return]  # an object goes in, so one comes out


def publication_from_json(plain: Any) -> Publication:
    """The publication that `publication_to_json` wrote; a value that is missing has its default.

    Raises:
        ValueError: it is none.
    """
    try:
        values = {name: value for name, value in plain.items() if name not in ("contents", "look")}
        return Publication(
            **_checked(values), contents=tuple(map(_content, plain["contents"])), look=_look(plain["look"])
        )
    except (AttributeError, KeyError, TypeError) as error:
        raise ValueError(f"not a publication: {error}") from error


def _checked(values: dict[str, Any]) -> dict[str, Any]:
    for name, value in values.items():
        if not isinstance(value, str if name in ("title", "clinic") else bool):
            raise TypeError(f"{name}: {value!r}")
    return values


def _look(plain: dict[str, Any]) -> PaperLook:
    return PaperLook(size=PaperSize(plain["size"]), type_size=TypeSize(plain["type_size"]))


def _content(plain: dict[str, Any]) -> Content:
    match plain["kind"]:
        case "extract":
            sections = plain["sections"]
            return Extract(
                topic=TopicId(_text(plain["topic"])),
                audience=Audience(plain["audience"]),
                sections=None if sections is None else tuple(SectionId(_text(id)) for id in sections),
                is_checklist=bool(plain["is_checklist"]),
                chapter=_text(plain["chapter"]),
            )
        case "passage":
            return Passage(
                topic=TopicId(_text(plain["topic"])),
                audience=Audience(plain["audience"]),
                html=_text(plain["html"]),
            )
        case "own":
            return OwnWords(
                heading=_text(plain["heading"]),
                lines=tuple(map(_text, plain["lines"])),
                ruled=int(plain["ruled"]),
                is_checklist=bool(plain["is_checklist"]),
            )
        case "own list":
            return OwnList(
                heading=_text(plain["heading"]),
                entries=tuple(map(_entry, plain["entries"])),
                note=_text(plain["note"]),
            )
        case other:
            raise ValueError(f"not known: {other}")


def _entry(plain: dict[str, Any]) -> OwnEntry:
    kind, quote, words, facts = (_text(plain[name]) for name in ("kind", "quote", "words", "facts"))
    return OwnEntry(kind=kind, quote=quote, words=words, facts=facts)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(f"no text: {value!r}")
    return value
