"""Where exports get what they are made of."""

from collections.abc import Callable
from typing import NamedTuple

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.content import Edition
from crmo_desktop.domain.identifiers import PictureId, TopicId
from crmo_desktop.domain.page import GlossaryTerm, Page
from crmo_desktop.domain.picture import Picture


class Supply(NamedTuple):
    """What an edition has.

    Attributes:
        page: a topic in the words for an audience.
        figure: one of the edition's own drawings as an audience sees it; raises UserError if it lacks it.
        term: what the link `term:<id>` explains; raises KeyError if nothing does.
        file: an image of the edition by its name; None if there is none.
        draw: a drawing as the text of an SVG; None leaves drawings out.
    """

    edition: Edition
    page: Callable[[TopicId, Audience], Page]
    figure: Callable[[PictureId, Audience], Picture]
    term: Callable[[str], GlossaryTerm]
    file: Callable[[str], bytes | None]
    draw: Callable[[Picture], str] | None = None
