"""How type looks on paper: the style sheet of pages in the colours of print, and what only paper needs."""

import json
from pathlib import Path
from typing import Final, NamedTuple

from PySide6.QtCore import QSizeF

from crmo_desktop.domain.publication import PaperLook, PaperSize, TypeSize
from crmo_desktop.gui.page_style import page_css
from crmo_desktop.gui.theme import Look, load_theme

UNITS: Final = 10.0  # to the point
MARGIN: Final = 20 / 25.4 * 72  # points
_SIZES: Final = {PaperSize.A4: QSizeF(595.276, 841.89), PaperSize.LETTER: QSizeF(612, 792)}  # points
_TYPE: Final = {TypeSize.NORMAL: 10.5, TypeSize.LARGE: 14.0, TypeSize.LARGEST: 18.0}  # points
_BODY: Final = 18  # pixels at 100%: what page_css calls running text


class Sheet(NamedTuple):
    """The measures of a page in points.

    Attributes:
        size: of the sheet.
        type_size: of running text.
    """

    size: QSizeF
    type_size: float

    @property
    def width(self) -> float:
        """Of the text."""
        return self.size.width() - 2 * MARGIN


def sheet_of(look: PaperLook) -> Sheet:
    """The measures of paper that looks so."""
    return Sheet(_SIZES[look.size], _TYPE[look.type_size])


def print_look(themes: Path, type_size: float, language: str) -> Look:
    """The colours of print, and running text `type_size` points high in tenths of a point."""
    tokens = json.loads((themes / "tokens.json").read_text(encoding="utf-8"))
    per_cent = round(type_size * UNITS / _BODY * 100)
    return Look(load_theme(themes, "print"), per_cent, tokens, language=language)


def paper_css(look: Look) -> str:
    """The style sheet; a paragraph that says "break after" here stays with the one that follows."""
    px, ink, muted = look.px, look.name_of("heading"), look.name_of("muted")
    heading = ", ".join(f"'{family}'" for family in (look.typeface.headings, *look.page_families))
    return f"""{page_css(look)}
    .caption, .kicker, .box-title, .sourced, .defined, h1, h2, h3 {{ page-break-after: always; }}
    .address {{ color: {muted}; font-size: {px(14)}px; }}
    h3 .address {{ font-weight: 400; }}
    .check {{ margin-left: {px(27)}px; text-indent: {-px(27)}px; }}
    .chapter {{ font-family: {heading}; font-weight: 600; font-size: {px(30)}px; color: {ink};
        margin-bottom: 0px; page-break-after: always; }}
    .below-chapter {{ margin-bottom: {px(22)}px; line-height: 100%; page-break-after: always; }}
    .work {{ font-family: {heading}; font-weight: 600; font-size: {px(56)}px; color: {ink};
        line-height: 96%; margin-bottom: {px(24)}px; page-break-after: always; }}
    .topic {{ font-weight: 600; color: {muted}; font-size: {px(15)}px; margin-bottom: {px(4)}px;
        page-break-after: always; }}
    .own-kind {{ font-weight: 600; margin-bottom: {px(3)}px; page-break-after: always; }}
    .own-quote, .own-words {{ margin-left: {px(18)}px; margin-bottom: {px(4)}px;
        page-break-after: always; }}
    .own-quote {{ font-style: italic; }}
    .own-facts {{ color: {muted}; font-size: {px(15)}px; margin-bottom: {px(16)}px; }}
    table.box {{ margin-bottom: {px(12)}px; }}
    .figure {{ text-align: center; }}
    .ruled {{ margin-bottom: 0px; }}
    """
