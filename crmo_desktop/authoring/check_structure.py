"""Checks of a topic's form: ids, links, markup that the reader can show, alternative texts."""

import re
from collections.abc import Iterator
from typing import Final

from crmo_desktop.authoring.content_folder import ContentFolder, TopicFile
from crmo_desktop.authoring.lists import LISTS, is_list
from crmo_desktop.authoring.markup import ALLOWED, CHILDREN, CLASSES, GLOBAL_ATTRIBUTES, INLINE, Element
from crmo_desktop.authoring.problem import Problem
from crmo_desktop.domain.errors import AddressError
from crmo_desktop.domain.identifiers import PictureAddress, TopicAddress, is_id, parse_address

AUDIENCES: Final = ("patient", "clinician", "both")
_HOST: Final = re.compile(r"[^\s/?#\[\]]+(?=[/?#]|$)")
_MINUTES: Final = re.compile(r"[1-9]\d{0,2}")
PICTURE: Final = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\.(?:svg|png|jpg)")


def check_markup(topic: TopicFile) -> Iterator[Problem]:
    """Elements, attributes, classes and nesting that the reader cannot show."""
    root = topic.root
    if root.tag != "article":
        yield Problem(topic.path, root.line, f"a topic is one <article>, not <{root.tag}>")
        return
    if root.attributes.get("id") != topic.id:
        yield Problem(topic.path, root.line, f"the article's id is not the file's name, “{topic.id}”")
    for element in root.walk():
        yield from _check_element(topic, element)
    for section in topic.sections():
        yield from _check_section(topic, section)
    yield from _check_order(topic)


def _check_element(topic: TopicFile, element: Element) -> Iterator[Problem]:
    if element.tag not in ALLOWED:
        yield Problem(topic.path, element.line, f"the reader cannot show <{element.tag}>")
        return
    yield from _check_attributes(topic, element)
    yield from _check_children(topic, element)
    if element.tag == "img":
        yield from _check_picture(topic, element)
    if element.tag == "aside" and not element.attributes.get("class"):
        text = "a call-out says its class: key, red-flag, caution, evidence or unknown"
        yield Problem(topic.path, element.line, text)
    if element.tag == "table":
        yield from _check_table(topic, element)
    if element.tag == "time" and (any(element.elements()) or not _MINUTES.fullmatch(element.text())):
        text = "a <time> holds the minutes of a plan in figures, and nothing else"
        yield Problem(topic.path, element.line, text)


def _check_attributes(topic: TopicFile, element: Element) -> Iterator[Problem]:
    tag, line = element.tag, element.line
    for name, value in element.attributes.items():
        if name not in ALLOWED[tag] and name not in GLOBAL_ATTRIBUTES:
            yield Problem(topic.path, line, f"<{tag}> has no attribute {name}")
        elif name == "class" and not set(value.split()) <= CLASSES.get(tag, frozenset()):
            yield Problem(topic.path, line, f"<{tag}> has no class “{value}”")
        elif name == "data-states" and value != "nothing":
            yield Problem(topic.path, line, 'data-states can only say "nothing"')
        elif name in {"data-facts", "data-caution"} and not value.split():
            yield Problem(topic.path, line, f"{name} names no fact")
        elif name == "data-retells" and value != "others":
            yield Problem(topic.path, line, 'data-retells can only say "others"')
        elif name == "data-list" and value not in LISTS:
            yield Problem(topic.path, line, f"there is no list “{value}”: {' or '.join(sorted(LISTS))}")


def _check_children(topic: TopicFile, element: Element) -> Iterator[Problem]:
    tag, allowed = element.tag, CHILDREN.get(element.tag, INLINE)
    for child in element.children:
        if isinstance(child, Element):
            if child.tag in ALLOWED and child.tag not in allowed:
                yield Problem(topic.path, child.line, f"<{child.tag}> cannot stand in <{tag}>")
        elif child.strip() and allowed.isdisjoint(INLINE - {"img"}):
            text = f"text cannot stand in <{tag}> by itself: “{child.strip()[:40]}”"
            yield Problem(topic.path, element.line, text)


def _check_picture(topic: TopicFile, picture: Element) -> Iterator[Problem]:
    if not picture.attributes.get("alt", "").strip():
        yield Problem(topic.path, picture.line, "the picture has no alternative text (alt)")
    name = picture.attributes.get("src", "")
    if not PICTURE.fullmatch(name):
        text = f"“{name}” is no picture's name: small letters, digits, hyphens, then .svg, .png or .jpg"
        yield Problem(topic.path, picture.line, text)


def _check_table(topic: TopicFile, table: Element) -> Iterator[Problem]:
    parts = [part.tag for part in table.elements()]
    if "thead" not in parts or "tbody" not in parts:
        yield Problem(topic.path, table.line, "a table has a thead and a tbody")
    rows = [row for row in table.walk() if row.tag == "tr"]
    for row in (row for part in table.elements() if part.tag == "tbody" for row in part.elements()):
        if all(cell.tag == "th" for cell in row.elements()):
            yield Problem(topic.path, row.line, "a row below the head has at least one <td>")
    if len({len(list(row.elements())) for row in rows}) > 1:
        yield Problem(topic.path, table.line, "the rows of the table have different numbers of cells")


def _check_section(topic: TopicFile, section: Element) -> Iterator[Problem]:
    id = section.attributes.get("id", "")
    if not is_id(id):
        yield Problem(topic.path, section.line, f"section id “{id}” is not small letters, digits and hyphens")
    if id.startswith(tuple(f"{other.attributes.get('id')}-" for other in topic.sections() if is_list(other))):
        yield Problem(topic.path, section.line, f"section id “{id}” begins like those that a list makes")
    if section.attributes.get("data-audience") not in AUDIENCES:
        yield Problem(topic.path, section.line, "a section says data-audience: patient, clinician or both")
    headings = [element for element in section.elements() if element.tag == "h2"]
    first = next(section.elements(), None)
    if len(headings) != 1 or first is not headings[0] or not headings[0].text():
        yield Problem(topic.path, section.line, f"section “{id}” begins with one <h2> of its own")


def _check_order(topic: TopicFile) -> Iterator[Problem]:
    seen: set[str] = set()
    boxes: set[str] = set()
    audiences: set[str] = set()
    for section in topic.sections():
        id, audience = section.attributes.get("id", ""), section.attributes.get("data-audience", "")
        if id in seen:
            yield Problem(topic.path, section.line, f"duplicate section id “{id}”")
        seen.add(id)
        here = {"patient", "clinician"} if audience == "both" else {audience}
        audiences |= here
        if "key-points" in section.words_of("class"):
            if boxes & here:
                yield Problem(topic.path, section.line, "more than one key-points section for an audience")
            boxes |= here
    for audience in () if topic.is_help else ("patient", "clinician"):
        if audience not in audiences:
            text = f"the topic has no section for the audience {audience}"
            yield Problem(topic.path, topic.root.line, text)
    yield from _check_summaries(topic)


def _check_summaries(topic: TopicFile) -> Iterator[Problem]:
    summaries = [summary.attributes.get("data-audience", "") for summary in topic.summaries()]
    for audience in ("patient",) if topic.is_help else ("patient", "clinician"):
        if summaries.count(audience) != 1 and not (topic.is_help and summaries == ["both"]):
            text = f"the topic needs one summary for the audience {audience}"
            yield Problem(topic.path, topic.root.line, text)
    for paragraph in topic.summaries():
        if "summary" not in paragraph.words_of("class"):
            yield Problem(topic.path, paragraph.line, 'outside sections only <p class="summary"> can stand')
    for paragraph in (inner for section in topic.sections() for inner in section.walk() if inner.tag == "p"):
        if "summary" in paragraph.words_of("class") or "data-audience" in paragraph.attributes:
            text = "a paragraph in a section is no summary and names no audience of its own"
            yield Problem(topic.path, paragraph.line, text)


def check_links(folder: ContentFolder, topic: TopicFile) -> Iterator[Problem]:
    """Links and related topics that lead nowhere."""
    planned = folder.planned()
    for id in topic.root.words_of("data-related"):
        if id not in planned:
            yield Problem(topic.path, topic.root.line, f"related topic “{id}” is unknown")
    for container in topic.root.elements():
        audience = container.attributes.get("data-audience", "")
        for element in container.walk():
            if element.tag == "a":
                fault = _fault_of_link(folder, planned, element.attributes.get("href", ""), audience)
                if fault:
                    yield Problem(topic.path, element.line, fault)


def _fault_of_link(folder: ContentFolder, planned: dict[str, str], href: str, audience: str) -> str | None:
    """What is wrong with a link that readers of `audience` meet."""
    if href.startswith("https://") and _HOST.match(href, len("https://")):
        return None
    if not href.startswith("crmo://"):
        return f"link “{href}” is none of crmo://topic/…, crmo://picture/… and https://…"
    try:
        address = parse_address(href)
    except AddressError:
        return f"dead link: “{href}” is no address"
    if isinstance(address, TopicAddress):
        return _fault_of_topic(folder, planned, address, audience)
    if isinstance(address, PictureAddress) and address.picture not in folder.pictures:
        return f"dead link: there is no picture “{address.picture}”"
    return None


def _fault_of_topic(
    folder: ContentFolder, planned: dict[str, str], address: TopicAddress, audience: str
) -> str | None:
    if address.topic not in planned:
        return f"dead link: there is no topic “{address.topic}”"
    target = folder.topics.get(address.topic)
    if address.section is None or target is None:
        return None
    for section in target.sections():
        if section.attributes.get("id") == address.section:
            if section.attributes.get("data-audience") in {audience, "both"}:
                return None
            return f"dead link: section “{address.section}” of “{address.topic}” is not for {audience}"
    return f"dead link: topic “{address.topic}” has no section “{address.section}”"
