"""Which parts of a picture's page stand beside each other, and how wide they are."""

from typing import Final, NamedTuple

from crmo_desktop.gui.theme import Look

GAP: Final = 24  # pixels between drawing and panel
_PANEL: Final = 438  # pixels at 100%, as in the design book
_LEAST: Final = 480  # what a drawing keeps beside a panel, at 100%
_WIDEST: Final = 900  # a drawing
_WIDEST_TABLE: Final = 1100
_MARGIN: Final = 28
_NARROWEST: Final = 320  # pixels


class Room(NamedTuple):
    """Widths in pixels.

    Attributes:
        margin: at either side.
        left: of title and drawing, or of the table.
        side: of the panel and what is below it.
        is_beside: the panel stands beside the drawing, else below.
    """

    margin: int
    left: int
    side: int
    is_beside: bool


def room_for(width: int, look: Look, *, has_panel: bool, is_table: bool) -> Room:
    """What a page `width` pixels wide has room for, with a panel to be shown or without."""
    whole = max(_NARROWEST, width)
    margin = min(look.ui(_MARGIN), whole // 24)
    room, panel = whole - 2 * margin, look.ui(_PANEL)
    if has_panel and not is_table and room >= round(_LEAST * look.zoom) + GAP + panel:
        return Room(margin, min(room - GAP - panel, round(_WIDEST * look.zoom)), panel, is_beside=True)
    left = min(room, round((_WIDEST_TABLE if is_table else _WIDEST) * look.zoom))
    return Room(margin, left, left, is_beside=False)
