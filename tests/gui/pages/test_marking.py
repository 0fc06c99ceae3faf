"""Highlights and notes on the page of a window, as a reader makes, sees, changes and deletes them."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton

from crmo_desktop.domain.audience import Audience
from crmo_desktop.domain.depth import Depth
from crmo_desktop.domain.errors import UserError
from crmo_desktop.domain.identifiers import TopicAddress, TopicId
from crmo_desktop.domain.own_things import Colour, Kind, Quote, Thing, ThingId
from crmo_desktop.gui.main_window import MainWindow
from crmo_desktop.gui.pages.marking import PageMarking, spot_of
from crmo_desktop.gui.widgets.mark_card import MarkCard
from crmo_desktop.gui.widgets.page_highlights import Highlight
from crmo_desktop.gui.widgets.text_places import cursor_over
from tests.gui.conftest import Desk
from tests.gui.hands import button_called, click, press, press_keys
from tests.gui.marks import Offers, colour_button, give_offers, highlight, select, things_of

SPINE = TopicAddress(TopicId("spine"))
MRI = TopicAddress(TopicId("mri"))
HURTS = "It does not always hurt"
TREATMENT = "NSAIDs are the usual first medicines"  # not in the short form


@pytest.fixture
def window(windows: Desk) -> MainWindow:
    """On a topic for families, with the keyboard in the page."""
    window = windows.open(audience=Audience.PATIENT)
    window.navigator.go(SPINE)
    window.focus_page()
    return window


@pytest.fixture
def offers(window: MainWindow) -> Offers:
    return give_offers(window)


def shown(window: MainWindow) -> tuple[Highlight, ...]:
    return window.reader.view.highlights.all()


def marking(window: MainWindow) -> PageMarking:
    return window.late.marks.marking


def open_card(window: MainWindow, thing: Thing) -> MarkCard:
    window.reader.view.open_mark(thing.id)
    card = window.reader.card()
    assert isinstance(card, MarkCard)
    return card


def strip_of(window: MainWindow) -> tuple[str, str]:
    return marking(window).strip.words()


def test_the_selected_words_are_highlighted_kept_and_said(window: MainWindow) -> None:
    thing = highlight(window, HURTS, 2)

    assert thing.kind is Kind.HIGHLIGHT
    assert thing.colour is Colour.GREEN
    assert thing.quote is not None
    assert thing.quote.exact == HURTS
    assert thing.quote.suffix.startswith(". Of 27 children")
    assert (thing.spot.page, thing.spot.section, thing.spot.audience) == (
        str(SPINE),
        "in-short",
        Audience.PATIENT,
    )
    assert (thing.spot.title, thing.spot.section_title) == ("Spine", "In short")
    assert [(one.id, one.colour, one.words) for one in shown(window)] == [(thing.id, 2, HURTS)]
    assert window.status.said() == f"Highlighted in green, 2: {HURTS}"
    assert not window.reader.view.textCursor().hasSelection(), "the ground is seen"


def test_words_are_selected_and_highlighted_by_keys_alone(window: MainWindow) -> None:
    view = window.reader.view
    press_keys(window, "F7")
    view.put_caret(view.find_all(HURTS)[0][0])

    for _ in "It does":
        press(view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    press_keys(view, "Ctrl+3")

    assert [(one.words, one.colour) for one in shown(window)] == [("It does", 3)]


def test_without_a_selection_it_is_said_what_to_do(window: MainWindow) -> None:
    press_keys(window.reader.view, "Ctrl+1")

    assert things_of(window) == ()
    assert "Select words on the page first. With F7" in window.status.said()


def test_what_is_no_text_of_the_edition_cannot_be_highlighted(window: MainWindow) -> None:
    mark = next(link for link in window.reader.view.links() if link.href.startswith("cite:"))
    select(window.reader.view, mark.text)

    press_keys(window.reader.view, "Ctrl+1")

    assert things_of(window) == ()
    assert window.status.said().startswith("Nothing that is selected can be highlighted.")


def test_marks_of_citations_are_not_part_of_a_highlight(window: MainWindow) -> None:
    view = window.reader.view
    start, end = view.find_all("A whole-body MRI found it.")[0][0], view.find_all("A bone of the spine")[0][1]
    view.setTextCursor(cursor_over(view, start, end))
    window.table["highlight_1"].trigger()

    quote = things_of(window)[0].quote
    assert quote is not None
    assert quote.exact == "A whole-body MRI found it. A bone of the spine"


def test_within_a_highlight_the_key_gives_it_another_colour(window: MainWindow) -> None:
    first = highlight(window, HURTS, 1)

    second = highlight(window, "does not", 4)

    assert (second.id, second.colour) == (first.id, Colour.PINK)
    assert second.quote is not None
    assert second.quote.exact == HURTS
    assert [one.colour for one in shown(window)] == [4]


def test_one_that_was_walked_to_gets_another_colour(window: MainWindow) -> None:
    highlight(window, HURTS, 1)
    press(window.reader.view, Qt.Key.Key_M, Qt.KeyboardModifier.ShiftModifier)

    press_keys(window.reader.view, "Ctrl+2")

    assert [one.colour for one in shown(window)] == [2]
    here = window.reader.view.mark_here()
    assert here is not None, "the reader is still there"


def test_a_selection_that_reaches_further_takes_in_what_it_touches(
    window: MainWindow, offers: Offers
) -> None:
    things = window._services.own.things
    folder = things.add_folder("For Monday")
    one, other = highlight(window, "It does not", 1), highlight(window, "8 had no back pain", 3)
    things.write(one.id, "First")
    things.write(other.id, "Second")
    things.lay([other.id], folder.id)
    view = window.reader.view

    view.setTextCursor(cursor_over(view, view.find_all("not always")[0][0], view.find_all("8 had")[0][1]))
    window.table["highlight_2"].trigger()

    (left,) = things_of(window)
    assert left.quote is not None
    assert left.quote.exact.startswith("It does not always hurt.")
    assert left.quote.exact.endswith("8 had no back pain")
    assert (left.words, left.colour, left.folder) == ("First\n\nSecond", Colour.GREEN, folder.id)
    assert offers.told == [], "nothing was lost"


def test_a_highlight_is_there_again_on_the_next_start_and_in_another_window(
    windows: Desk, window: MainWindow
) -> None:
    highlight(window, HURTS, 2)

    other = windows.open(audience=Audience.PATIENT)
    other.navigator.go(SPINE)

    assert [one.words for one in shown(other)] == [HURTS]


def test_what_another_window_writes_is_shown(windows: Desk, window: MainWindow) -> None:
    other = windows.open(audience=Audience.PATIENT)
    other.navigator.go(SPINE)
    highlight(other, HURTS, 2)
    assert shown(window) == ()

    window.own_signal.look()

    assert [one.words for one in shown(window)] == [HURTS]


def test_they_stay_on_their_words_with_another_look(window: MainWindow) -> None:
    highlight(window, HURTS, 2)
    view = window.reader.view

    window.table["theme_dark"].trigger()
    window.commands.set_text_size(200)
    window.resize(800, 700)

    (one,) = shown(window)
    assert view.find_all(HURTS) == [(one.start, one.end)]


def test_words_for_the_other_audience_have_their_own(window: MainWindow) -> None:
    highlight(window, HURTS, 2)

    window.navigator.set_audience(Audience.CLINICIAN)
    assert shown(window) == ()
    assert strip_of(window) == ("", ""), "it is not gone"

    window.navigator.set_audience(Audience.PATIENT)
    assert [one.words for one in shown(window)] == [HURTS]


def test_the_short_form_shows_what_it_has_and_misses_nothing(window: MainWindow) -> None:
    highlight(window, HURTS, 2)
    highlight(window, TREATMENT, 1)

    window.commands.set_depth(Depth.SHORT)
    assert [one.words for one in shown(window)] == [HURTS]
    assert strip_of(window) == ("", "")

    window.commands.set_depth(Depth.EVERYTHING)
    assert [one.words for one in shown(window)] == [HURTS, TREATMENT]


def test_the_short_form_can_be_highlighted_in(window: MainWindow) -> None:
    window.commands.set_depth(Depth.SHORT)
    highlight(window, HURTS, 2)

    window.commands.set_depth(Depth.EVERYTHING)

    assert [one.words for one in shown(window)] == [HURTS]


def test_a_short_cell_is_found_where_tables_are_blocks(windows: Desk) -> None:
    window = windows.open(audience=Audience.CLINICIAN)
    window.navigator.go(TopicAddress(TopicId("what-is-crmo")))
    highlight(window, "Silent lesions?", 1)

    window.commands.set_text_size(200)

    assert [one.words for one in shown(window)] == ["Silent lesions?"]


# --- what is gone


def lose(window: MainWindow, *exacts: str) -> None:
    """Have highlights of words that the page does not have."""
    things = window._services.own.things
    page = window.reader.page()
    assert page is not None
    for exact in exacts:
        things.highlight(spot_of(page, "in-short"), Quote(exact=exact), Colour.YELLOW, "My words")
    window.own_signal.changed.emit()


def test_what_is_gone_is_kept_and_told_once(window: MainWindow) -> None:
    lose(window, "An earlier edition said this, and nothing of the kind is left here.")

    assert shown(window) == ()
    assert strip_of(window)[1].startswith("1 highlight is no longer on this page. Its words are kept")
    assert len(things_of(window)) == 1

    window.navigator.go(MRI)
    assert strip_of(window) == ("", "")
    window.navigator.back()
    assert strip_of(window) == ("", "")


def test_two_that_are_gone_are_told_together(window: MainWindow) -> None:
    lose(window, "An earlier edition said this of jaws.", "And this of quite another thing, long ago.")

    assert strip_of(window)[1].startswith("2 highlights are no longer on this page.")


def test_the_line_of_what_is_gone_leads_to_the_things_and_stays_closed(window: MainWindow) -> None:
    lose(window, "An earlier edition said this, and nothing of the kind is left here.")
    strip = marking(window).strip
    asked: list[bool] = []
    window.table["my_things"].triggered.disconnect()
    window.table["my_things"].triggered.connect(lambda: asked.append(True))

    click(button_called(strip, "My notes and marks", QPushButton))
    assert asked == [True]
    click(button_called(strip, "Close this line", QToolButton))
    window.own_signal.changed.emit()

    assert strip_of(window) == ("", "")
    assert QApplication.focusWidget() is window.reader.view


# --- deleting


def test_delete_takes_the_one_reached_away_and_it_can_be_had_back(window: MainWindow, offers: Offers) -> None:
    before = highlight(window, HURTS, 1)
    press(window.reader.view, Qt.Key.Key_M, Qt.KeyboardModifier.ShiftModifier)

    press(window.reader.view, Qt.Key.Key_Delete)
    assert things_of(window) == ()
    assert shown(window) == ()
    assert offers.words() == ["Highlight deleted"]

    offers.take_back()
    assert things_of(window) == (before,)
    assert [one.words for one in shown(window)] == [HURTS]


def test_what_is_deleted_already_is_not_deleted_again(window: MainWindow, offers: Offers) -> None:
    marking(window).delete(77)

    assert offers.told == []


# --- the card


def test_the_card_tells_colour_and_words_and_changes_both(window: MainWindow) -> None:
    card = open_card(window, highlight(window, HURTS, 1))
    assert "“It does not always hurt”" in card.accessibleName()

    click(colour_button(card, "Colour: blue, 3"))
    card.note.field.setPlainText("Ask about this")
    card.tell()

    (thing,) = things_of(window)
    assert (thing.colour, thing.words) == (Colour.BLUE, "Ask about this")
    assert card.note.is_kept()
    assert [(one.colour, one.note) for one in shown(window)] == [(3, "Ask about this")]


def test_what_was_written_is_kept_however_the_card_goes(window: MainWindow) -> None:
    card = open_card(window, highlight(window, HURTS, 1))
    card.note.field.setPlainText("Half a thought")

    window.navigator.go(MRI)

    assert things_of(window)[0].words == "Half a thought"


def test_what_was_written_is_kept_when_the_window_closes(windows: Desk, window: MainWindow) -> None:
    card = open_card(window, highlight(window, HURTS, 1))
    card.note.field.setPlainText("Half a thought")

    window.close()

    assert things_of(window)[0].words == "Half a thought"


def test_the_card_copies_the_words(window: MainWindow) -> None:
    card = open_card(window, highlight(window, HURTS, 1))

    click(button_called(card, "Copy", QPushButton))

    assert QApplication.clipboard().text() == HURTS
    assert window.status.said() == "Words copied"


def test_the_card_deletes(window: MainWindow, offers: Offers) -> None:
    card = open_card(window, highlight(window, HURTS, 1))

    click(button_called(card, "Delete the highlight", QPushButton))

    assert window.reader.card() is None
    assert things_of(window) == ()
    assert offers.words() == ["Highlight deleted"]


def test_who_writes_on_after_another_window_deleted_it_keeps_it(window: MainWindow) -> None:
    thing = highlight(window, HURTS, 1)
    card = open_card(window, thing)
    window._services.own.things.delete([thing.id])

    card.note.field.setPlainText("Still here")
    card.tell()

    assert [kept.words for kept in things_of(window)] == ["Still here"]


def test_the_colour_of_one_that_was_deleted_elsewhere_changes_nothing(window: MainWindow) -> None:
    thing = highlight(window, HURTS, 1)
    card = open_card(window, thing)
    window._services.own.things.delete([thing.id])

    click(colour_button(card, "Colour: blue, 3"))

    assert things_of(window) == ()


def test_while_the_file_cannot_be_used_nothing_is_called_saved(
    window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    card = open_card(window, highlight(window, HURTS, 1))
    things = window._services.own.things
    with monkeypatch.context() as patched:
        patched.setattr(things, "trouble", lambda: UserError("The disk is full.", hint="Make room."))
        card.note.field.setPlainText("Half a thought")
        card.tell()
    assert card.note.is_kept() is False
    assert card.note.words() == "Half a thought"

    click(button_called(card, "Try again", QPushButton))

    assert card.note.is_kept()


def test_a_card_of_what_is_gone_is_not_opened(window: MainWindow) -> None:
    marking(window).open_card(ThingId(77), window.rect())

    assert window.reader.card() is None


def test_a_place_outside_all_sections_has_the_topic_alone(window: MainWindow) -> None:
    page = window.reader.page()
    assert page is not None

    assert spot_of(page, None).section_title == ""
    assert spot_of(replace(page, sections=()), "sources").section_title == ""
