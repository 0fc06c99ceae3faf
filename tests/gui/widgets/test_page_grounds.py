import pytest

from crmo_desktop.gui.theme import NAMES, Look
from crmo_desktop.gui.widgets.page_sheet import COLUMN
from crmo_desktop.gui.widgets.text_places import rects_of
from tests.gui import specimen
from tests.gui.conftest import LookOf
from tests.gui.hands import picture_of
from tests.gui.widgets.page_between import Reader


@pytest.mark.parametrize("name", NAMES)
def test_call_outs_are_painted_round_their_words(name: str, short: Reader, look_of: LookOf) -> None:
    look = look_of(name)
    short.put(specimen.page(), look)
    view = short.view
    left = (view.viewport().width() - COLUMN) // 2
    for role, words in (
        ("key", "No germ is found"),
        ("red", "Go at once"),
        ("caution", "Seen in one centre"),
        ("evidence", "Two cohorts"),
        ("unknown", "Nobody knows"),
    ):
        start, end = view.find_all(words)[0]
        view.show_position(start)
        view.verticalScrollBar().setValue(view.verticalScrollBar().value() - 120)
        rect = rects_of(view, start, end)[0]
        picture = picture_of(view.viewport())
        bar = picture.pixelColor(left + 2, rect.center().y())
        ground = picture.pixelColor(left + 12, rect.center().y())
        outside = picture.pixelColor(left - 4, rect.center().y())
        assert bar == look.colour(f"{role}_bar"), role
        assert outside != bar
        if not look.is_high_contrast:
            assert ground == look.colour(f"{role}_bg"), role
            assert outside != ground


def test_a_call_out_ends_where_its_words_end(short: Reader, look: Look) -> None:
    view = short.view
    x = (view.viewport().width() - COLUMN) // 2 + 12
    (start, end), (after, _) = view.find_all("No germ is found")[0], view.find_all("Signs & symptoms")[0]
    view.show_position(start)
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() - 120)
    last, heading = rects_of(view, start, end)[0], rects_of(view, after, after + 5)[0]
    picture = picture_of(view.viewport())

    assert picture.pixelColor(x, last.bottom() + 4) == look.colour("key_bg")
    assert picture.pixelColor(x, heading.top() + 2) != look.colour("key_bg")
