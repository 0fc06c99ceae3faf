"""Fills the sections that are lists of what the content folder holds: its glossary, the sources it cites.

A section that says `data-list="glossary"` or `data-list="sources"` has its heading and its introduction
from people; the compiler puts a section for each first letter behind it.
"""

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from crmo_desktop.authoring.blocks import cited_facts
from crmo_desktop.authoring.content_folder import ContentFolder, TopicFile
from crmo_desktop.authoring.markup import Element
from crmo_desktop.authoring.records import Record
from crmo_desktop.domain.identifiers import is_id

LISTS: Final = frozenset({"glossary", "sources"})
_NO_LETTER: Final = "0"
_BETWEEN: Final = " · "


def with_lists(folder: ContentFolder) -> ContentFolder:
    """`folder` with every list filled; what people wrote stays as it is."""
    citing = _topics_by_source(folder)
    topics = {
        id: replace(topic, root=_filled(folder, citing, topic))
        if any(map(is_list, topic.sections()))
        else topic
        for id, topic in folder.topics.items()
    }
    return replace(folder, topics=topics)


def is_list(section: Element) -> bool:
    """Whether sections of a list follow this one."""
    return "data-list" in section.attributes


def cited_sources(folder: ContentFolder) -> dict[str, Record]:
    """The sources behind the facts that topics of the tree cite, by id."""
    return {id: folder.sources[id] for id in _topics_by_source(folder) if id in folder.sources}


def _topics_by_source(folder: ContentFolder) -> dict[str, list[str]]:
    """For each source that is cited the topics that do, in the tree's order."""
    found: dict[str, list[str]] = {}
    for id, topic in folder.written().items():
        cited = (folder.facts.get(fact, {}).get("sources", []) for fact in cited_facts(topic.root))
        for source in dict.fromkeys(source for sources in cited for source in sources):
            found.setdefault(source, []).append(id)
    return found


def _filled(folder: ContentFolder, citing: dict[str, list[str]], topic: TopicFile) -> Element:
    root = Element(topic.root.tag, topic.root.attributes, topic.root.line)
    for child in topic.root.children:
        root.children.append(child)
        if isinstance(child, Element) and child.attributes.get("data-list") == "glossary":
            root.children += _glossary(folder, child)
        elif isinstance(child, Element) and child.attributes.get("data-list") == "sources":
            root.children += _sources(folder, citing, child)
    return root


def _glossary(folder: ContentFolder, section: Element) -> Iterator[Element]:
    """Sections of terms: for patients in plain words, for clinicians in their own and then in plain ones."""
    is_for_patients = section.attributes.get("data-audience") != "clinician"
    for letter, ids in _by_letter({id: term["term"] for id, term in folder.glossary.items()}):
        entries = Element("dl", {"data-states": "nothing"}, section.line)
        for id in ids:
            term = folder.glossary[id]
            also = ", ".join(term["synonyms"])
            entries.children.append(_element("dt", term["term"] + (f" ({also})" if also else "")))
            texts = (term["plain"],) if is_for_patients else (term["clinician"], term["plain"])
            entries.children += [_element("dd", text) for text in dict.fromkeys(texts)]
        yield _section(section, letter, entries)


def _sources(folder: ContentFolder, citing: dict[str, list[str]], section: Element) -> Iterator[Element]:
    """Sections of sources, each with its kind, what was read of it, its address and who cites it."""
    planned = folder.planned()
    titles = {id: _author_or_title(source) for id, source in cited_sources(folder).items()}
    for letter, ids in _by_letter(titles):
        entries = Element("ul", {"data-states": "nothing"}, section.line)
        for id in ids:
            entry = Element("li", {}, section.line, list(_told(folder.sources[id])))
            words = section.attributes.get("data-cited-in", "")
            entry.children.append(f" {words} " if words else " ")
            for place, topic in enumerate(citing[id]):
                entry.children += [_BETWEEN] if place else []
                entry.children.append(
                    Element("a", {"href": f"crmo://topic/{topic}"}, section.line, [planned[topic]])
                )
            entries.children.append(entry)
        yield _section(section, letter, entries)


def _told(source: Record) -> Iterator[Element | str]:
    if source.get("authors"):
        yield f"{source['authors'].rstrip('.')}. "
    title = source["title"].rstrip(".")
    yield _element("strong", title if title.endswith(("?", "!")) else f"{title}.")
    where = ", ".join(str(source[key]) for key in ("journal", "year", "volume_pages") if source.get(key))
    if where:
        yield f" {where}."
    seen = str(source.get("seen") or "")
    notes = [source.get("kind") or "", "" if "://" in seen else seen]
    if said := ", ".join(note for note in notes if note):
        yield f" [{said}]"
    address = f"https://doi.org/{source['doi']}" if source.get("doi") else source.get("url") or ""
    if address.startswith("https://"):
        yield " "
        yield Element("a", {"href": address}, 0, [f"doi:{source['doi']}" if source.get("doi") else address])
    elif "://" in address:  # shown, but no link: pages link to https only
        yield f" {address}"


def _author_or_title(source: Record) -> str:
    return str(source.get("authors") or source["title"])


def _by_letter(names: dict[str, str]) -> list[tuple[str, list[str]]]:
    """Ids by the first letter of their names, accents aside; what begins with none comes first, under 0."""
    letters: dict[str, list[str]] = {}
    for id, name in sorted(names.items(), key=lambda item: (_plain(item[1]), item[0])):
        first = _plain(name)[:1]
        letters.setdefault(first if first.isalpha() else _NO_LETTER, []).append(id)
    return sorted(letters.items())


def _plain(name: str) -> str:
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in letters if letter.isalnum())


def _section(written: Element, letter: str, entries: Element) -> Element:
    name = letter if is_id(letter) else f"{ord(letter):x}"
    attributes = {
        "id": f"{written.attributes.get('id', '')}-{name}",
        "data-audience": written.attributes.get("data-audience", ""),
    }
    heading = _element("h2", "0–9" if letter == _NO_LETTER else letter.upper())
    return Element("section", attributes, written.line, [heading, entries])


def _element(tag: str, text: str) -> Element:
    return Element(tag, {}, 0, [text])
