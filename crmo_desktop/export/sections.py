"""Parts of a page as they stand in the pack, for copying without a selection."""

from collections.abc import Iterator, Mapping
from xml.etree import ElementTree
from xml.etree.ElementTree import Element, SubElement

from crmo_desktop.domain.page import Page
from crmo_desktop.export.clean import TITLE


def section_of(page: Page, name: str, call_outs: Mapping[str, str]) -> Element:
    """A section with its heading; where the page has none of that name, its title and summary.

    Args:
        page: the topic.
        name: of the section; "" for what stands above the first.
        call_outs: titles of call-outs by their class.

    Returns:
        A `div` with blocks of the pack's own vocabulary.
    """
    root = Element("div")
    section = next((section for section in page.sections if section.id == name), None)
    if section is None:
        SubElement(root, "h1").text = page.topic.title
        if page.summary_html:
            root.append(_parsed("p", page.summary_html))
        return root
    SubElement(root, "h2").text = section.title
    root.extend(_parsed("div", section.html))
    for aside in root.iter("aside"):
        aside.set(TITLE, call_outs.get(aside.get("class", "unknown"), ""))
    return root


def _parsed(tag: str, html: str) -> Element:
    return ElementTree.fromstring(f"<{tag}>{html}</{tag}>")


def cited_in(root: Element) -> Iterator[str]:
    """What the citation marks in `root` lead to, each once: `cite:…`."""
    found = (mark.get("href", "") for mark in root.iter("a"))
    return iter(dict.fromkeys(href for href in found if href.startswith("cite:")))
