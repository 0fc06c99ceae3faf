"""Which panes a window has room for: one rule instead of breakpoints (design book, section 2)."""

from typing import Final, NamedTuple

from crmo_desktop.gui.theme import Look

LEFT: Final = 288
RIGHT: Final = 228
_LEFT_WIDE: Final = 320
_RIGHT_WIDE: Final = 260
_WIDE_WINDOW: Final = 1800
_COLUMN_PART: Final = 0.88  # of the page, where the column has no more room
_TIGHT: Final = 1.15
MENU_FOLDS_AT: Final = 160  # per cent


class Arrangement(NamedTuple):
    """How a window of some width shows its parts.

    Attributes:
        left: width of the topic tree in pixels.
        right: width of the pane "On this page" in pixels.
        left_is_drawer: no room for the tree beside the page: it opens over it.
        right_is_button: no room for the right pane: its headings are in a menu.
        menu_is_folded: the menu bar is behind one button.
        shows_key_hints: the search field has room for the key that leads to it.
        shows_print: the toolbar has room for the button that prints.
        shows_present: the toolbar has room for the button that presents.
        shows_bookmark: the toolbar has room for the button that bookmarks.
        shows_percentage: the toolbar has room for the text size in figures.
        shows_size_buttons: the toolbar has room for A- and A+.
        switch_is_menu: the audience switch is one drop-down.
        narrow_tables: tables of four columns and more are written as one block a row.
    """

    left: int
    right: int
    left_is_drawer: bool
    right_is_button: bool
    menu_is_folded: bool
    shows_key_hints: bool
    shows_print: bool
    shows_present: bool
    shows_bookmark: bool
    shows_percentage: bool
    shows_size_buttons: bool
    switch_is_menu: bool
    narrow_tables: bool


def arrange(width: int, look: Look) -> Arrangement:
    """The arrangement of a window `width` pixels wide."""
    need = 608 * look.zoom + 64
    wide = width >= max(_WIDE_WINDOW, look.ui(_LEFT_WIDE) + need + look.ui(_RIGHT_WIDE))
    left = look.ui(_LEFT_WIDE if wide else LEFT)
    right = look.ui(_RIGHT_WIDE if wide else RIGHT)
    left_is_drawer = left + need > width
    right_is_button = left_is_drawer or left + need + right > width
    folded = look.text_size >= MENU_FOLDS_AT or width < look.ui(640)
    beside = 0 if left_is_drawer else left
    column = min(need - 64, (width - beside) * _COLUMN_PART)
    tight = look.breadth * 608 / column  # how wide words are for their column; 1 on a usual page
    room = width / look.ui_zoom  # of the toolbar, in pixels at 100%
    return Arrangement(
        left=left,
        right=right,
        left_is_drawer=left_is_drawer,
        right_is_button=right_is_button,
        menu_is_folded=folded,
        shows_key_hints=room >= 1150,
        shows_print=room >= 1100,
        shows_present=room >= 1060,
        shows_bookmark=room >= 940,
        shows_percentage=room >= 900,
        shows_size_buttons=room >= 780,
        switch_is_menu=room < 1000,
        narrow_tables=look.text_size >= 200 or tight >= _TIGHT or width - beside < 480,
    )
