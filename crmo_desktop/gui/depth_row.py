"""The row under a title that says how much of the page is shown, and what a short form ends with."""

from dataclasses import dataclass
from html import escape

TICK = "\u2713"


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the depths that a reader can choose, in the row under the title."""

    target: str
    words: str
    tip: str
    is_chosen: bool


@dataclass(frozen=True, slots=True)
class DepthWords:
    """The window's words round a page that can be shortened.

    Attributes:
        warned: before the links to sections with warnings.
        all_warnings: link to the page of all warnings, as (target, words); None where there is none.
        ending: what a short form ends with.
        rest: link to what it leaves out, as (target, words).
    """

    label: str
    choices: tuple[Choice, ...]
    warned: str
    all_warnings: tuple[str, str] | None
    ending: str
    rest: tuple[str, str]


def depth_row(depth: DepthWords) -> str:
    """The depths side by side; the one that is shown is no link, and ticked."""
    shown = [
        f"<b>{TICK}&#160;{_glued(choice.words)}</b>"
        if choice.is_chosen
        else f'<a class="link" href="{choice.target}" title="{escape(choice.tip)}">{_glued(choice.words)}</a>'
        for choice in depth.choices
    ]
    return f'<p class="depth">{escape(depth.label)} {" · ".join(shown)}</p>'


def _glued(words: str) -> str:
    return escape(words).replace(" ", "&#160;")


def link(target: str, words: str) -> str:
    """A link to `target`."""
    return f'<a class="link" href="{escape(target)}">{escape(words)}</a>'


def ending(depth: DepthWords) -> str:
    """Says that this was the short form, and leads on."""
    return f'<p class="ending">{escape(depth.ending)} {link(*depth.rest)}</p>'
