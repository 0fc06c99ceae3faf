"""A page for families in one sentence or in thirty seconds; what must not be left out stays."""

import re
from dataclasses import dataclass, replace
from html import unescape
from typing import Final
from xml.etree import ElementTree

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.depth import Depth
from crmo_desktop.domain.identifiers import SectionId
from crmo_desktop.domain.page import Page, Section

_MARK: Final = re.compile(r'href="cite:([^"]*)"')
_RED_FLAG: Final = ".//aside[@class='red-flag']"


@dataclass(frozen=True, slots=True)
class ShortForm:
    """What is shown of a page.

    Attributes:
        page: with the sections that are shown, and all its sources: their numbers stay as they are.
        warnings: red-flag call-outs at the head of what is left out, whole, as XHTML.
        warned: sections left out that have other red-flag call-outs.
        left_out: the sections that are not shown.
        cited: numbers of the sources behind what is shown, from 1.
    """

    page: Page
    depth: Depth
    warnings: tuple[str, ...]
    warned: tuple[Section, ...]
    left_out: tuple[Section, ...]
    cited: tuple[int, ...]


def can_be_short(page: Page) -> bool:
    """Whether `page` has short forms: for families, with a summary, key points and more than those."""
    if page.audience is not Audience.PATIENT or page.topic.is_help or not page.summary:
        return False
    boxes = sum(section.is_key_points for section in page.sections)
    return 0 < boxes < len(page.sections)


def shorten(page: Page, depth: Depth) -> ShortForm | None:
    """`page` as deep as `depth`; None where all of it is shown."""
    if depth is Depth.EVERYTHING or not can_be_short(page):
        return None
    shown = tuple(s for s in page.sections if s.is_key_points) if depth is Depth.SHORT else ()
    left_out = tuple(section for section in page.sections if section not in shown)
    beyond = [section for section in page.sections if not section.is_key_points]
    warnings = _red_flags(beyond[0])
    warned = tuple(section for section in beyond[1:] if _red_flags(section))
    texts = [page.summary_html, *(section.html for section in shown), *warnings]
    return ShortForm(replace(page, sections=shown), depth, warnings, warned, left_out, _cited(page, texts))


def _red_flags(section: Section) -> tuple[str, ...]:
    if "red-flag" not in section.html:
        return ()
    found = ElementTree.fromstring(f"<div>{section.html}</div>").findall(_RED_FLAG)
    for aside in found:
        aside.tail = None
    return tuple(ElementTree.tostring(aside, encoding="unicode") for aside in found)


def _cited(page: Page, texts: list[str]) -> tuple[int, ...]:
    numbers = {str(source.id): number for number, source in enumerate(page.sources, start=1)}
    targets = (unescape(target) for text in texts for target in _MARK.findall(text))
    named = {part.partition(":")[0] for target in targets for part in target.split("|")}
    return tuple(sorted(numbers[name] for name in named if name in numbers))


def first_left_out(form: ShortForm) -> SectionId:
    """Where a reader of the short form goes on: behind what was shown."""
    return form.left_out[0].id
