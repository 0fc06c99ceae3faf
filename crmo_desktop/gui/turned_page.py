"""A page's HTML and style sheet for words from right to left; loaded with the first such page.

Qt's text engine takes a paragraph's direction from its document, but not the sides of its margins, and it
knows nothing of what keeps its order among such words. The columns of tables are turned by typesetting.
"""

import re
from html import unescape
from typing import Final

from crmo_desktop.domain import bidi

_SIDE: Final = re.compile(r"\b(margin|padding|border)-(left|right)\b|\btext-align:\s*(left|right)\b")
_FOUR: Final = re.compile(r"\b(margin|padding):\s*([^\s;]+) ([^\s;]+) ([^\s;]+) ([^\s;}]+)")
_OTHER: Final = {"left": "right", "right": "left"}
# What ends a run of words; within a block, tags change nothing about the order of its letters.
_PARTS: Final = re.compile(r"(<[^>]*>|&#?\w+;)")
_MARK: Final = re.compile(r'<a class="cite"|</a>')  # marks follow one another from right to left
_OPENING: Final = re.compile(r"<\w")
_INLINE: Final = re.compile(r"</?(?:a|b|i|em|strong|span|sub|sup|code|abbr|small)\b")


def mirrored_css(css: str) -> str:
    """A style sheet with left and right exchanged."""

    def side(match: re.Match[str]) -> str:
        if match[3]:
            return f"text-align: {_OTHER[match[3]]}"
        return f"{match[1]}-{_OTHER[match[2]]}"

    return _FOUR.sub(r"\1: \2 \5 \4 \3", _SIDE.sub(side, css))


def isolated_html(html: str) -> str:
    """`html` of a page from right to left, with what keeps its order isolated, block by block."""
    parts = _PARTS.split(html)
    done: list[str] = []
    block: list[str] = []
    for number, part in enumerate(parts):
        if number % 2 and part[0] == "<" and not _INLINE.match(part):
            done += [_isolated_block(block), part]
            block = []
        elif part:
            block.append(part)
    return "".join([*done, _isolated_block(block)])


def _shown(part: str) -> str:
    """What a part of a block shows; a tag nothing, but one round a mark ends a run."""
    if part[0] == "<":
        return bidi.BREAK if _MARK.match(part) else ""
    return unescape(part) if part[0] == "&" else part


def _isolated_block(parts: list[str]) -> str:
    """One block's pieces: texts, entities and tags within it. The signs stand outside the tags."""
    tokens = [token for part in parts for token in ([part] if part[0] in "<&" else part)]
    text = "".join(_shown(token) for token in tokens)
    if not text.strip(bidi.BREAK).strip():
        return "".join(parts)
    places = [number for number, token in enumerate(tokens) if _shown(token)]  # of each character
    signs: dict[int, str] = {}
    for start, end in bidi.runs(text):
        first, last = places[start], places[end - 1] + 1
        while first > 0 and _OPENING.match(tokens[first - 1]):
            first -= 1
        while last < len(tokens) and tokens[last].startswith("</"):
            last += 1
        signs[first] = signs.get(first, "") + bidi.START
        signs[last] = bidi.END + signs.get(last, "")
    return "".join(signs.get(n, "") + token for n, token in enumerate([*tokens, ""]))
